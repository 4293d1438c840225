import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { LocalGovernment } from "./object.ts";
import { LocalGovernmentOrder } from "./order.ts";
import { LocalGovernmentPolicy } from "./policy.ts";
import { LocalGovernmentWhere } from "./where.ts";

export const localGovernments = connection({
  name: "LocalGovernment",
  plural: "local governments",
  model: "LocalGovernment",
  policy: LocalGovernmentPolicy,
  node: LocalGovernment,
  where: LocalGovernmentWhere,
  order: LocalGovernmentOrder,
});

rootConnection("localGovernments", localGovernments, "Regional, provincial and district governments of Peru.");
findBy(
  "localGovernment",
  { name: "ubigeo", description: "INEI code of 2, 4 or 6 digits. Example: 220101." },
  localGovernments,
  "One local government by its code.",
);
