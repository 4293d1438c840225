import type { Actors } from "./actors.ts";
import { atScale, centsAtScale, FACT_SHEET } from "./calibration.ts";
import { LAST_DAY } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Families } from "./families.ts";
import { fitToTotal } from "./fit.ts";
import type { InvestmentBatch } from "./investments.ts";
import { visitAll } from "./pause.ts";
import { chooseExactly, cumulative, Mix, type Streams } from "./random.ts";

const INSTRUMENTS = ["CREDIT", "GRANT", "OWN_FUNDS"] as const;
/** What half of the families get less than, relative to each other: the total decides the dollars. */
const MEDIANS = { CREDIT: 2_000, GRANT: 900, OWN_FUNDS: 650 } as const;
/** Families by how many times they obtained financing: once, twice, three times. */
const TIMES_WEIGHTS = [80, 16, 4];
const CACAO_ALLIANCE_REGIONS = new Set(["10", "19", "22", "25"]);

/** Financing of exactly as many distinct families, and exactly as much, as the fact sheet says. */
export async function planFamilyFinancing(
  streams: Streams,
  families: Families,
  districts: ProgrammeDistrict[],
  { organizations, interventions, activities }: Actors,
  scale: number,
): Promise<InvestmentBatch> {
  const random = streams("family financing");
  const timesSums = cumulative(TIMES_WEIGHTS);
  const recipients: number[] = [];
  for (const family of chooseExactly(random, atScale(FACT_SHEET.financedFamilies, scale), families.count)) {
    for (let times = random.index(timesSums); times >= 0; times--) recipients.push(family);
  }
  const instruments = new Uint8Array(recipients.length);
  const weights = new Float64Array(recipients.length);
  const committedOn = new Uint16Array(recipients.length);
  const mix = new Mix<number>([0, 62], [1, 25], [2, 13]);
  await visitAll(recipients.length, (index) => {
    const instrument = mix.draw(random);
    const enrolledOn = families.enrolledOn[recipients[index] ?? 0] ?? 0;
    instruments[index] = instrument;
    weights[index] = random.logNormal(MEDIANS[INSTRUMENTS[instrument] ?? "CREDIT"], 0.75);
    committedOn[index] = enrolledOn + 15 + Math.floor((LAST_DAY - 30 - enrolledOn) * random.uniform() ** 1.5);
  });

  const details = streams("funders");
  const lenders = new Mix(["BANK-01", 45], ["BANK-02", 20], ["BANK-03", 18], ["BANK-04", 17]);
  const donors = new Mix(["USAID", 60], ["DEVIDA", 40]);
  const cooperatives = new Mix(
    ...["COOP-01", "COOP-02", "COOP-03", "COOP-04", "COOP-05", "COOP-06", "COOP-07", "COOP-08"].map(
      (code): [string, number] => [code, 1],
    ),
  );
  const funders = { CREDIT: lenders, GRANT: donors, OWN_FUNDS: cooperatives };
  return {
    kind: "FAMILY_FINANCING",
    cents: await fitToTotal({ weights, total: centsAtScale(FACT_SHEET.familyFinancingUsd, scale), least: 100 }),
    committedOn,
    describe(index) {
      const family = recipients[index] ?? 0;
      const place = districts[families.district[family] ?? 0] as ProgrammeDistrict;
      const instrument = INSTRUMENTS[instruments[index] ?? 0] ?? "CREDIT";
      const activity = CACAO_ALLIANCE_REGIONS.has(place.region) && details.chance(0.8) ? "ACP-II" : "";
      return {
        instrument,
        funderId: organizations.of(funders[instrument].draw(details)),
        interventionId: interventions.of(instrument === "CREDIT" ? "FINANCIAL_INCLUSION" : "AGROFORESTRY"),
        activityId: activities.orNull(activity),
        governmentId: place.governmentId,
        regionId: place.regionId,
        recipient: { familyId: family + 1 },
      };
    },
  };
}
