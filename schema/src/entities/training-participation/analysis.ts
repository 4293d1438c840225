import { quarterOf, record, value, yearOf } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { SexType } from "../family-member/object.ts";
import { Organization } from "../organization/object.ts";
import { places } from "../places.ts";
import { TrainingModalityType, TrainingTopicType } from "../training/object.ts";
import { TrainingParticipationPolicy } from "./policy.ts";
import { TrainingParticipationWhere } from "./where.ts";

export const participationAnalysis = analysisTypes({
  name: "TrainingParticipation",
  plural: "participations in trainings",
  model: "TrainingParticipation",
  policy: TrainingParticipationPolicy,
  where: TrainingParticipationWhere,
  dimensions: {
    ...places("family."),
    topic: value("training.topic", TrainingTopicType, { description: "What is taught." }),
    modality: value("training.modality", TrainingModalityType, { description: "How it is taught." }),
    organization: record("training.organization", "Organization", "code", () => Organization, {
      description: "Who gives the training.",
    }),
    sex: value("member.sex", SexType, { description: "Sex of the person." }),
    certified: value("certified", "Boolean", { description: "Whether the person earned the certificate." }),
    year: yearOf("training.startsOn", { description: "Calendar year in which the training starts." }),
    quarter: quarterOf("training.startsOn", { description: "Quarter in which the training starts." }),
  },
  measures: {
    attendanceRate: number("attendanceRate", "Share of the hours that the person attended, from 0 to 1."),
    hours: { ...number("training.hours", "Length of the training in hours."), field: "training" },
  },
  distinct: {
    members: {
      description: "Number of people: who takes part in several trainings counts once.",
      column: "memberId",
      ofHouseholds: true,
    },
    families: { description: "Number of families.", column: "familyId", ofHouseholds: true },
    trainings: { description: "Number of trainings.", column: "trainingId", ofHouseholds: false },
  },
});

rootAnalysis(
  "trainingParticipationAnalysis",
  participationAnalysis,
  "Measures of the participations of people in trainings, by what they are grouped by; places are those where the people live.",
);
