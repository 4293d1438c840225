import {
  Commodity,
  MarketEventRole,
  MarketEventSeries,
  ProductionKind,
  Provenance,
} from "../generated/client/enums.ts";
import type { Actors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { LAST_YEAR } from "./days.ts";
import { Ids, list, numberOrNull, oneOf, readFacts, textOrNull } from "./facts.ts";
import type { Geography } from "./geography.ts";
import { csvLines, table } from "./tables.ts";

const MARKET_EVENT = table(
  "MarketEvent",
  "id",
  "code",
  "series",
  "edition",
  "year",
  "startsOn",
  "endsOn",
  "city",
  "country",
  "localGovernmentId",
  "verification",
  "provenance",
  "sourceId",
);
const MARKET_EVENT_PARTICIPATION = table(
  "MarketEventParticipation",
  "id",
  "eventId",
  "organizationId",
  "role",
  "provenance",
);
const COUNTRY_RANKING = table(
  "CountryRanking",
  "id",
  "code",
  "commodity",
  "production",
  "label",
  "rank",
  "band",
  "year",
  "provenance",
  "sourceId",
);

/** Loads the fairs and contests with who took part in them up to the end of the period. */
export async function loadMarketEvents(
  load: BulkLoad,
  { governments }: Geography,
  { organizations }: Actors,
  sources: Ids,
): Promise<void> {
  const events = readFacts(
    "market_events",
    "code",
    "series",
    "edition",
    "year",
    "starts_on",
    "ends_on",
    "city",
    "country",
    "host_ubigeo",
    "verification",
    "source",
  );
  const ids = new Ids(events.map(({ code }) => code));
  await load.load(
    MARKET_EVENT,
    csvLines(
      MARKET_EVENT,
      events.map((event) => ({
        id: ids.of(event.code),
        code: event.code,
        series: oneOf(MarketEventSeries, event.series),
        edition: numberOrNull(event.edition),
        year: numberOrNull(event.year),
        startsOn: textOrNull(event.starts_on),
        endsOn: textOrNull(event.ends_on),
        city: textOrNull(event.city),
        country: event.country,
        localGovernmentId: governments.orNull(event.host_ubigeo),
        verification: event.verification,
        provenance: "REAL" as const,
        sourceId: sources.of(event.source),
      })),
    ),
  );
  const roles = readFacts("market_event_roles", "series", "role", "organizations", "provenance");
  const participations = events
    .filter(({ year }) => Number(year) <= LAST_YEAR)
    .flatMap((event) =>
      roles
        .filter(({ series }) => series === event.series)
        .flatMap((role) => list(role.organizations).map((organization) => ({ event, role, organization }))),
    );
  await load.load(
    MARKET_EVENT_PARTICIPATION,
    csvLines(
      MARKET_EVENT_PARTICIPATION,
      participations.map(({ event, role, organization }, index) => ({
        id: index + 1,
        eventId: ids.of(event.code),
        organizationId: organizations.of(organization),
        role: oneOf(MarketEventRole, role.role),
        provenance: oneOf(Provenance, role.provenance),
      })),
    ),
  );
}

/** Loads what others say of Peru's place among producers; nothing here is derived from records. */
export async function loadCountryRankings(load: BulkLoad, sources: Ids): Promise<void> {
  const rankings = readFacts(
    "country_rankings",
    "code",
    "commodity",
    "production",
    "label",
    "rank",
    "band",
    "year",
    "source",
  );
  await load.load(
    COUNTRY_RANKING,
    csvLines(
      COUNTRY_RANKING,
      rankings.map((ranking, index) => ({
        id: index + 1,
        code: ranking.code,
        commodity: oneOf(Commodity, ranking.commodity),
        production: oneOf(ProductionKind, ranking.production),
        label: ranking.label,
        rank: numberOrNull(ranking.rank),
        band: numberOrNull(ranking.band),
        year: numberOrNull(ranking.year),
        provenance: "REAL" as const,
        sourceId: sources.of(ranking.source),
      })),
    ),
  );
}
