import type { Prisma } from "@chacra/prisma";
import { int, many, number, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FamilyWhere } from "../family/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { PlotWhere } from "../plot/where.ts";
import { RegionWhere } from "../region/where.ts";
import { CocaFreeVerificationWhere } from "../verification/where.ts";
import { FarmCertificationWhere } from "./certification.ts";

export const FarmWhere: Where = where<Prisma.FarmWhereInput>("Farm", "farms", () => ({
  code: text("The code of the farm."),
  hectares: number("Area in hectares."),
  altitude: int("Altitude in metres above sea level."),
  family: one(() => FamilyWhere, "The family that works the farm."),
  localGovernment: one(() => LocalGovernmentWhere, "The district government where the farm lies."),
  region: one(() => RegionWhere, "The region where the farm lies."),
  plots: many(() => PlotWhere, "The plots of the farm."),
  certifications: many(() => FarmCertificationWhere, "The certificates of the farm."),
  verifications: many(() => CocaFreeVerificationWhere, "Checks of eradicated areas on the farm."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
