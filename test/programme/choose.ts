import type { GraphMap } from "../../sdk/src/testing/graph-map.ts";
import type { Row, Rows } from "./database.ts";

/** Families of these regions are taken, so many of each. */
const FAMILIES: Readonly<Record<string, number>> = { "22": 12, "10": 10, "25": 8 };

/** Of what there would be too much: so many of the first. */
const MOST: Readonly<Record<string, number>> = { MarketEvent: 10, Enterprise: 8, Training: 14, Locality: 0 };

/** Budgets of earlier years are left out. */
const FIRST_BUDGET = 2021;

/** What is taken whole, for it is small. */
const WHOLE = ["Organization", "Intervention", "Activity", "Zone", "CoordinationBody", "CoordinationInstrument"].concat(
  ["CountryRanking", "Indicator", "PublishedFigure"],
);

/** What is taken where the record is that it is part of. */
const PARTS: readonly (readonly [model: string, relation: string])[] = [
  ["FamilyMember", "family"],
  ["HouseholdIncome", "family"],
  ["Farm", "family"],
  ["FarmCertification", "farm"],
  ["Plot", "farm"],
  ["Harvest", "plot"],
  ["CocaFreeVerification", "farm"],
  ["Disbursement", "investment"],
  ["ActivitySector", "activity"],
  ["ActivityIntervention", "activity"],
  ["CoordinationMembership", "body"],
  ["CoordinationAgreement", "body"],
  ["MarketEventParticipation", "event"],
  ["EnterpriseSupport", "enterprise"],
  ["InternetService", "locality"],
  ["ZoneCoverage", "localGovernment"],
  ["CapacityAssessment", "localGovernment"],
  ["TrainingParticipation", "member"],
];

/**
 * Chooses a small programme out of a demo: some families of three regions with all that is theirs, and whatever that leads to,
 * so that no record points at one that is not there.
 */
export function chosen(all: Rows, models: GraphMap["models"]): Rows {
  const kept = new Map(Object.keys(models).map((model) => [model, new Set<Row>()]));
  const byId = new Map(Object.keys(models).map((model) => [model, new Map(all[model]?.map((row) => [row.id, row]))]));
  const of = (model: string) => all[model] ?? [];
  const has = (model: string, id: unknown) => kept.get(model)?.has(byId.get(model)?.get(id) ?? {}) ?? false;

  /** Keeps a record with those that it points at. */
  function keep(model: string, row: Row | undefined): void {
    const rows = kept.get(model);
    if (!row || !rows || rows.has(row)) return;
    rows.add(row);
    for (const { model: target, isMany, here } of Object.values(models[model]?.relations ?? {}))
      if (!isMany && row[here] !== null) keep(target, byId.get(target)?.get(row[here]));
  }

  /** Whether the relation leads to a record that is kept. */
  function isPartOf(model: string, row: Row, relation: string): boolean {
    const { model: target = "", here = "" } = models[model]?.relations[relation] ?? {};
    return has(target, row[here]);
  }

  for (const [ubigeo, count] of Object.entries(FAMILIES)) {
    const region = of("Region").find((row) => row.ubigeo === ubigeo);
    keep("Region", region);
    for (const family of of("Family")
      .filter(({ regionId }) => regionId === region?.id)
      .slice(0, count))
      keep("Family", family);
  }
  keep("Family", of("Family")[0]);
  for (const model of WHOLE) for (const row of of(model)) keep(model, row);
  const regions = new Set(
    of("Region")
      .filter(({ id }) => has("Region", id))
      .map(({ id }) => id),
  );
  for (const row of of("LocalGovernment"))
    if (regions.has(row.regionId) && row.level !== "DISTRICT") keep("LocalGovernment", row);
  for (const [model, most] of Object.entries(MOST)) {
    const near = of(model).filter(
      (row) => row.localGovernmentId === null || has("LocalGovernment", row.localGovernmentId),
    );
    for (const row of near.slice(0, most)) keep(model, row);
  }
  for (const row of of("Investment")) {
    const recipients = ["recipientFamily", "recipientLocalGovernment", "recipientLocality", "recipientEnterprise"];
    if (recipients.some((relation) => isPartOf("Investment", row, relation))) keep("Investment", row);
  }
  for (const row of of("LocalGovernmentBudget"))
    if (Number(row.year) >= FIRST_BUDGET && isPartOf("LocalGovernmentBudget", row, "localGovernment"))
      keep("LocalGovernmentBudget", row);
  for (const row of of("CocaArea")) {
    const isNational = row.zoneId === null && row.regionId === null;
    if (isNational || isPartOf("CocaArea", row, "region")) keep("CocaArea", row);
  }
  for (const [model, relation] of PARTS)
    for (const row of of(model)) if (isPartOf(model, row, relation)) keep(model, row);
  return Object.fromEntries([...kept].map(([model, rows]) => [model, of(model).filter((row) => rows.has(row))]));
}
