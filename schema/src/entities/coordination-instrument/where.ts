import type { Prisma } from "@chacra/prisma";
import { oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { CoordinationLevelType } from "../coordination-body/object.ts";
import { CoordinationBodyWhere } from "../coordination-body/where.ts";

export const CoordinationInstrumentWhere: Where = where<Prisma.CoordinationInstrumentWhereInput>(
  "CoordinationInstrument",
  "coordination instruments",
  () => ({
    code: text("The code of the instrument."),
    name: text("The name.", "nameSearch"),
    level: oneOf(CoordinationLevelType, "Level of coordination."),
    body: oneOrNone(() => CoordinationBodyWhere, "The body that answers for it."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
);
