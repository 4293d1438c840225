import type { Prisma } from "@chacra/prisma";
import { date, int, many, oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { OrganizationWhere } from "../organization/where.ts";
import { MarketEventSeriesType } from "./object.ts";

export const MarketEventWhere: Where = where<Prisma.MarketEventWhereInput>(
  "MarketEvent",
  "market events",
  () => ({
    code: text("The code of the edition."),
    series: oneOf(MarketEventSeriesType, "The fair or contest."),
    edition: int("Number of the edition."),
    year: int("Year of the edition."),
    startsOn: date("First day."),
    endsOn: date("Last day."),
    city: text("Where it was held.", "citySearch"),
    country: text("Country by its ISO 3166-1 code of two letters."),
    localGovernment: oneOrNone(() => LocalGovernmentWhere, "The district government of the place."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    participants: {
      column: "participations",
      condition: many(() => OrganizationWhere, "The organisations that took part.", "organization"),
    },
  }),
);
