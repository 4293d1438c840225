import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import type { RegionChoice } from "./region-map.tsx";

export const RegionNames = graphql(`
  fragment RegionNames on FarmAnalysis {
    rows { key { region { ubigeo name } } }
  }
`);

/** The choice of a region without a map. */
export function RegionSelect({ farms, chosen, choose }: RegionChoice & { farms?: FragmentOf<typeof RegionNames> }) {
  const { t } = useTranslation();
  const regions = farms ? readFragment(RegionNames, farms).rows.map(({ key }) => key.region) : [];
  return (
    <label className="region">
      <span className="hidden">{t("region")}</span>
      <select value={chosen ?? ""} onChange={({ target }) => choose(target.value || null)}>
        <option value="">{t("peru")}</option>
        {regions.map(({ ubigeo, name }) => (
          <option key={ubigeo} value={ubigeo}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
