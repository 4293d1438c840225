import {
  ActivityStatus,
  type DatePrecision,
  InterventionCode,
  OrganizationKind,
  OrganizationLevel,
  Provenance,
} from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { Ids, list, oneOf, readFacts } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

/** Those who act in the programme and under what, by code. */
export interface Actors {
  organizations: Ids;
  interventions: Ids;
  activities: Ids;
}

const ORGANIZATION = table("Organization", "id", "code", "name", "kind", "level", "provenance");
const INTERVENTION = table("Intervention", "id", "code", "name", "nameEs", "description");
const ACTIVITY = table(
  "Activity",
  "id",
  "identifier",
  "title",
  "description",
  "status",
  "implementerId",
  "startsOn",
  "startsOnPrecision",
  "endsOn",
  "endsOnPrecision",
  "provenance",
  "sourceId",
);
const ACTIVITY_SECTOR = table("ActivitySector", "id", "activityId", "code", "name");
const ACTIVITY_INTERVENTION = table("ActivityIntervention", "id", "activityId", "interventionId");

/** Loads organizations, interventions and the programme's activities with their sectors. */
export async function loadActors(load: BulkLoad, sources: Ids): Promise<Actors> {
  const organizations = await loadOrganizations(load);
  const interventions = await loadInterventions(load);
  const facts = readFacts(
    "activities",
    "identifier",
    "title",
    "description",
    "status",
    "implementer",
    "starts_on",
    "ends_on",
    "sectors",
    "interventions",
    "source",
  );
  const activities = new Ids(facts.map(({ identifier }) => identifier));
  await load.load(
    ACTIVITY,
    csvLines(
      ACTIVITY,
      facts.map((fact) => {
        const start = partialDate(fact.starts_on, "first");
        const end = partialDate(fact.ends_on, "last");
        return {
          id: activities.of(fact.identifier),
          identifier: fact.identifier,
          title: fact.title,
          description: fact.description,
          status: oneOf(ActivityStatus, fact.status),
          implementerId: organizations.of(fact.implementer),
          startsOn: start.date,
          startsOnPrecision: start.precision,
          endsOn: end.date,
          endsOnPrecision: end.precision,
          provenance: "REAL" as const,
          sourceId: sources.of(fact.source),
        };
      }),
    ),
  );
  const sectorNames = new Map(readFacts("sectors", "code", "name").map(({ code, name }) => [code, name]));
  const sectors = facts.flatMap((fact) => list(fact.sectors).map((code) => ({ fact, code })));
  await load.load(
    ACTIVITY_SECTOR,
    csvLines(
      ACTIVITY_SECTOR,
      sectors.map(({ fact, code }, index) => ({
        id: index + 1,
        activityId: activities.of(fact.identifier),
        code,
        name: sectorNames.get(code) ?? code,
      })),
    ),
  );
  const carried = facts.flatMap((fact) => list(fact.interventions).map((code) => ({ fact, code })));
  await load.load(
    ACTIVITY_INTERVENTION,
    csvLines(
      ACTIVITY_INTERVENTION,
      carried.map(({ fact, code }, index) => ({
        id: index + 1,
        activityId: activities.of(fact.identifier),
        interventionId: interventions.of(code),
      })),
    ),
  );
  return { organizations, interventions, activities };
}

async function loadOrganizations(load: BulkLoad): Promise<Ids> {
  const facts = readFacts("organizations", "code", "name", "kind", "level", "provenance");
  const ids = new Ids(facts.map(({ code }) => code));
  await load.load(
    ORGANIZATION,
    csvLines(
      ORGANIZATION,
      facts.map(({ code, name, kind, level, provenance }) => ({
        id: ids.of(code),
        code,
        name,
        kind: oneOf(OrganizationKind, kind),
        level: oneOf(OrganizationLevel, level),
        provenance: oneOf(Provenance, provenance),
      })),
    ),
  );
  return ids;
}

async function loadInterventions(load: BulkLoad): Promise<Ids> {
  const facts = readFacts("interventions", "code", "name", "name_es", "description");
  const ids = new Ids(facts.map(({ code }) => code));
  await load.load(
    INTERVENTION,
    csvLines(
      INTERVENTION,
      facts.map(({ code, name, name_es, description }) => ({
        id: ids.of(code),
        code: oneOf(InterventionCode, code),
        name,
        nameEs: name_es,
        description,
      })),
    ),
  );
  return ids;
}

/** "2008-06" is a month: kept as its first or last day, with the precision that says so. */
function partialDate(text: string, day: "first" | "last"): { date: string | null; precision: DatePrecision | null } {
  if (text === "") return { date: null, precision: null };
  if (text.length === 10) return { date: text, precision: "DAY" };
  if (text.length === 4) return { date: `${text}-${day === "first" ? "01-01" : "12-31"}`, precision: "YEAR" };
  const [year, month] = text.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  return { date: `${text}-${day === "first" ? "01" : lastDay}`, precision: "MONTH" };
}
