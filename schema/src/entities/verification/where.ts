import type { Prisma } from "@chacra/prisma";
import { date, number, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FarmWhere } from "../farm/where.ts";
import { VerificationMethodType } from "./object.ts";

export const CocaFreeVerificationWhere: Where = where<Prisma.CocaFreeVerificationWhereInput>(
  "CocaFreeVerification",
  "coca-free verifications",
  () => ({
    code: text("The code of the check."),
    areaCode: text("The code of the eradicated area."),
    verifiedOn: date("Day of the check."),
    supersededOn: date("Day of the next check of the same area; isNull asks for the latest check of each area."),
    method: oneOf(VerificationMethodType, "How it was checked."),
    eradicatedHectares: number("Area on which coca had been eradicated, in hectares."),
    cocaFreeHectares: number("Part of it that was without coca, in hectares."),
    farm: one(() => FarmWhere, "The farm on which the area lies."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
);
