import type { Prisma } from "@chacra/prisma";
import { many, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { EnterpriseWhere } from "../enterprise/where.ts";
import { FamilyWhere } from "../family/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { RegionWhere } from "../region/where.ts";
import { InternetServiceWhere } from "./internet-service.ts";

export const LocalityWhere: Where = where<Prisma.LocalityWhereInput>(
  "Locality",
  "localities",
  () => ({
    code: text("The code of 10 digits."),
    name: text("The name.", "nameSearch"),
    localGovernment: one(() => LocalGovernmentWhere, "The district government."),
    region: one(() => RegionWhere, "The region."),
    families: many(() => FamilyWhere, "Assisted families of the locality."),
    enterprises: many(() => EnterpriseWhere, "Local businesses of the locality."),
    investments: many(() => InvestmentWhere, "Investments that the locality received."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    connections: {
      column: "services",
      condition: many(() => InternetServiceWhere, "Internet services that reach it."),
    },
  }),
);
