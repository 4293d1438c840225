import { graphql } from "@chacra/sdk";
import { useChacraQuery } from "@chacra/sdk/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "./cards/card.tsx";
import { Cards } from "./cards/cards.tsx";
import { FarmTable } from "./farms/farms.tsx";
import { MapRegions, RegionMap } from "./map/region-map.tsx";
import { RegionName, RegionNames, RegionSelect } from "./map/region-select.tsx";
import { Failure, Loading } from "./query/notice.tsx";

const Country = graphql("query Country { farmAnalysis { ...MapRegions ...RegionNames } }", [MapRegions, RegionNames]);

/** A region to choose, or all, and what there is to be said of it. */
export function Dashboard() {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const [{ data, error }, again] = useChacraQuery(Country);
  const farms = data?.farmAnalysis;
  // Whatever else is asked for would fail alike: it is said once.
  if (error && !farms) {
    return (
      <main>
        <section className="card full">
          <Failure error={error} again={again} />
        </section>
      </main>
    );
  }
  return (
    <main aria-busy={!farms}>
      <Card id="map" title={t("map")} kind="place">
        <p className="note">{t("mapHelp")}</p>
        <RegionSelect farms={farms} chosen={chosen} choose={choose} />
        {farms ? <RegionMap farms={farms} chosen={chosen} choose={choose} /> : <Loading />}
      </Card>
      <Cards region={chosen} title={<RegionName farms={farms} chosen={chosen} />} />
      <Card id="farms" title={t("farms")} kind="full">
        <FarmTable region={chosen} />
      </Card>
    </main>
  );
}
