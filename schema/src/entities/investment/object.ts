import { InvestmentInstrument, InvestmentKind } from "@chacra/prisma";
import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { Money } from "../../money.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { Disbursement } from "./disbursement.ts";
import { InvestmentRecipient, recipientOf, selectRecipient } from "./recipient.ts";

export const InvestmentKindType = enumType("InvestmentKind", InvestmentKind, "What an investment is for.", {
  FAMILY_FINANCING: "Financing of families for their farms and homes.",
  PUBLIC_RESOURCES: "Public money that local governments obtained above their regular allocations.",
  PRIVATE_CONNECTIVITY: "Private money for internet services.",
  ENTERPRISE_SUPPORT: "Support of local businesses.",
});

export const InvestmentInstrumentType = enumType(
  "InvestmentInstrument",
  InvestmentInstrument,
  "How the money is given.",
  {
    CREDIT: "A loan, to be paid back.",
    GRANT: "A gift for a purpose.",
    OWN_FUNDS: "Money of the one who invests.",
    BUDGET_TRANSFER: "A transfer between public budgets.",
  },
);

export const Investment = builder.prismaNode("Investment", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("Investment", id, context),
  nullable: true,
  select: { id: true, recipientFamilyId: true },
  description: "Money committed to a family, a local government, a locality or an enterprise.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the investment." }),
    kind: t.expose("kind", { type: InvestmentKindType, description: "What it is for." }),
    instrument: t.expose("instrument", { type: InvestmentInstrumentType, description: "How the money is given." }),
    amount: t.field({
      type: Money,
      description: "Amount committed.",
      select: { amount: true, currency: true },
      resolve: (investment) => investment,
    }),
    committedOn: t.expose("committedOn", { type: "Date", description: "Day of the commitment." }),
    disbursements: t.relation("disbursements", {
      type: Disbursement,
      description: "What has been paid out.",
      query: { orderBy: [{ disbursedOn: "asc" }, { id: "asc" }] },
    }),
    funder: t.relation("funder", { description: "The organisation whose money it is." }),
    recipient: t.field({
      type: InvestmentRecipient,
      description: "Who receives the money.",
      select: (_args, _context, nestedSelection) => ({
        recipientFamily: selectRecipient(nestedSelection, "Family"),
        recipientLocalGovernment: selectRecipient(nestedSelection, "LocalGovernment"),
        recipientLocality: selectRecipient(nestedSelection, "Locality"),
        recipientEnterprise: selectRecipient(nestedSelection, "Enterprise"),
      }),
      resolve: (investment) => recipientOf(investment),
    }),
    localGovernment: t.relation("localGovernment", {
      description: "The local government in whose territory the money works.",
    }),
    region: t.relation("region", { description: "The region where the money works." }),
    intervention: t.relation("intervention", { description: "The kind of intervention that it is part of." }),
    activity: t.relation("activity", { nullable: true, description: "The project that it is part of, where known." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
