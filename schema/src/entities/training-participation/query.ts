import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { TrainingParticipation } from "./object.ts";
import { TrainingParticipationOrder } from "./order.ts";
import { TrainingParticipationPolicy } from "./policy.ts";
import { TrainingParticipationWhere } from "./where.ts";

export const trainingParticipations = connection({
  name: "TrainingParticipation",
  plural: "participations in trainings",
  model: "TrainingParticipation",
  policy: TrainingParticipationPolicy,
  node: TrainingParticipation,
  where: TrainingParticipationWhere,
  order: TrainingParticipationOrder,
});

rootConnection("trainingParticipations", trainingParticipations, "Participations of people in trainings.");
