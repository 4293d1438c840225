import { GovernmentLevel } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { Coordinates, point } from "../../coordinates.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { Zone } from "../zone/object.ts";
import { LocalGovernmentBudget } from "./budget.ts";
import { CapacityAssessment } from "./capacity-assessment.ts";

export const GovernmentLevelType = enumType(
  "GovernmentLevel",
  GovernmentLevel,
  "The level of a sub-national government.",
  {
    REGIONAL: "Regional government: ubigeo of 2 digits.",
    PROVINCIAL: "Provincial municipality: ubigeo of 4 digits. It also governs the province's capital district.",
    DISTRICT: "District: ubigeo of 6 digits.",
  },
);

export const LocalGovernment = builder.prismaNode("LocalGovernment", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A regional, provincial or district government and the territory that it governs.",
  fields: (t) => ({
    ubigeo: t.exposeString("ubigeo", {
      description: "INEI code: 2 digits for a region, 4 for a province, 6 for a district.",
    }),
    level: t.expose("level", { type: GovernmentLevelType, description: "Regional, provincial or district." }),
    name: t.exposeString("name", { description: "Name in Spanish." }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where the seat lies, where known.",
      select: { latitude: true, longitude: true },
      resolve: point,
    }),
    povertyRate: t.exposeFloat("povertyRate", {
      nullable: true,
      description: "Share of the people who were poor in 2018, in percent (0 to 100), where known.",
    }),
    region: t.relation("region", { description: "The region that the government belongs to." }),
    province: t.relation("province", {
      nullable: true,
      description: "The province that the government belongs to; null for a regional government.",
    }),
    zones: t.field({
      type: [Zone],
      description: "Zones of intervention that cover the territory, in whole or in part.",
      select: (_args, _context, nestedSelection) => ({
        zoneCoverages: { orderBy: { zone: { code: "asc" } }, select: { zone: nestedSelection(true) } },
      }),
      resolve: ({ zoneCoverages }) => zoneCoverages.map(({ zone }) => zone),
    }),
    budgets: t.relation("budgets", {
      type: LocalGovernmentBudget,
      description: "Yearly budgets as the Ministry of Economy and Finance publishes them.",
      query: { orderBy: { year: "asc" } },
    }),
    capacityAssessments: t.relation("capacityAssessments", {
      type: CapacityAssessment,
      description: "How well the government managed, by dimension and date.",
      query: { orderBy: [{ assessedOn: "asc" }, { dimension: "asc" }] },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
