import { type EdgeField, through } from "../../connection/connection.ts";
import { organizations } from "../organization/query.ts";
import { coordinationBodies } from "./query.ts";

const membership: Record<string, EdgeField> = {
  chairs: { type: "Boolean", description: "Whether the organisation chairs the body." },
};

/** From a body to its members. */
export const membersOfBody = through(organizations, {
  name: "CoordinationMember",
  plural: "members of a coordination body",
  model: "CoordinationMembership",
  nodeRelation: "organization",
  edgeFields: membership,
});

/** From an organisation to the bodies that it is a member of. */
export const bodiesOfOrganization = through(coordinationBodies, {
  name: "OrganizationCoordinationBody",
  plural: "coordination bodies of an organisation",
  model: "CoordinationMembership",
  nodeRelation: "body",
  edgeFields: membership,
});
