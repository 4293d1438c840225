import { edges } from "../../connection/fields.ts";
import { enterprises } from "../enterprise/query.ts";
import { families } from "../family/query.ts";
import { investments } from "../investment/query.ts";
import { Locality } from "./object.ts";

edges(Locality, "Locality", () => ({
  families: { to: families, description: "Assisted families of the locality." },
  enterprises: { to: enterprises, description: "Local businesses of the locality." },
  investments: { to: investments, description: "Investments that the locality received." },
}));
