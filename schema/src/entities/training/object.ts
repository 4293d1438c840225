import { TrainingModality, TrainingTopic } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const TrainingTopicType = enumType("TrainingTopic", TrainingTopic, "What a training teaches.", {
  DIGITAL_SKILLS: "Use of the internet and of digital services.",
  FINANCIAL_EDUCATION: "Saving, credit, transfers and digital finance.",
  AGROFORESTRY: "Growing crops among trees.",
  LOCAL_GOVERNANCE: "Planning, budget and accountability of local governments.",
  BUSINESS_SKILLS: "Running a business or a co-operative.",
});

export const TrainingModalityType = enumType("TrainingModality", TrainingModality, "How a training is held.", {
  FARMER_FIELD_SCHOOL: "Season-long group training on a plot.",
  IN_PERSON: "In a room, with the teacher present.",
  ONLINE: "Over the internet.",
  BLENDED: "Partly in a room, partly over the internet.",
});

export const Training = builder.prismaNode("Training", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A course, or one cycle of a farmer field school.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the training." }),
    title: t.exposeString("title", { description: "Title." }),
    topic: t.expose("topic", { type: TrainingTopicType, description: "What it teaches." }),
    modality: t.expose("modality", { type: TrainingModalityType, description: "How it is held." }),
    startsOn: t.expose("startsOn", { type: "Date", description: "First day." }),
    endsOn: t.expose("endsOn", { type: "Date", description: "Last day." }),
    hours: t.exposeInt("hours", { description: "Length in hours of teaching." }),
    organization: t.relation("organization", { description: "The organisation that gives it." }),
    localGovernment: t.relation("localGovernment", { description: "The district government where it is given." }),
    region: t.relation("region", { description: "The region where it is given." }),
    intervention: t.relation("intervention", { description: "The kind of intervention that it is part of." }),
    activity: t.relation("activity", { nullable: true, description: "The project that it is part of, where known." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
