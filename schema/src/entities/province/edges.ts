import { edges } from "../../connection/fields.ts";
import { localGovernments } from "../local-government/query.ts";
import { Province } from "./object.ts";

edges(Province, "Province", () => ({
  localGovernments: {
    to: localGovernments,
    description: "The provincial government and the district governments of the province.",
  },
}));
