import type { GraphContext } from "../context.ts";
import type { CoordinatesShape } from "../coordinates.ts";
import { encodeGlobalID } from "../global-id.ts";
import type { MaskName } from "./policy.ts";

/** A record as its type's own selection brings it. */
interface MaskedRow {
  id: number;
  recipientFamilyId?: number | null;
}

type Mask = (value: never, row: MaskedRow, type: string, context: GraphContext) => unknown;

/** How a value is changed before it is shown. An empty value stays empty. */
export const masks: Record<MaskName, Mask> = {
  /** A global id that holds a pseudonym in place of the number. */
  seal: (_value, { id }, type, { pseudonyms }) => encodeGlobalID(type, pseudonyms?.of(type, id) ?? ""),
  /** Another name for the record, stable for the viewer's partner. */
  pseudonym: (_value, { id }, type, { pseudonyms }) => pseudonyms?.of(type, id),
  /** A pseudonym where the record belongs to a household, else the value. */
  householdPseudonym: (value, { id, recipientFamilyId }, type, { pseudonyms }) =>
    recipientFamilyId === null ? value : pseudonyms?.of(type, id),
  /** Another text, the same for the same value. */
  token: (value: string, _row, _type, { pseudonyms }) => pseudonyms?.token(value),
  /** To a tenth of a degree: 11 km from north to south. */
  within10Km: (value: CoordinatesShape) => rounded(value, 1),
  /** To a hundredth of a degree: 1.1 km from north to south. */
  within1Km: (value: CoordinatesShape) => rounded(value, 2),
  to100: (value: number) => Math.round(value / 100) * 100,
};

function rounded({ latitude, longitude }: CoordinatesShape, digits: number): CoordinatesShape {
  const round = (degrees: number) => Number(degrees.toFixed(digits));
  return { latitude: round(latitude), longitude: round(longitude) };
}
