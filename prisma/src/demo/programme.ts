import { loadActors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { loadCapacity } from "./capacity.ts";
import { loadCertifications } from "./certifications.ts";
import { loadConnectivity, planConnectivityInvestments } from "./connectivity.ts";
import { loadCoordination } from "./coordination.ts";
import { programmeDistricts } from "./districts.ts";
import { loadEnterprises, planEnterpriseSupport } from "./enterprises.ts";
import { loadFamilies, planFamilies } from "./families.ts";
import { planFamilyFinancing } from "./family-financing.ts";
import { loadFarms, planFarms } from "./farms.ts";
import { loadGeography } from "./geography.ts";
import { loadHarvests } from "./harvests.ts";
import { loadIncomes } from "./incomes.ts";
import { loadIndicators } from "./indicators.ts";
import { loadDisbursements, loadInvestments } from "./investments.ts";
import { loadLocalities } from "./localities.ts";
import { loadCountryRankings, loadMarketEvents } from "./markets.ts";
import { loadMembers, planMembers } from "./members.ts";
import { loadParticipations } from "./participations.ts";
import { loadPlots, planPlots } from "./plots.ts";
import { planPublicResources } from "./public-resources.ts";
import { loadPublishedFigures } from "./published-figures.ts";
import type { Streams } from "./random.ts";
import { loadSources } from "./sources.ts";
import { loadTrainings, planTrainings } from "./trainings.ts";
import { loadVerifications } from "./verifications.ts";
import { loadBudgets, loadZones } from "./zones.ts";

/** The names of the steps, in order. */
export const PROGRAMME_STEPS = [
  "geography",
  "programme",
  "families",
  "farms",
  "plots",
  "harvests",
  "verifications",
  "trainings",
  "investments",
] as const;
export type ProgrammeStep = (typeof PROGRAMME_STEPS)[number];

/** Loads the whole demo programme: first what is real, then the families and what hangs on them. */
export async function loadProgramme(
  load: BulkLoad,
  streams: Streams,
  scale: number,
  onStep: (step: ProgrammeStep) => void,
): Promise<void> {
  onStep("geography");
  const sources = await loadSources(load);
  const geography = await loadGeography(load);
  await loadZones(load, geography, sources);
  await loadBudgets(load, geography, sources);
  const districts = programmeDistricts(geography);

  onStep("programme");
  const actors = await loadActors(load, sources);
  await loadCoordination(load, streams("coordination"), actors);
  await loadMarketEvents(load, geography, actors, sources);
  await loadCountryRankings(load, sources);
  await loadIndicators(load);
  await loadPublishedFigures(load, sources);
  await loadCapacity(load, streams("capacity"), districts);
  const localities = await loadLocalities(load, streams("localities"), districts, scale);

  onStep("families");
  const families = await planFamilies(streams("families"), districts, localities, scale);
  await loadFamilies(load, streams, families, districts);
  const members = await planMembers(streams("members"), families);
  await loadMembers(load, members, families, districts);
  await loadIncomes(load, streams, families, scale);

  onStep("farms");
  const farms = await planFarms(streams("farms"), families, districts);
  await loadFarms(load, streams, farms, families, districts);
  await loadCertifications(load, streams("certifications"), farms, families);

  onStep("plots");
  const plots = await planPlots(streams("plots"), farms, scale);
  await loadPlots(load, streams, plots, farms, families, districts);

  onStep("harvests");
  await loadHarvests(load, streams("harvests"), plots, farms, families, districts);

  onStep("verifications");
  await loadVerifications(load, streams("verifications"), farms, families, scale);

  onStep("trainings");
  const trainings = await planTrainings(streams("trainings"), families, members, districts.length, scale);
  await loadTrainings(load, streams, trainings, districts, actors);
  await loadParticipations(load, streams("participations"), trainings, members, families, districts);

  onStep("investments");
  const connectivity = streams("connectivity");
  const enterprises = streams("enterprises");
  const connected = await loadConnectivity(load, connectivity, localities, districts, actors, scale);
  const supports = await loadEnterprises(load, enterprises, connected, localities, districts, actors, scale);
  const batches = [
    await planFamilyFinancing(streams, families, districts, actors, scale),
    await planPublicResources(streams("public resources"), districts, geography, actors, scale),
    await planConnectivityInvestments(connectivity, connected, actors, scale),
    planEnterpriseSupport(enterprises, supports, actors),
  ];
  await loadInvestments(load, batches);
  await loadDisbursements(load, streams("disbursements"), batches);
}
