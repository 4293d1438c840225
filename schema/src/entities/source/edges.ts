import { edges } from "../../connection/fields.ts";
import { activities } from "../activity/query.ts";
import { countryRankings } from "../country-ranking/query.ts";
import { marketEvents } from "../market-event/query.ts";
import { Source } from "./object.ts";

edges(Source, "Source", () => ({
  activities: { to: activities, description: "Projects whose facts come from the source." },
  marketEvents: { to: marketEvents, description: "Fairs and contests whose facts come from the source." },
  countryRankings: { to: countryRankings, description: "Rankings that the source states." },
}));
