import { edges } from "../../connection/fields.ts";
import { participants } from "../training-participation/attendance.ts";
import { Training } from "./object.ts";

edges(Training, "Training", () => ({
  participants: {
    to: participants,
    relation: "participations",
    description: "The people who take part, with their attendance on the edge.",
  },
}));
