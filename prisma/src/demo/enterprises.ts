import type { Actors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { atScale, CHOSEN } from "./calibration.ts";
import type { ConnectedLocality } from "./connectivity.ts";
import { dayOf, isoDay, LAST_DAY } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { InvestmentBatch } from "./investments.ts";
import type { Localities } from "./localities.ts";
import { cumulative, Mix, type Random } from "./random.ts";
import { csvLines, table } from "./tables.ts";

/** A help that an enterprise was given. */
interface Support {
  enterpriseId: number;
  place: ProgrammeDistrict;
  organization: string;
  activity: string;
  kind: "TRAINING" | "MENTORING" | "SEED_CAPITAL";
  suppliedOn: number;
}

const ENTERPRISE = table(
  "Enterprise",
  "id",
  "code",
  "name",
  "localityId",
  "localGovernmentId",
  "regionId",
  "valueChain",
  "memberCount",
  "foundedYear",
  "provenance",
);
const ENTERPRISE_SUPPORT = table(
  "EnterpriseSupport",
  "id",
  "enterpriseId",
  "organizationId",
  "activityId",
  "kind",
  "suppliedOn",
);

const NAMES = {
  CACAO: "Cacao y Chocolate Ejemplo",
  COFFEE: "Cafetalera Ejemplo",
  BANANA: "Platanera Ejemplo",
  TIMBER: "Maderera Ejemplo",
  OTHER: "Servicios Rurales Ejemplo",
} as const;
const CACAO_ALLIANCE_REGIONS = new Set(["10", "19", "22", "25"]);
const INNOVATION_PROGRAM_FROM = dayOf("2019-03-01");

/** Loads enterprises and their support: those of the Rural Innovation Program stand in connected localities. */
export async function loadEnterprises(
  load: BulkLoad,
  random: Random,
  connected: ConnectedLocality[],
  localities: Localities,
  districts: ProgrammeDistrict[],
  { organizations, activities }: Actors,
  scale: number,
): Promise<Support[]> {
  const innovating = atScale(CHOSEN.innovationEnterprises, scale, 4);
  const others = atScale(CHOSEN.otherEnterprises, scale, 5);
  const valueChains = new Mix(["CACAO", 38], ["COFFEE", 27], ["BANANA", 11], ["TIMBER", 7], ["OTHER", 17]);
  const kinds = new Mix(["TRAINING", 45], ["MENTORING", 33], ["SEED_CAPITAL", 22]);
  const districtSums = cumulative(districts.map(({ familyWeight }) => familyWeight));
  const supports: Support[] = [];

  const enterprises = Array.from({ length: innovating + others }, (_, index) => {
    const id = index + 1;
    const innovates = index < innovating;
    const home = innovates ? connected[index % connected.length] : undefined;
    const district = random.index(districtSums);
    const here = localities.ofDistrict[district] ?? { firstId: 1, count: 1 };
    const place = home?.place ?? (districts[district] as ProgrammeDistrict);
    const from = Math.max(INNOVATION_PROGRAM_FROM, home?.activeOn ?? 0);
    for (let help = random.whole(1, 3); help > 0; help--) {
      const suppliedOn = Math.round(random.between(from, LAST_DAY));
      const kind = kinds.draw(random);
      if (innovates) {
        supports.push({ enterpriseId: id, place, organization: "UP", activity: "PIR-UP", kind, suppliedOn });
      } else if (CACAO_ALLIANCE_REGIONS.has(place.region) && random.chance(0.5)) {
        supports.push({ enterpriseId: id, place, organization: "PALLADIUM", activity: "ACP-II", kind, suppliedOn });
      }
    }
    const valueChain = valueChains.draw(random);
    return {
      id,
      code: `ENT-${String(id).padStart(6, "0")}`,
      name: `${NAMES[valueChain]} ${String(id).padStart(4, "0")}`,
      localityId: home?.id ?? here.firstId + random.whole(0, here.count - 1),
      localGovernmentId: place.governmentId,
      regionId: place.regionId,
      valueChain,
      memberCount: Math.max(2, Math.round(random.logNormal(16, 0.7))),
      foundedYear: Math.round(2019 - 16 * random.uniform() ** 1.8),
      provenance: "SYNTHETIC" as const,
    };
  });
  await load.load(ENTERPRISE, csvLines(ENTERPRISE, enterprises));
  await load.load(
    ENTERPRISE_SUPPORT,
    csvLines(
      ENTERPRISE_SUPPORT,
      supports.map(({ enterpriseId, organization, activity, kind, suppliedOn }, index) => ({
        id: index + 1,
        enterpriseId,
        organizationId: organizations.of(organization),
        activityId: activities.of(activity),
        kind,
        suppliedOn: isoDay(suppliedOn),
      })),
    ),
  );
  return supports;
}

/** The money behind every seed capital. */
export function planEnterpriseSupport(
  random: Random,
  supports: Support[],
  { organizations, interventions, activities }: Actors,
): InvestmentBatch {
  const seeds = supports.filter(({ kind }) => kind === "SEED_CAPITAL");
  return {
    kind: "ENTERPRISE_SUPPORT",
    cents: Float64Array.from(seeds, () => Math.round(100 * random.logNormal(6_400, 0.55))),
    committedOn: Uint16Array.from(seeds, ({ suppliedOn }) => Math.max(0, suppliedOn - random.whole(10, 60))),
    describe(index) {
      const { enterpriseId, place, activity } = seeds[index] as Support;
      return {
        instrument: "GRANT",
        funderId: organizations.of("USAID"),
        interventionId: interventions.of("CAPACITY_BUILDING"),
        activityId: activities.of(activity),
        governmentId: place.governmentId,
        regionId: place.regionId,
        recipient: { enterpriseId },
      };
    },
  };
}
