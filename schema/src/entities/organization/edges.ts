import { edges } from "../../connection/fields.ts";
import { activities } from "../activity/query.ts";
import { bodiesOfOrganization } from "../coordination-body/membership.ts";
import { supportedEnterprises } from "../enterprise/supported.ts";
import { investments } from "../investment/query.ts";
import { localitiesOfOperator } from "../locality/operated.ts";
import { eventsOfOrganization } from "../market-event/participation.ts";
import { trainings } from "../training/query.ts";
import { Organization } from "./object.ts";

edges(Organization, "Organization", () => ({
  activities: { to: activities, description: "Projects that the organisation implements." },
  trainings: { to: trainings, description: "Trainings that the organisation gives." },
  investments: {
    to: investments,
    relation: "fundedInvestments",
    description: "Investments made with the organisation's money.",
  },
  localities: {
    to: localitiesOfOperator,
    relation: "internetServices",
    description: "Localities that the organisation connects to the internet: one edge for each service.",
  },
  enterprises: {
    to: supportedEnterprises,
    relation: "enterpriseSupport",
    description: "Local businesses that the organisation supported: one edge for each support.",
  },
  marketEvents: {
    to: eventsOfOrganization,
    relation: "marketParticipation",
    description: "Fairs and contests in which the organisation took part.",
  },
  coordinationBodies: {
    to: bodiesOfOrganization,
    relation: "coordination",
    description: "Coordination bodies of which the organisation is a member.",
  },
}));
