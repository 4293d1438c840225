import type { Actors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { atScale, CHOSEN, centsAtScale, FACT_SHEET } from "./calibration.ts";
import { dayOf, isoDay, LAST_DAY } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { fitToTotal } from "./fit.ts";
import type { InvestmentBatch } from "./investments.ts";
import type { Localities } from "./localities.ts";
import { chooseExactly, Mix, type Random } from "./random.ts";
import { csvLines, table } from "./tables.ts";

/** A locality that got 4G, and from whom. */
export interface ConnectedLocality {
  id: number;
  place: ProgrammeDistrict;
  activeOn: number;
  operator: string;
}

const INTERNET_SERVICE = table("InternetService", "id", "localityId", "kind", "activeOn", "operatorId");

/** Where the digital alliance worked. */
const CR3CE_REGIONS = new Set(["10", "22", "25"]);
const FIRST_CONNECTION = dayOf("2018-09-01");
const LAST_CONNECTION = dayOf("2022-12-15");

/** Loads the 4G services of exactly as many localities as the fact sheet says. */
export async function loadConnectivity(
  load: BulkLoad,
  random: Random,
  localities: Localities,
  districts: ProgrammeDistrict[],
  { organizations }: Actors,
  scale: number,
): Promise<ConnectedLocality[]> {
  const places = Array.from(localities.district, (district) => districts[district] as ProgrammeDistrict);
  const candidates = [...places.keys()].filter((index) => CR3CE_REGIONS.has(places[index]?.region ?? ""));
  const wanted = atScale(FACT_SHEET.connectedLocalities, scale, 4);
  const operators = new Mix(["IPT", 64], ["ISP-01", 21], ["ISP-02", 15]);
  const connected = [...chooseExactly(random, wanted, candidates.length)].map((candidate) => {
    const index = candidates[candidate] ?? 0;
    return {
      id: index + 1,
      place: places[index] as ProgrammeDistrict,
      // Few at first, most towards the end.
      activeOn: Math.round(FIRST_CONNECTION + (LAST_CONNECTION - FIRST_CONNECTION) * random.uniform() ** 0.7),
      operator: operators.draw(random),
    };
  });

  const services = new Mix(["FIXED_4G", 30], ["MOBILE_4G", 45], ["BOTH", 25]);
  let id = 0;
  const rows = connected.flatMap(({ id: localityId, activeOn, operator }) => {
    const service = services.draw(random);
    const kinds = service === "BOTH" ? (["FIXED_4G", "MOBILE_4G"] as const) : ([service] as const);
    return kinds.map((kind, place) => ({
      id: ++id,
      localityId,
      kind,
      activeOn: isoDay(activeOn + place * Math.floor(random.uniform() * Math.min(120, LAST_DAY - activeOn))),
      operatorId: organizations.of(operator),
    }));
  });
  await load.load(INTERNET_SERVICE, csvLines(INTERNET_SERVICE, rows));
  return connected;
}

/** What the operators put into the connected localities: above five million dollars at scale 1. */
export async function planConnectivityInvestments(
  random: Random,
  connected: ConnectedLocality[],
  { organizations, interventions, activities }: Actors,
  scale: number,
): Promise<InvestmentBatch> {
  // Masts first, in some places a second round of equipment.
  const rounds = connected.flatMap((locality, index) =>
    index % 4 === 0
      ? [
          { locality, lead: 150 },
          { locality, lead: 40 },
        ]
      : [{ locality, lead: 90 }],
  );
  const weights = Float64Array.from(rounds, () => random.logNormal(34_000, 0.5));
  return {
    kind: "PRIVATE_CONNECTIVITY",
    cents: await fitToTotal({ weights, total: centsAtScale(CHOSEN.privateConnectivityUsd, scale), least: 100 }),
    committedOn: Uint16Array.from(rounds, ({ locality, lead }) => locality.activeOn - lead - random.whole(0, 60)),
    describe(index) {
      const { locality } = rounds[index] as (typeof rounds)[number];
      return {
        instrument: "OWN_FUNDS",
        funderId: organizations.of(locality.operator),
        interventionId: interventions.of(index % 2 === 0 ? "DIGITIZATION" : "DIGITAL_INCLUSION"),
        activityId: activities.of("CR3CE"),
        governmentId: locality.place.governmentId,
        regionId: locality.place.regionId,
        recipient: { localityId: locality.id },
      };
    },
  };
}
