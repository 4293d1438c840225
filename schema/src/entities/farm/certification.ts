import { CertificationKind, type Prisma } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { date, oneOf } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { enumType } from "../../enum-type.ts";

export const CertificationKindType = enumType(
  "CertificationKind",
  CertificationKind,
  "A standard that a farm is certified by.",
  {
    ORGANIC: "Organic production.",
    FAIRTRADE: "Fairtrade.",
    RAINFOREST_ALLIANCE: "Rainforest Alliance.",
  },
);

export const FarmCertification = builder.prismaObject("FarmCertification", {
  description: "A certificate of a farm.",
  select: { id: true },
  fields: (t) => ({
    kind: t.expose("kind", { type: CertificationKindType, description: "The standard." }),
    validFrom: t.expose("validFrom", { type: "Date", description: "First day of validity." }),
    validUntil: t.expose("validUntil", { type: "Date", description: "Last day of validity." }),
  }),
});

export const FarmCertificationWhere: Where = where<Prisma.FarmCertificationWhereInput>(
  "FarmCertification",
  "certificates",
  () => ({
    kind: oneOf(CertificationKindType, "The standard."),
    validFrom: date("First day of validity."),
    validUntil: date("Last day of validity."),
  }),
);
