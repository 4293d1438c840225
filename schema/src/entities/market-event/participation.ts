import { MarketEventRole } from "@chacra/prisma";
import { type EdgeField, through } from "../../connection/connection.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { organizations } from "../organization/query.ts";
import { marketEvents } from "./query.ts";

const MarketEventRoleType = enumType(
  "MarketEventRole",
  MarketEventRole,
  "What an organisation did at a fair or contest.",
  {
    ORGANIZER: "Organised it, alone or with others.",
    EXHIBITOR: "Showed its products.",
    COMPETITOR: "Sent a product into the contest.",
    GUEST_OF_HONOUR: "Was invited as guest of honour.",
  },
);

const participation: Record<string, EdgeField> = {
  role: { type: MarketEventRoleType, description: "What the organisation did there." },
  provenance: { type: ProvenanceType, description: provenanceDescription },
};

/** From an event to those who took part. */
export const participantsOfEvent = through(organizations, {
  name: "MarketEventParticipant",
  plural: "participants of a market event",
  model: "MarketEventParticipation",
  nodeRelation: "organization",
  edgeFields: participation,
});

/** From an organisation to the events that it took part in. */
export const eventsOfOrganization = through(marketEvents, {
  name: "OrganizationMarketEvent",
  plural: "market events of an organisation",
  model: "MarketEventParticipation",
  nodeRelation: "event",
  edgeFields: participation,
});
