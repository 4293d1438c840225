import { Evidence } from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { Ids, oneOf, readFacts } from "./facts.ts";
import type { Geography } from "./geography.ts";
import { csvLines, table } from "./tables.ts";

const ZONE = table("Zone", "id", "code", "name", "provenance");
const ZONE_COVERAGE = table(
  "ZoneCoverage",
  "id",
  "zoneId",
  "localGovernmentId",
  "regionId",
  "evidence",
  "basis",
  "sourceId",
);
const COCA_AREA = table("CocaArea", "id", "year", "hectares", "zoneId", "regionId", "sourceId");
const BUDGET = table(
  "LocalGovernmentBudget",
  "id",
  "localGovernmentId",
  "year",
  "openingBudget",
  "modifiedBudget",
  "accrued",
  "currency",
  "sourceId",
);

/** Loads the zones of intervention, the districts that they cover and the area under coca by zone, region and country. */
export async function loadZones(load: BulkLoad, { regions, governments }: Geography, sources: Ids): Promise<void> {
  const zones = readFacts("zones", "code", "name");
  const ids = new Ids(zones.map(({ code }) => code));
  await load.load(
    ZONE,
    csvLines(
      ZONE,
      zones.map(({ code, name }) => ({ id: ids.of(code), code, name, provenance: "REAL" })),
    ),
  );
  const coverages = readFacts("zone_districts", "zone_code", "ubigeo", "evidence", "basis", "source");
  await load.load(
    ZONE_COVERAGE,
    csvLines(
      ZONE_COVERAGE,
      coverages.map(({ zone_code, ubigeo, evidence, basis, source }, index) => ({
        id: index + 1,
        zoneId: ids.of(zone_code),
        localGovernmentId: governments.of(ubigeo),
        regionId: regions.of(ubigeo.slice(0, 2)),
        evidence: oneOf(Evidence, evidence),
        basis,
        sourceId: sources.of(source),
      })),
    ),
  );
  const areas = readFacts("coca_areas", "zone_code", "region_ubigeo", "year", "hectares", "source");
  await load.load(
    COCA_AREA,
    csvLines(
      COCA_AREA,
      areas.map(({ zone_code, region_ubigeo, year, hectares, source }, index) => ({
        id: index + 1,
        year: Number(year),
        hectares,
        zoneId: ids.orNull(zone_code),
        regionId: regions.orNull(region_ubigeo),
        sourceId: sources.of(source),
      })),
    ),
  );
}

/** Loads the budgets that the ministry of economy publishes for every municipality, in soles. */
export async function loadBudgets(load: BulkLoad, { governments }: Geography, sources: Ids): Promise<void> {
  const sourceId = sources.of("mef-consulta-amigable");
  const budgets = readFacts("municipal_budgets", "ubigeo", "year", "opening", "modified", "accrued");
  await load.load(
    BUDGET,
    csvLines(
      BUDGET,
      budgets.map(({ ubigeo, year, opening, modified, accrued }, index) => ({
        id: index + 1,
        localGovernmentId: governments.of(ubigeo),
        year: Number(year),
        openingBudget: opening,
        modifiedBudget: modified,
        accrued,
        currency: "PEN",
        sourceId,
      })),
    ),
  );
}
