import { edges } from "../../connection/fields.ts";
import { enterprises } from "../enterprise/query.ts";
import { families } from "../family/query.ts";
import { farms } from "../farm/query.ts";
import { investments } from "../investment/query.ts";
import { localities } from "../locality/query.ts";
import { marketEvents } from "../market-event/query.ts";
import { trainings } from "../training/query.ts";
import { LocalGovernment } from "./object.ts";

edges(LocalGovernment, "LocalGovernment", () => ({
  localities: { to: localities, description: "Populated centres in the territory." },
  families: { to: families, description: "Assisted families that live in the territory." },
  farms: { to: farms, description: "Farms that lie in the territory." },
  trainings: { to: trainings, description: "Trainings given in the territory." },
  investments: { to: investments, description: "Investments made in the territory, whoever received them." },
  receivedInvestments: { to: investments, description: "Investments that the government itself received." },
  enterprises: { to: enterprises, description: "Local businesses of the territory." },
  marketEvents: { to: marketEvents, description: "Fairs and contests held in the territory." },
}));
