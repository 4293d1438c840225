import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { Source } from "./object.ts";
import { SourceOrder } from "./order.ts";
import { SourcePolicy } from "./policy.ts";
import { SourceWhere } from "./where.ts";

export const sources = connection({
  name: "Source",
  plural: "sources",
  model: "Source",
  policy: SourcePolicy,
  node: Source,
  where: SourceWhere,
  order: SourceOrder,
});

rootConnection("sources", sources, "Where the facts of the graph come from.");
