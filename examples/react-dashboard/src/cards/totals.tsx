import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";

export const FamilyTotal = graphql("fragment FamilyTotal on FamilyConnection { totalCount }");
export const FarmTotals = graphql("fragment FarmTotals on FarmConnection { totalCount sum { hectares } }");

interface Props {
  families: FragmentOf<typeof FamilyTotal>;
  farms: FragmentOf<typeof FarmTotals>;
}

export function Totals({ families, farms }: Props) {
  const { t } = useTranslation();
  const { whole } = useFormats();
  const { totalCount, sum } = readFragment(FarmTotals, farms);
  const figures = [
    [t("familiesTitle"), readFragment(FamilyTotal, families).totalCount],
    [t("farmsTitle"), totalCount],
    [t("hectaresTitle"), sum?.hectares ?? null],
  ] as const;
  return (
    <dl className="totals">
      {figures.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          {value === null ? <dd className="withheld">{t("withheld")}</dd> : <dd>{whole(value)}</dd>}
        </div>
      ))}
    </dl>
  );
}
