import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { Consent } from "./consent.ts";
import { HouseholdIncome } from "./income.ts";
import { IncomeChange, incomeChange } from "./income-change.ts";

export const Family = builder.prismaNode("Family", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("Family", id, context),
  nullable: true,
  select: { id: true },
  description: "A rural household that the programme assists: people who share a dwelling and a food budget.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the household; says nothing of where it lives." }),
    localGovernment: t.relation("localGovernment", { description: "The district government where the family lives." }),
    region: t.relation("region", { description: "The region where the family lives." }),
    locality: t.relation("locality", {
      nullable: true,
      description: "The populated centre where the family lives, where known.",
    }),
    enrolledOn: t.expose("enrolledOn", { type: "Date", description: "Day on which the family joined the programme." }),
    povertyLikelihood: t.exposeFloat("povertyLikelihood", {
      description: "Likelihood that the household is poor, in percent (0 to 100), by the Poverty Probability Index.",
    }),
    consent: t.field({
      type: Consent,
      description: "What the family has agreed to be done with its data.",
      select: { consentStatus: true, consentScope: true, consentOn: true },
      resolve: (family) => family,
    }),
    incomes: t.relation("incomes", {
      type: HouseholdIncome,
      description: "Yearly net incomes from the surveys that the family took part in.",
      query: { orderBy: { year: "asc" } },
    }),
    incomeChange: t.field({
      type: IncomeChange,
      nullable: true,
      description: "Change of the yearly net income between two years; null when one of them was not surveyed.",
      args: {
        from: t.arg.int({ required: true, description: "First year of the comparison, 2018 or later." }),
        to: t.arg.int({ required: true, description: "Last year of the comparison." }),
      },
      select: { incomes: { orderBy: { year: "asc" } } },
      resolve: ({ incomes }, { from, to }) => incomeChange(incomes, from, to),
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
