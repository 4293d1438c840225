import { through } from "../../connection/connection.ts";
import { InternetServiceKindType } from "./internet-service.ts";
import { localities } from "./query.ts";

/** From an operator to the localities that it connects. */
export const localitiesOfOperator = through(localities, {
  name: "OperatedLocality",
  plural: "localities connected by an operator",
  model: "InternetService",
  nodeRelation: "locality",
  edgeFields: {
    kind: { type: InternetServiceKindType, description: "Fixed or mobile." },
    activeOn: { type: "Date", description: "First day of service." },
  },
});
