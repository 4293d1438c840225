import { edges } from "../../connection/fields.ts";
import { coordinationInstruments } from "../coordination-instrument/query.ts";
import { membersOfBody } from "./membership.ts";
import { CoordinationBody } from "./object.ts";

edges(CoordinationBody, "CoordinationBody", () => ({
  members: { to: membersOfBody, relation: "memberships", description: "The member organisations." },
  instruments: { to: coordinationInstruments, description: "Instruments that the body answers for." },
}));
