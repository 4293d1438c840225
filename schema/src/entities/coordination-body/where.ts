import type { Prisma } from "@chacra/prisma";
import { many, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { OrganizationWhere } from "../organization/where.ts";
import { CoordinationLevelType } from "./object.ts";

export const CoordinationBodyWhere: Where = where<Prisma.CoordinationBodyWhereInput>(
  "CoordinationBody",
  "coordination bodies",
  () => ({
    code: text("The code of the body."),
    name: text("The name.", "nameSearch"),
    level: oneOf(CoordinationLevelType, "Level of coordination."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    members: {
      column: "memberships",
      condition: many(() => OrganizationWhere, "The member organisations.", "organization"),
    },
  }),
);
