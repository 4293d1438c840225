import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Training } from "./object.ts";
import { TrainingOrder } from "./order.ts";
import { TrainingPolicy } from "./policy.ts";
import { TrainingWhere } from "./where.ts";

export const trainings = connection({
  name: "Training",
  plural: "trainings",
  model: "Training",
  policy: TrainingPolicy,
  node: Training,
  where: TrainingWhere,
  order: TrainingOrder,
  sums: { hours: { kind: "number", description: "Hours of teaching." } },
});

rootConnection("trainings", trainings, "Courses and cycles of farmer field schools.");
findBy("training", { name: "code", description: "Code of the training." }, trainings, "One training by its code.");
