import type { Prisma } from "@chacra/prisma";
import { many, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { RegionWhere } from "../region/where.ts";

export const ProvinceWhere: Where = where<Prisma.ProvinceWhereInput>("Province", "provinces", () => ({
  ubigeo: text("The INEI code."),
  name: text("The name.", "nameSearch"),
  region: one(() => RegionWhere, "The province's region."),
  localGovernments: many(() => LocalGovernmentWhere, "The province's local governments."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
