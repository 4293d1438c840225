import type { Prisma } from "@chacra/prisma";
import { many, number, one, oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FamilyWhere } from "../family/where.ts";
import { FarmWhere } from "../farm/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { LocalityWhere } from "../locality/where.ts";
import { ProvinceWhere } from "../province/where.ts";
import { RegionWhere } from "../region/where.ts";
import { TrainingWhere } from "../training/where.ts";
import { ZoneWhere } from "../zone/where.ts";
import { GovernmentLevelType } from "./object.ts";

export const LocalGovernmentWhere: Where = where<Prisma.LocalGovernmentWhereInput>(
  "LocalGovernment",
  "local governments",
  () => ({
    ubigeo: text("The INEI code."),
    name: text("The name.", "nameSearch"),
    level: oneOf(GovernmentLevelType, "Regional, provincial or district."),
    povertyRate: number("Share of poor people in 2018, in percent."),
    region: one(() => RegionWhere, "The government's region."),
    province: oneOrNone(() => ProvinceWhere, "The government's province."),
    localities: many(() => LocalityWhere, "Populated centres in its territory."),
    families: many(() => FamilyWhere, "Assisted families in its territory."),
    farms: many(() => FarmWhere, "Farms in its territory."),
    trainings: many(() => TrainingWhere, "Trainings given in its territory."),
    investments: many(() => InvestmentWhere, "Investments made in its territory."),
    receivedInvestments: many(() => InvestmentWhere, "Investments that the government itself received."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    zones: { column: "zoneCoverages", condition: many(() => ZoneWhere, "Zones that cover the territory.", "zone") },
  }),
);
