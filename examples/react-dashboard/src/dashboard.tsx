import { graphql, type ResultOf } from "@chacra/sdk";
import { useChacraQuery } from "@chacra/sdk/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CropAreas, Crops } from "./cards/crops.tsx";
import { Income, IncomeBeforeAndAfter, surveyed } from "./cards/income.tsx";
import { FamilyTotal, FarmTotals, Totals } from "./cards/totals.tsx";
import { TrainedBySex, Training } from "./cards/training.tsx";
import { FarmTable } from "./farms/farms.tsx";
import { LanguageSwitch } from "./language/switch.tsx";
import { MapRegions, RegionMap } from "./map/region-map.tsx";
import { RegionNames, RegionSelect } from "./map/region-select.tsx";
import { Failure, Loading } from "./query/notice.tsx";

const Country = graphql("query Country { farmAnalysis { ...MapRegions ...RegionNames } }", [MapRegions, RegionNames]);

// What the cards show is one request: each says by a fragment what it needs.
const Cards = graphql(
  `
    query Cards($region: RegionWhere!, $from: Int!, $to: Int!) {
      families(where: { region: $region }) { ...FamilyTotal }
      farms(where: { region: $region }) { ...FarmTotals }
      plotAnalysis(where: { farm: { region: $region } }, orderBy: [{ hectares: { sum: DESC } }]) { ...CropAreas }
      incomeChangeAnalysis(from: $from, to: $to, where: { region: $region }) { ...IncomeBeforeAndAfter }
      trainingParticipationAnalysis(where: { family: { region: $region } }) { ...TrainedBySex }
    }
  `,
  [FamilyTotal, FarmTotals, CropAreas, IncomeBeforeAndAfter, TrainedBySex],
);

export function Dashboard() {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const [country, askCountry] = useChacraQuery(Country);
  const region = chosen ? { ubigeo: { equals: chosen } } : {};
  const [{ data, error, fetching, stale }, askCards] = useChacraQuery(Cards, { region, ...surveyed });

  /** Beside an error, what came all the same is shown. */
  function inCard(show: (data: ResultOf<typeof Cards>) => ReactNode): ReactNode {
    if (data) return show(data);
    return error ? <Failure error={error} again={askCards} /> : <Loading />;
  }

  const farms = country.data?.farmAnalysis;
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t("title")}</h1>
          <p>{t("subtitle")}</p>
        </div>
        <LanguageSwitch />
      </header>
      <main aria-busy={fetching || stale}>
        <section className="card place" aria-labelledby="map">
          <h2 id="map">{t("map")}</h2>
          <p className="note">{t("mapHelp")}</p>
          <RegionSelect farms={farms} chosen={chosen} choose={choose} />
          {farms && <RegionMap farms={farms} chosen={chosen} choose={choose} />}
          {!farms && (country.error ? <Failure error={country.error} again={askCountry} /> : <Loading />)}
        </section>
        <section className="card wide" aria-label={t("region")}>
          {inCard(({ families, farms }) => (
            <Totals families={families} farms={farms} />
          ))}
        </section>
        <Card id="crops" title={t("crops")}>
          {inCard(({ plotAnalysis }) => (
            <Crops plots={plotAnalysis} />
          ))}
        </Card>
        <Card id="income" title={t("income")}>
          {inCard(({ incomeChangeAnalysis }) => (
            <Income incomes={incomeChangeAnalysis} />
          ))}
        </Card>
        <Card id="training" title={t("training")} kind="wide">
          {inCard(({ trainingParticipationAnalysis }) => (
            <Training trained={trainingParticipationAnalysis} />
          ))}
        </Card>
        <Card id="farms" title={t("farms")} kind="full">
          <FarmTable region={chosen} />
        </Card>
      </main>
      <footer className="note">{t("source")}</footer>
    </div>
  );
}

function Card({ id, title, kind = "", children }: { id: string; title: string; kind?: string; children: ReactNode }) {
  return (
    <section className={`card ${kind}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
