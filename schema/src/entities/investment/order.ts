import { InvestmentKind, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { OrganizationOrder } from "../organization/order.ts";
import { RegionOrder } from "../region/order.ts";

export const InvestmentOrder = order<Prisma.InvestmentOrderByWithRelationInput>(
  "Investment",
  "investments",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    kind: by.oneOf(InvestmentKind, "By kind, in the order of the list of kinds."),
    amount: by.decimal("By amount, without regard to the currency."),
    committedOn: by.date("By the day of the commitment."),
    funder: by.edge(() => OrganizationOrder, "By the funder."),
    localGovernment: by.edge(() => LocalGovernmentOrder, "By the local government."),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
