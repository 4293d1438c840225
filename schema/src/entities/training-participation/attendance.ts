import { type EdgeField, through } from "../../connection/connection.ts";
import { FamilyMember } from "../family-member/object.ts";
import { familyMembers } from "../family-member/query.ts";
import { trainings } from "../training/query.ts";
import { TrainingParticipationPolicy } from "./policy.ts";

const attendance: Record<string, EdgeField> = {
  attendanceRate: { type: "Float", description: "Share of the hours that the person attended, from 0 to 1." },
  certified: { type: "Boolean", description: "Whether the person earned the certificate." },
};

/** From a training to its people. */
export const participants = through(familyMembers, {
  name: "TrainingParticipant",
  plural: "participants",
  model: "TrainingParticipation",
  policy: TrainingParticipationPolicy,
  nodeRelation: "member",
  edgeFields: attendance,
});

/** From a person or a family to trainings. */
export const attendedTrainings = through(trainings, {
  name: "AttendedTraining",
  plural: "participations in trainings",
  model: "TrainingParticipation",
  policy: TrainingParticipationPolicy,
  nodeRelation: "training",
  edgeFields: { ...attendance, member: { type: { relation: FamilyMember }, description: "The person who took part." } },
});
