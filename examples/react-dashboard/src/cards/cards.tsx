import { graphql, type ResultOf } from "@chacra/sdk";
import { useChacraQuery } from "@chacra/sdk/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Failure, Loading } from "../query/notice.tsx";
import { Suppressed, WithheldNote } from "../query/withheld.tsx";
import { Card } from "./card.tsx";
import { CropAreas, Crops } from "./crops.tsx";
import { Income, IncomeBeforeAndAfter, surveyed } from "./income.tsx";
import { FamilyTotal, FarmTotals, Totals } from "./totals.tsx";
import { TrainedBySex, Training } from "./training.tsx";

// What the cards show is one request: each says by a fragment what it needs.
const Figures = graphql(
  `
    query Figures($region: RegionWhere!, $from: Int!, $to: Int!) {
      families(where: { region: $region }) { ...FamilyTotal }
      farms(where: { region: $region }) { ...FarmTotals }
      plotAnalysis(where: { farm: { region: $region } }, orderBy: [{ hectares: { sum: DESC } }]) {
        ...CropAreas
        suppressed { ...Suppressed }
      }
      incomeChangeAnalysis(from: $from, to: $to, where: { region: $region }) { ...IncomeBeforeAndAfter }
      trainingParticipationAnalysis(where: { family: { region: $region } }) { ...TrainedBySex }
    }
  `,
  [FamilyTotal, FarmTotals, CropAreas, IncomeBeforeAndAfter, TrainedBySex, Suppressed],
);

interface Props {
  /** INEI code; null: all regions. */
  region: string | null;
  title: ReactNode;
}

export function Cards({ region, title }: Props) {
  const { t } = useTranslation();
  const where = region ? { ubigeo: { equals: region } } : {};
  const [{ data, error, fetching, stale }, again] = useChacraQuery(Figures, { region: where, ...surveyed });
  if (error && !data) {
    return (
      <Card id="totals" title={title} kind="wide">
        <Failure error={error} again={again} />
      </Card>
    );
  }
  const card = (
    id: "crops" | "income" | "training",
    kind: string,
    show: (data: ResultOf<typeof Figures>) => ReactNode,
  ) => (
    <Card id={id} title={t(id)} kind={kind}>
      {data ? show(data) : <Loading />}
    </Card>
  );
  return (
    <div className="cards" aria-busy={fetching || stale}>
      <Card id="totals" title={title} kind="wide">
        {data ? <Totals families={data.families} farms={data.farms} /> : <Loading />}
        {data && <WithheldNote suppressed={data.plotAnalysis.suppressed} />}
      </Card>
      {card("crops", "", ({ plotAnalysis }) => (
        <Crops plots={plotAnalysis} />
      ))}
      {card("income", "", ({ incomeChangeAnalysis }) => (
        <Income incomes={incomeChangeAnalysis} />
      ))}
      {card("training", "wide", ({ trainingParticipationAnalysis }) => (
        <Training trained={trainingParticipationAnalysis} />
      ))}
    </div>
  );
}
