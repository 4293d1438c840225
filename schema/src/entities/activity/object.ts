import { ActivityStatus } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { Intervention } from "../intervention/object.ts";
import { PartialDate, partialDate } from "./partial-date.ts";
import { ActivitySector } from "./sector.ts";

export const ActivityStatusType = enumType(
  "ActivityStatus",
  ActivityStatus,
  "Where an activity stands, by IATI's list.",
  {
    PIPELINE: "Being planned.",
    IMPLEMENTATION: "Under way.",
    FINALISATION: "Ended, with accounts still open.",
    CLOSED: "Ended.",
    CANCELLED: "Given up.",
    SUSPENDED: "Halted for now.",
  },
);

export const Activity = builder.prismaNode("Activity", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description:
    "A project of the programme: an activity in the sense of the International Aid Transparency Initiative (IATI).",
  fields: (t) => ({
    identifier: t.exposeString("identifier", { description: "Identifier of the activity." }),
    title: t.exposeString("title", { description: "Title." }),
    description: t.exposeString("description", {
      nullable: true,
      description: "What is published of it, where anything is.",
    }),
    status: t.expose("status", { type: ActivityStatusType, description: "Where it stands." }),
    implementer: t.relation("implementer", { description: "The organisation that carries it out." }),
    starts: t.field({
      type: PartialDate,
      nullable: true,
      description: "When it began, as exactly as is published.",
      select: { startsOn: true, startsOnPrecision: true },
      resolve: ({ startsOn, startsOnPrecision }) => partialDate(startsOn, startsOnPrecision),
    }),
    ends: t.field({
      type: PartialDate,
      nullable: true,
      description: "When it ends or ended, as exactly as is published.",
      select: { endsOn: true, endsOnPrecision: true },
      resolve: ({ endsOn, endsOnPrecision }) => partialDate(endsOn, endsOnPrecision),
    }),
    sectors: t.relation("sectors", {
      type: ActivitySector,
      description: "Sectors by the codes of the OECD's Development Assistance Committee.",
      query: { orderBy: { code: "asc" } },
    }),
    interventions: t.field({
      type: [Intervention],
      description: "Kinds of intervention that it carries.",
      select: (_args, _context, nestedSelection) => ({
        interventions: { orderBy: { intervention: { code: "asc" } }, select: { intervention: nestedSelection(true) } },
      }),
      resolve: ({ interventions }) => interventions.map(({ intervention }) => intervention),
    }),
    source: t.relation("source", { description: "Where the facts were published." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
