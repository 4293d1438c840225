import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { scaleSqrt } from "d3-scale";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";
import { HEIGHT, outlines, WIDTH } from "./outlines.ts";

export const MapRegions = graphql(`
  fragment MapRegions on FarmAnalysis {
    rows {
      key { region { ubigeo name } }
      hectares { sum }
    }
  }
`);

export interface RegionChoice {
  /** INEI code of 2 digits; null: all regions. */
  chosen: string | null;
  choose(ubigeo: string | null): void;
}

/** Peru, each region the darker the more is farmed there. */
export function RegionMap({ farms, chosen, choose }: RegionChoice & { farms: FragmentOf<typeof MapRegions> }) {
  const { t } = useTranslation();
  const { whole } = useFormats();
  const [focused, focus] = useState<string | null>(null);
  const { rows } = readFragment(MapRegions, farms);
  const found = new Map(rows.map((row) => [row.key.region.ubigeo, row]));
  const largest = Math.max(1, ...rows.map(({ hectares }) => hectares.sum ?? 0));
  const share = scaleSqrt([0, largest], [16, 100]);
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t("mapLabel")}>
        {outlines.map(({ ubigeo, path }) => {
          const row = found.get(ubigeo);
          if (!row) return <path key={ubigeo} d={path} className="outside" />;
          const { sum } = row.hectares;
          const told = `${row.key.region.name}: ${sum === null ? t("withheld") : t("hectares", { shown: whole(sum) })}`;
          const isChosen = ubigeo === chosen;
          const toggle = () => choose(isChosen ? null : ubigeo);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot have the shape of a region
            <path
              key={ubigeo}
              d={path}
              role="button"
              tabIndex={0}
              aria-pressed={isChosen}
              aria-label={told}
              className={sum === null ? "withheld" : undefined}
              style={sum === null ? undefined : { fillOpacity: `${share(sum)}%` }}
              onClick={toggle}
              onKeyDown={(event) => onPress(event, toggle)}
              onFocus={({ target }) => focus(target.matches(":focus-visible") ? ubigeo : null)}
              onBlur={() => focus(null)}
            >
              <title>{told}</title>
            </path>
          );
        })}
        {/* Drawn last: neighbours would cover half of a border. */}
        {outlines.map(({ ubigeo, path }) => {
          if (ubigeo !== chosen && ubigeo !== focused) return null;
          return <path key={ubigeo} d={path} className={ubigeo === focused ? "border focused" : "border"} />;
        })}
      </svg>
      <figcaption className="scale">
        <span className="ramp" />
        {/* The root is half as large at a quarter. */}
        {[0, largest / 4, largest].map((hectares) => (
          <span key={hectares}>{t("hectares", { shown: whole(hectares) })}</span>
        ))}
      </figcaption>
    </figure>
  );
}

/** What buttons do by themselves. */
function onPress(event: KeyboardEvent, press: () => void): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  press();
}
