import { edges } from "../../connection/fields.ts";
import { investments } from "../investment/query.ts";
import { Enterprise } from "./object.ts";

edges(Enterprise, "Enterprise", () => ({
  investments: { to: investments, description: "Investments that the enterprise received." },
}));
