import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import type { RegionChoice } from "./region-map.tsx";

export const RegionNames = graphql(`
  fragment RegionNames on FarmAnalysis {
    rows { key { region { ubigeo name } } }
  }
`);

interface Props {
  farms: FragmentOf<typeof RegionNames> | undefined;
}

function regionsIn({ farms }: Props) {
  return farms ? readFragment(RegionNames, farms).rows.map(({ key }) => key.region) : [];
}

/** The choice of a region without a map. */
export function RegionSelect({ farms, chosen, choose }: RegionChoice & Props) {
  const { t } = useTranslation();
  return (
    <label className="region">
      <span className="hidden">{t("region")}</span>
      <select value={chosen ?? ""} onChange={({ target }) => choose(target.value || null)}>
        <option value="">{t("peru")}</option>
        {regionsIn({ farms }).map(({ ubigeo, name }) => (
          <option key={ubigeo} value={ubigeo}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The name of what is chosen, told to who does not see it change. */
export function RegionName({ farms, chosen }: Pick<RegionChoice, "chosen"> & Props) {
  const { t } = useTranslation();
  const region = regionsIn({ farms }).find(({ ubigeo }) => ubigeo === chosen);
  return <span aria-live="polite">{region?.name ?? t("peru")}</span>;
}
