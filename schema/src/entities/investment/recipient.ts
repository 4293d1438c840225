import { builder } from "../../builder.ts";
import { Enterprise } from "../enterprise/object.ts";
import { Family } from "../family/object.ts";
import { LocalGovernment } from "../local-government/object.ts";
import { Locality } from "../locality/object.ts";

export const InvestmentRecipient = builder.unionType("InvestmentRecipient", {
  description: "Who receives an investment.",
  types: () => [Family, LocalGovernment, Locality, Enterprise],
});

interface Row {
  id: number;
}

interface Recipients {
  recipientFamily: Row | null;
  recipientLocalGovernment: Row | null;
  recipientLocality: Row | null;
  recipientEnterprise: Row | null;
}

/** The one recipient of an investment, marked with its type; the database keeps that there is exactly one. */
export function recipientOf(investment: Recipients) {
  const { recipientFamily, recipientLocalGovernment, recipientLocality, recipientEnterprise } = investment;
  if (recipientFamily) return Family.addBrand(recipientFamily);
  if (recipientLocalGovernment) return LocalGovernment.addBrand(recipientLocalGovernment);
  if (recipientLocality) return Locality.addBrand(recipientLocality);
  if (recipientEnterprise) return Enterprise.addBrand(recipientEnterprise);
  throw new Error("The database holds an investment without a recipient.");
}

type RecipientType = "Family" | "LocalGovernment" | "Locality" | "Enterprise";

/** What is asked of one kind of recipient. */
export function selectRecipient(
  nestedSelection: (selection: { select: { id: true } }, path: [], type: RecipientType) => object,
  type: RecipientType,
): { select: { id: true } } {
  return nestedSelection({ select: { id: true } }, [], type) as { select: { id: true } };
}
