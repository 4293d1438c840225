import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { FamilyMember } from "./object.ts";
import { FamilyMemberOrder } from "./order.ts";
import { FamilyMemberPolicy } from "./policy.ts";
import { FamilyMemberWhere } from "./where.ts";

export const familyMembers = connection({
  name: "FamilyMember",
  plural: "family members",
  model: "FamilyMember",
  policy: FamilyMemberPolicy,
  node: FamilyMember,
  where: FamilyMemberWhere,
  order: FamilyMemberOrder,
});

rootConnection("familyMembers", familyMembers, "People of the assisted families, under pseudonyms.");
