import { CoordinationLevel, Provenance } from "../generated/client/enums.ts";
import type { Actors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { isoDay, LAST_DAY } from "./days.ts";
import { Ids, list, oneOf, readFacts } from "./facts.ts";
import type { Random } from "./random.ts";
import { csvLines, table } from "./tables.ts";

const COORDINATION_BODY = table("CoordinationBody", "id", "code", "name", "level", "description", "provenance");
const COORDINATION_MEMBERSHIP = table("CoordinationMembership", "id", "bodyId", "organizationId", "chairs");
const COORDINATION_AGREEMENT = table("CoordinationAgreement", "id", "bodyId", "code", "title", "agreedOn");
const COORDINATION_INSTRUMENT = table(
  "CoordinationInstrument",
  "id",
  "code",
  "name",
  "level",
  "description",
  "bodyId",
  "provenance",
);

const AGREEMENTS_PER_BODY = 8;
const AGREEMENT_TITLES = [
  "Priorizar distritos posterradicación",
  "Compartir el calendario de capacitaciones",
  "Publicar el avance de las transferencias",
  "Coordinar la asistencia técnica de la campaña",
  "Revisar los casos de resiembra",
  "Articular mercados y ferias",
] as const;

/** Loads the bodies that coordinate the National Anti-Drug Policy, who sits in them, what they agreed and by which instruments. */
export async function loadCoordination(load: BulkLoad, random: Random, { organizations }: Actors): Promise<void> {
  const bodies = readFacts("coordination_bodies", "code", "name", "level", "description", "members");
  const ids = new Ids(bodies.map(({ code }) => code));
  await load.load(
    COORDINATION_BODY,
    csvLines(
      COORDINATION_BODY,
      bodies.map(({ code, name, level, description }) => ({
        id: ids.of(code),
        code,
        name,
        level: oneOf(CoordinationLevel, level),
        description,
        provenance: "SYNTHETIC" as const,
      })),
    ),
  );
  const seats = bodies.flatMap(({ code, members }) => list(members).map((member) => ({ code, member })));
  await load.load(
    COORDINATION_MEMBERSHIP,
    csvLines(
      COORDINATION_MEMBERSHIP,
      seats.map(({ code, member }, index) => ({
        id: index + 1,
        bodyId: ids.of(code),
        // A star marks who chairs.
        organizationId: organizations.of(member.replace("*", "")),
        chairs: member.endsWith("*"),
      })),
    ),
  );
  const agreements = bodies.flatMap(({ code }) =>
    Array.from({ length: AGREEMENTS_PER_BODY }, (_, turn) => ({
      bodyId: ids.of(code),
      title: random.pick(AGREEMENT_TITLES),
      agreedOn: isoDay(Math.floor(random.between(turn, turn + 1) * (LAST_DAY / AGREEMENTS_PER_BODY))),
    })),
  );
  await load.load(
    COORDINATION_AGREEMENT,
    csvLines(
      COORDINATION_AGREEMENT,
      agreements.map((agreement, index) => ({
        id: index + 1,
        code: `AGR-${String(index + 1).padStart(4, "0")}`,
        ...agreement,
      })),
    ),
  );
  const instruments = readFacts(
    "coordination_instruments",
    "code",
    "name",
    "level",
    "description",
    "body",
    "provenance",
  );
  await load.load(
    COORDINATION_INSTRUMENT,
    csvLines(
      COORDINATION_INSTRUMENT,
      instruments.map(({ code, name, level, description, body, provenance }, index) => ({
        id: index + 1,
        code,
        name,
        level: oneOf(CoordinationLevel, level),
        description,
        bodyId: ids.orNull(body),
        provenance: oneOf(Provenance, provenance),
      })),
    ),
  );
}
