import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { MarketEvent } from "./object.ts";
import { MarketEventOrder } from "./order.ts";
import { MarketEventPolicy } from "./policy.ts";
import { MarketEventWhere } from "./where.ts";

export const marketEvents = connection({
  name: "MarketEvent",
  plural: "market events",
  model: "MarketEvent",
  policy: MarketEventPolicy,
  node: MarketEvent,
  where: MarketEventWhere,
  order: MarketEventOrder,
});

rootConnection("marketEvents", marketEvents, "Fairs and contests where producers meet buyers.");
