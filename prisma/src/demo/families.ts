import type { BulkLoad } from "./bulk-load.ts";
import { atScale, FACT_SHEET } from "./calibration.ts";
import { dayOf, isoDay, LAST_DAY } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Localities } from "./localities.ts";
import { visitAll } from "./pause.ts";
import { cumulative, Mix, type Random, type Streams } from "./random.ts";
import { table } from "./tables.ts";

/** The families by index (id less one): what later steps must know of each. */
export interface Families {
  count: number;
  /** The place in the list of programme districts. */
  district: Uint16Array;
  localityId: Int32Array;
  /** Day of enrolment. */
  enrolledOn: Uint16Array;
}

const FAMILY = table(
  "Family",
  "id",
  "code",
  "localGovernmentId",
  "regionId",
  "localityId",
  "enrolledOn",
  "povertyLikelihood",
  "consentStatus",
  "consentScope",
  "consentOn",
  "provenance",
);

/** Most families were enrolled at the start; the pandemic's year saw few. */
const ENROLMENT_WAVES = [
  { from: dayOf("2018-01-08"), until: dayOf("2018-12-14"), weight: 38 },
  { from: dayOf("2019-01-07"), until: dayOf("2019-12-13"), weight: 25 },
  { from: dayOf("2020-01-06"), until: dayOf("2020-12-11"), weight: 10 },
  { from: dayOf("2021-01-11"), until: dayOf("2021-12-10"), weight: 17 },
  { from: dayOf("2022-01-10"), until: dayOf("2022-10-28"), weight: 10 },
] as const;

/** Where a family is at home, as records of it copy that: the cells of its local government and its region. */
export function homeCells(families: Families, districts: readonly ProgrammeDistrict[], family: number): string {
  const { governmentId, regionId } = districts[families.district[family] ?? 0] as ProgrammeDistrict;
  return `${governmentId},${regionId}`;
}

/** Families whose whereabouts are known only to the district. */
const WITHOUT_LOCALITY = 0.03;

export async function planFamilies(
  random: Random,
  districts: ProgrammeDistrict[],
  localities: Localities,
  scale: number,
): Promise<Families> {
  const count = atScale(FACT_SHEET.families, scale);
  const families: Families = {
    count,
    district: new Uint16Array(count),
    localityId: new Int32Array(count),
    enrolledOn: new Uint16Array(count),
  };
  const districtSums = cumulative(districts.map(({ familyWeight }) => familyWeight));
  const waveSums = cumulative(ENROLMENT_WAVES.map(({ weight }) => weight));
  await visitAll(count, (index) => {
    const district = random.index(districtSums);
    const here = localities.ofDistrict[district] ?? { firstId: 1, count: 1 };
    const wave = ENROLMENT_WAVES[random.index(waveSums)] ?? ENROLMENT_WAVES[0];
    families.district[index] = district;
    // Squared: a district's first places are its larger ones.
    const locality = here.firstId + Math.floor(here.count * random.uniform() ** 2);
    families.localityId[index] = random.chance(WITHOUT_LOCALITY) ? 0 : locality;
    families.enrolledOn[index] = random.whole(wave.from, wave.until);
  });
  return families;
}

export function familyCode(familyId: number): string {
  return `FAM-${String(familyId).padStart(7, "0")}`;
}

export async function loadFamilies(
  load: BulkLoad,
  streams: Streams,
  families: Families,
  districts: ProgrammeDistrict[],
): Promise<void> {
  const random = streams("consents");
  const statuses = new Mix(["GIVEN", 96], ["WITHDRAWN", 4]);
  const scopes = new Mix(["RESEARCH", 85], ["PROGRAMME", 15]);
  function* lines(): Generator<string> {
    for (let index = 0; index < families.count; index++) {
      const id = index + 1;
      const district = districts[families.district[index] ?? 0] as ProgrammeDistrict;
      const enrolledOn = families.enrolledOn[index] ?? 0;
      const status = statuses.draw(random);
      // Consent is asked for when the family enrols, and taken back some time later.
      const delay = random.uniform();
      const consentOn = enrolledOn + Math.floor(delay * (status === "GIVEN" ? 10 : LAST_DAY - enrolledOn));
      // Rural families are poorer than their district, whose rate counts its town too.
      const poorShare = Math.min(0.9, 0.05 + (1.15 * district.povertyRate) / 100);
      const poverty = (100 * random.share(poorShare, 0.85)).toFixed(2);
      const locality = families.localityId[index] || "";
      // Joined by hand, for no value here can hold a comma or a quote and this runs for every family.
      yield `${id},${familyCode(id)},${district.governmentId},${district.regionId},${locality},${isoDay(enrolledOn)},${poverty},${status},${scopes.draw(random)},${isoDay(consentOn)},SYNTHETIC`;
    }
  }
  await load.load(FAMILY, lines());
}
