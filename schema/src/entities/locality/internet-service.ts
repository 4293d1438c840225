import type { Prisma } from "@chacra/prisma";
import { InternetServiceKind } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { date, one, oneOf } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { enumType } from "../../enum-type.ts";
import { OrganizationWhere } from "../organization/where.ts";

export const InternetServiceKindType = enumType(
  "InternetServiceKind",
  InternetServiceKind,
  "A kind of internet service.",
  {
    FIXED_4G: "Fixed wireless access over a 4G network.",
    MOBILE_4G: "Mobile internet over a 4G network.",
  },
);

export const InternetService = builder.prismaObject("InternetService", {
  description: "An internet service that reaches a locality.",
  select: { id: true },
  fields: (t) => ({
    service: t.expose("kind", { type: InternetServiceKindType, description: "Fixed or mobile." }),
    activeOn: t.expose("activeOn", { type: "Date", description: "First day of service." }),
    operator: t.relation("operator", { description: "The operator of the network." }),
  }),
});

export const InternetServiceWhere: Where = where<Prisma.InternetServiceWhereInput>(
  "InternetService",
  "internet services",
  () => ({
    activeOn: date("First day of service."),
    operator: one(() => OrganizationWhere, "The operator of the network."),
  }),
  () => ({ service: { column: "kind", condition: oneOf(InternetServiceKindType, "Fixed or mobile.") } }),
);
