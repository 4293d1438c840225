import { EnterpriseSupportKind, type Prisma } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { date, one, oneOf } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { enumType } from "../../enum-type.ts";
import { ActivityWhere } from "../activity/where.ts";
import { OrganizationWhere } from "../organization/where.ts";

export const EnterpriseSupportKindType = enumType(
  "EnterpriseSupportKind",
  EnterpriseSupportKind,
  "How a business is supported.",
  {
    TRAINING: "Training of its people.",
    MENTORING: "Advice of an experienced person over some time.",
    SEED_CAPITAL: "Money to begin with.",
  },
);

export const EnterpriseSupport = builder.prismaObject("EnterpriseSupport", {
  description: "Support that a local business was given.",
  select: { id: true },
  fields: (t) => ({
    kind: t.expose("kind", { type: EnterpriseSupportKindType, description: "How it was supported." }),
    suppliedOn: t.expose("suppliedOn", { type: "Date", description: "Day on which the support was given." }),
    organization: t.relation("organization", { description: "The organisation that gave it." }),
    activity: t.relation("activity", { description: "The project that it was part of." }),
  }),
});

export const EnterpriseSupportWhere: Where = where<Prisma.EnterpriseSupportWhereInput>(
  "EnterpriseSupport",
  "supports of a business",
  () => ({
    kind: oneOf(EnterpriseSupportKindType, "How it was supported."),
    suppliedOn: date("Day on which the support was given."),
    organization: one(() => OrganizationWhere, "The organisation that gave it."),
    activity: one(() => ActivityWhere, "The project that it was part of."),
  }),
);
