import type { Prisma } from "@chacra/prisma";
import { many, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FamilyWhere } from "../family/where.ts";
import { FarmWhere } from "../farm/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { ProvinceWhere } from "../province/where.ts";
import { TrainingWhere } from "../training/where.ts";
import { ZoneWhere } from "../zone/where.ts";

export const RegionWhere: Where = where<Prisma.RegionWhereInput>(
  "Region",
  "regions",
  () => ({
    ubigeo: text("The INEI code."),
    name: text("The name.", "nameSearch"),
    capital: text("The capital city.", "capitalSearch"),
    provinces: many(() => ProvinceWhere, "The region's provinces."),
    localGovernments: many(() => LocalGovernmentWhere, "The region's local governments."),
    families: many(() => FamilyWhere, "The assisted families of the region."),
    farms: many(() => FarmWhere, "The farms in the region."),
    trainings: many(() => TrainingWhere, "The trainings given in the region."),
    investments: many(() => InvestmentWhere, "The investments made in the region."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    zones: {
      column: "zoneCoverages",
      condition: many(() => ZoneWhere, "The zones that reach into the region.", "zone"),
    },
  }),
);
