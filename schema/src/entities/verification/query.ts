import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { CocaFreeVerification } from "./object.ts";
import { CocaFreeVerificationOrder } from "./order.ts";
import { CocaFreeVerificationPolicy } from "./policy.ts";
import { CocaFreeVerificationWhere } from "./where.ts";

export const verifications = connection({
  name: "CocaFreeVerification",
  plural: "coca-free verifications",
  model: "CocaFreeVerification",
  policy: CocaFreeVerificationPolicy,
  node: CocaFreeVerification,
  where: CocaFreeVerificationWhere,
  order: CocaFreeVerificationOrder,
  sums: {
    eradicatedHectares: {
      kind: "number",
      description: "Eradicated area in hectares; an area checked twice counts twice.",
    },
    cocaFreeHectares: {
      kind: "number",
      description: "Area without coca in hectares; an area checked twice counts twice.",
    },
  },
});

rootConnection("verifications", verifications, "Checks of how much of the eradicated areas is still without coca.");
