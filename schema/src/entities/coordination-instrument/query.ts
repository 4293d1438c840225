import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { CoordinationInstrument } from "./object.ts";
import { CoordinationInstrumentOrder } from "./order.ts";
import { CoordinationInstrumentPolicy } from "./policy.ts";
import { CoordinationInstrumentWhere } from "./where.ts";

export const coordinationInstruments = connection({
  name: "CoordinationInstrument",
  plural: "coordination instruments",
  model: "CoordinationInstrument",
  policy: CoordinationInstrumentPolicy,
  node: CoordinationInstrument,
  where: CoordinationInstrumentWhere,
  order: CoordinationInstrumentOrder,
});

rootConnection("coordinationInstruments", coordinationInstruments, "Instruments of the National Anti-Drug Policy.");
