import type { BulkLoad } from "./bulk-load.ts";
import { LAST_YEAR } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { type Families, familyCode, homeCells } from "./families.ts";
import { visitAll } from "./pause.ts";
import { cumulative, Mix, type Random } from "./random.ts";
import { table } from "./tables.ts";

/** The members by index (id less one), family after family, the head first. */
export interface Members {
  count: number;
  /** Index of the family. */
  family: Int32Array;
  birthYear: Uint16Array;
  isHead: Uint8Array;
  isFemale: Uint8Array;
}

const FAMILY_MEMBER = table(
  "FamilyMember",
  "id",
  "code",
  "familyId",
  "sex",
  "birthYear",
  "isHead",
  "name",
  "nationalId",
  "provenance",
  "localGovernmentId",
  "regionId",
);

/** Families by their number of recorded members: 1, 2, 3 ...; 2.6 on average. */
const SIZE_WEIGHTS = [20, 34, 24, 14, 6, 2];

export async function planMembers(random: Random, families: Families): Promise<Members> {
  const sizes = new Uint8Array(families.count);
  const sizeSums = cumulative(SIZE_WEIGHTS);
  let count = 0;
  await visitAll(families.count, (index) => {
    const size = 1 + random.index(sizeSums);
    sizes[index] = size;
    count += size;
  });
  const members: Members = {
    count,
    family: new Int32Array(count),
    birthYear: new Uint16Array(count),
    isHead: new Uint8Array(count),
    isFemale: new Uint8Array(count),
  };
  const headSexes = new Mix(["MALE", 74], ["FEMALE", 26]);
  let next = 0;
  await visitAll(families.count, (family) => {
    const headAge = Math.round(18 + 65 * random.share(0.42, 0.75));
    const headIsFemale = headSexes.draw(random) === "FEMALE";
    const size = sizes[family] ?? 1;
    for (let place = 0; place < size; place++) {
      const isPartner = place === 1 && random.chance(0.85);
      const age = place === 0 ? headAge : isPartner ? partnerAge(random, headAge) : relativeAge(random, headAge);
      const isFemale = place === 0 ? headIsFemale : isPartner ? !headIsFemale : random.chance(0.49);
      members.family[next] = family;
      members.birthYear[next] = LAST_YEAR - age;
      members.isHead[next] = place === 0 ? 1 : 0;
      members.isFemale[next] = isFemale ? 1 : 0;
      next++;
    }
  });
  return members;
}

function partnerAge(random: Random, headAge: number): number {
  return Math.max(18, Math.min(88, Math.round(headAge - 3 + 4 * random.normal())));
}

/** Mostly the head's children, now and then a parent. */
function relativeAge(random: Random, headAge: number): number {
  if (random.chance(0.06)) return Math.min(95, headAge + random.whole(18, 34));
  return Math.max(0, Math.round(headAge - 20 - 14 * random.uniform() - 6 * Math.abs(random.normal())));
}

export async function loadMembers(
  load: BulkLoad,
  members: Members,
  families: Families,
  districts: readonly ProgrammeDistrict[],
): Promise<void> {
  function* lines(): Generator<string> {
    let number = 0;
    for (let index = 0; index < members.count; index++) {
      const family = members.family[index] ?? 0;
      const familyId = family + 1;
      const isHead = members.isHead[index] === 1;
      number = isHead ? 1 : number + 1;
      const person = String(index + 1).padStart(8, "0");
      const sex = members.isFemale[index] === 1 ? "FEMALE" : "MALE";
      // Joined by hand, for no value here can hold a comma or a quote and this runs for every person.
      yield `${index + 1},${familyCode(familyId)}-${number},${familyId},${sex},${members.birthYear[index]},${isHead},Persona ${person},SYN${person},SYNTHETIC,${homeCells(families, districts, family)}`;
    }
  }
  await load.load(FAMILY_MEMBER, lines());
}
