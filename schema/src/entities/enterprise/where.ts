import type { Prisma } from "@chacra/prisma";
import { int, many, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { LocalityWhere } from "../locality/where.ts";
import { CropType } from "../plot/object.ts";
import { RegionWhere } from "../region/where.ts";
import { EnterpriseSupportWhere } from "./support.ts";

export const EnterpriseWhere: Where = where<Prisma.EnterpriseWhereInput>(
  "Enterprise",
  "enterprises",
  () => ({
    code: text("The code of the enterprise."),
    name: text("The name.", "nameSearch"),
    valueChain: oneOf(CropType, "The value chain that it works in."),
    foundedYear: int("Year of foundation."),
    locality: one(() => LocalityWhere, "The populated centre where it has its seat."),
    localGovernment: one(() => LocalGovernmentWhere, "The district government where it has its seat."),
    region: one(() => RegionWhere, "The region where it has its seat."),
    support: many(() => EnterpriseSupportWhere, "Support that it was given."),
    investments: many(() => InvestmentWhere, "Investments that it received."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({ members: { column: "memberCount", condition: int("Number of members or owners.") } }),
);
