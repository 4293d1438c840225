import { OrganizationKind, OrganizationLevel } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const OrganizationKindType = enumType("OrganizationKind", OrganizationKind, "What an organisation is.", {
  DONOR: "Gives money for development.",
  IMPLEMENTER: "Carries out projects.",
  PUBLIC_ENTITY: "A body of the State.",
  COOPERATIVE: "A co-operative or association of producers.",
  BANK: "A bank, savings bank or microfinance institution.",
  FIRM: "A company.",
  UNIVERSITY: "A university.",
});

export const OrganizationLevelType = enumType(
  "OrganizationLevel",
  OrganizationLevel,
  "How far an organisation reaches.",
  {
    NATIONAL: "The whole country.",
    SUBNATIONAL: "A region or smaller.",
  },
);

export const Organization = builder.prismaNode("Organization", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A donor, implementer, public entity, co-operative, bank, firm or university.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Short code." }),
    name: t.exposeString("name", { description: "Name." }),
    kind: t.expose("kind", { type: OrganizationKindType, description: "What it is." }),
    level: t.expose("level", { type: OrganizationLevelType, description: "How far it reaches." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
