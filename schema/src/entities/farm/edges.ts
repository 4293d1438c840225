import { edges } from "../../connection/fields.ts";
import { plots } from "../plot/query.ts";
import { verifications } from "../verification/query.ts";
import { Farm } from "./object.ts";

edges(Farm, "Farm", () => ({
  plots: { to: plots, description: "The plots of the farm, one crop each." },
  verifications: { to: verifications, description: "Checks of eradicated areas on the farm." },
}));
