import { edges } from "../../connection/fields.ts";
import { MarketEvent } from "./object.ts";
import { participantsOfEvent } from "./participation.ts";

edges(MarketEvent, "MarketEvent", () => ({
  participants: {
    to: participantsOfEvent,
    relation: "participations",
    description: "Organisations that took part, with their role on the edge.",
  },
}));
