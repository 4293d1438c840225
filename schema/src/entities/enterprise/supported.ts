import { through } from "../../connection/connection.ts";
import { enterprises } from "./query.ts";
import { EnterpriseSupportKindType } from "./support.ts";

/** From an organisation or a project to the businesses that it supported. */
export const supportedEnterprises = through(enterprises, {
  name: "SupportedEnterprise",
  plural: "supports of local businesses",
  model: "EnterpriseSupport",
  nodeRelation: "enterprise",
  edgeFields: {
    kind: { type: EnterpriseSupportKindType, description: "How the business was supported." },
    suppliedOn: { type: "Date", description: "Day on which the support was given." },
  },
});
