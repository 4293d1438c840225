import { InterventionCode } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";

export const InterventionCodeType = enumType(
  "InterventionCode",
  InterventionCode,
  "A kind of intervention of the programme.",
  {
    AGROFORESTRY: "Growing crops among trees.",
    LOCAL_GOVERNANCE: "Stronger local governments.",
    CAPACITY_BUILDING: "Training of people and organisations.",
    INFRASTRUCTURE: "Roads, water, buildings and networks.",
    DIGITIZATION: "Processes and records made digital.",
    DIGITAL_INCLUSION: "Access to the internet, and the skill to use it.",
    FINANCIAL_INCLUSION: "Access to savings, credit and payments.",
  },
);

export const Intervention = builder.prismaNode("Intervention", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A kind of intervention, carried by activities, trainings and investments.",
  fields: (t) => ({
    code: t.expose("code", { type: InterventionCodeType, description: "Code." }),
    name: t.exposeString("name", { description: "Name in English." }),
    nameEs: t.exposeString("nameEs", { description: "Name in Spanish." }),
    description: t.exposeString("description", { description: "What it is, in a sentence." }),
  }),
});
