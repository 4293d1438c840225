import { CapacityDimension } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";

export const CapacityDimensionType = enumType(
  "CapacityDimension",
  CapacityDimension,
  "What a capacity assessment looks at.",
  {
    PLANNING: "Planning with goals and participation of the people.",
    FINANCIAL_MANAGEMENT: "Handling of budget, accounts and purchases.",
    PUBLIC_INVESTMENT: "Formulation and execution of public investments.",
    CITIZEN_PARTICIPATION: "Accountability and room for citizens.",
  },
);

export const CapacityAssessment = builder.prismaObject("CapacityAssessment", {
  description: "A dated assessment of one capacity of a local government.",
  select: { id: true },
  fields: (t) => ({
    dimension: t.expose("dimension", { type: CapacityDimensionType, description: "The capacity that was assessed." }),
    assessedOn: t.expose("assessedOn", { type: "Date", description: "Day of the assessment." }),
    score: t.exposeFloat("score", {
      description: "Score in points, from 0 (none) to 100 (full capacity).",
    }),
  }),
});
