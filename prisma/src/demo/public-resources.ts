import type { Actors } from "./actors.ts";
import { atScale, CHOSEN, centsAtScale, FACT_SHEET } from "./calibration.ts";
import { dayOf } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { fitToTotal } from "./fit.ts";
import type { Geography } from "./geography.ts";
import type { InvestmentBatch } from "./investments.ts";
import { cumulative, Mix, type Random } from "./random.ts";

/** Where the memorandum of 2018 names districts. */
const MEMORANDUM_REGIONS = new Set(["10", "12", "19", "22", "25"]);
const MEMORANDUM_SIGNED = dayOf("2018-04-13");
const LAST_TRANSFER = dayOf("2022-10-31");

/** Transfers to local governments above their regular allocations; together exactly what the fact sheet says. */
export async function planPublicResources(
  random: Random,
  districts: ProgrammeDistrict[],
  { governments }: Geography,
  { organizations, interventions, activities }: Actors,
  scale: number,
): Promise<InvestmentBatch> {
  const count = atScale(CHOSEN.publicResourceTransfers, scale, 12);
  // The root: public works are spread more evenly than the families of the programme.
  const districtSums = cumulative(districts.map(({ familyWeight }) => Math.sqrt(familyWeight)));
  const levels = new Mix(["DISTRICT", 74], ["PROVINCIAL", 20], ["REGIONAL", 6]);
  const works = new Mix(["INFRASTRUCTURE", 76], ["LOCAL_GOVERNANCE", 24]);
  const weights = Float64Array.from({ length: count }, () => random.logNormal(210_000, 0.8));
  const committedOn = Uint16Array.from({ length: count }, () => random.whole(MEMORANDUM_SIGNED + 30, LAST_TRANSFER));
  return {
    kind: "PUBLIC_RESOURCES",
    cents: await fitToTotal({ weights, total: centsAtScale(FACT_SHEET.publicResourcesUsd, scale), least: 100 }),
    committedOn,
    describe() {
      const district = districts[random.index(districtSums)] as ProgrammeDistrict;
      const level = levels.draw(random);
      const governmentId =
        level === "DISTRICT"
          ? district.governmentId
          : level === "PROVINCIAL"
            ? district.provinceGovernmentId
            : governments.of(district.region);
      const byMinistry = MEMORANDUM_REGIONS.has(district.region) && random.chance(0.7);
      return {
        instrument: "BUDGET_TRANSFER",
        funderId: organizations.of(byMinistry ? "MEF" : "DEVIDA"),
        interventionId: interventions.of(works.draw(random)),
        activityId: activities.of(byMinistry ? "MOU-2018" : "G2G-DEVIDA"),
        governmentId,
        regionId: district.regionId,
        recipient: { governmentId },
      };
    },
  };
}
