import { type Prisma, TrainingTopic } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { OrganizationOrder } from "../organization/order.ts";
import { RegionOrder } from "../region/order.ts";

export const TrainingOrder = order<Prisma.TrainingOrderByWithRelationInput>(
  "Training",
  "trainings",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    title: by.name("titleSort", "By title, as Spanish speakers sort."),
    topic: by.oneOf(TrainingTopic, "By topic, in the order of the list of topics."),
    startsOn: by.date("By the first day."),
    endsOn: by.date("By the last day."),
    hours: by.number("By length."),
    organization: by.edge(() => OrganizationOrder, "By the organisation that gives it."),
    localGovernment: by.edge(() => LocalGovernmentOrder, "By the district government."),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
