import { edges } from "../../connection/fields.ts";
import { attendedTrainings } from "../training-participation/attendance.ts";
import { FamilyMember } from "./object.ts";

edges(FamilyMember, "FamilyMember", () => ({
  trainings: {
    to: attendedTrainings,
    relation: "participations",
    description: "Trainings that the person took part in.",
  },
}));
