import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";

export const TrainingParticipation = builder.prismaNode("TrainingParticipation", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("TrainingParticipation", id, context),
  nullable: true,
  select: { id: true },
  description: "That one person takes part in one training.",
  fields: (t) => ({
    training: t.relation("training", { description: "The training." }),
    member: t.relation("member", { description: "The person." }),
    family: t.relation("family", { description: "The person's family." }),
    attendanceRate: t.exposeFloat("attendanceRate", {
      description: "Share of the hours that the person attended, from 0 to 1.",
    }),
    certified: t.exposeBoolean("certified", { description: "Whether the person earned the certificate." }),
  }),
});
