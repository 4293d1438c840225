import { edges } from "../../connection/fields.ts";
import { activities } from "../activity/query.ts";
import { bodiesOfOrganization } from "../coordination-body/membership.ts";
import { investments } from "../investment/query.ts";
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
