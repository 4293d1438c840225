import { edges } from "../../connection/fields.ts";
import { familyMembers } from "../family-member/query.ts";
import { farms } from "../farm/query.ts";
import { investments } from "../investment/query.ts";
import { attendedTrainings } from "../training-participation/attendance.ts";
import { Family } from "./object.ts";

edges(Family, "Family", () => ({
  members: { to: familyMembers, description: "The people of the family." },
  farms: { to: farms, description: "The farms that the family works." },
  trainings: {
    to: attendedTrainings,
    relation: "participations",
    description: "Trainings that people of the family took part in: one edge for each person and training.",
  },
  investments: { to: investments, description: "Investments that the family received." },
}));
