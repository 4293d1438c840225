import { quarterOf, record, value, yearOf } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { Activity } from "../activity/object.ts";
import { Intervention } from "../intervention/object.ts";
import { Organization } from "../organization/object.ts";
import { places } from "../places.ts";
import { TrainingModalityType, TrainingTopicType } from "./object.ts";
import { TrainingPolicy } from "./policy.ts";
import { TrainingWhere } from "./where.ts";

export const trainingAnalysis = analysisTypes({
  name: "Training",
  plural: "trainings",
  model: "Training",
  policy: TrainingPolicy,
  where: TrainingWhere,
  dimensions: {
    ...places(),
    topic: value("topic", TrainingTopicType, { description: "What is taught." }),
    modality: value("modality", TrainingModalityType, { description: "How it is taught." }),
    organization: record("organization", "Organization", "code", () => Organization, {
      description: "Who gives the training.",
    }),
    intervention: record("intervention", "Intervention", "code", () => Intervention, {
      description: "The kind of intervention.",
    }),
    activity: record("activity", "Activity", "identifier", () => Activity, {
      description: "The project that it is part of, where known.",
      nullable: true,
    }),
    year: yearOf("startsOn", { description: "Calendar year in which the training starts." }),
    quarter: quarterOf("startsOn", { description: "Quarter in which the training starts." }),
  },
  measures: {
    hours: number("hours", "Length of the training in hours."),
  },
  distinct: {
    organizations: {
      description: "Number of organisations that give them.",
      column: "organizationId",
      ofHouseholds: false,
    },
    localGovernments: {
      description: "Number of local governments in whose territory they are given.",
      column: "localGovernmentId",
      ofHouseholds: false,
    },
  },
});

rootAnalysis("trainingAnalysis", trainingAnalysis, "Measures of trainings, by what they are grouped by.");
