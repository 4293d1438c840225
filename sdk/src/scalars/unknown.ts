// Types alone. Literals, so that comparing with a known value tells them apart; of an enum, so that a text is not one.
declare enum Unknown {
  value = "(a value that is new)",
  member = "(a type that is new)",
}

/**
 * A value that the server knows and this version of the package does not: the graph may get more crops. Results have it
 * beside the known values of each enum, variables have not. At run time it is the server's text.
 *
 * @example
 * ```ts
 * import type { Crop, UnknownValue } from "@chacra/sdk";
 *
 * export function colourOf(crop: Crop | UnknownValue): string {
 *   switch (crop) {
 *     case "CACAO":
 *       return "brown";
 *     case "COFFEE":
 *       return "red";
 *     default:
 *       return "grey";
 *   }
 * }
 * ```
 */
export type UnknownValue = Unknown.value;

/**
 * The `__typename` of a type that the server knows and this version of the package does not, in a union or an interface.
 * At run time it is the server's text.
 *
 * @example
 * ```ts
 * import type { UnknownMember } from "@chacra/sdk";
 *
 * type Recipient = { __typename: "Family"; code: string } | { __typename: UnknownMember };
 *
 * export const nameOf = (recipient: Recipient) => (recipient.__typename === "Family" ? recipient.code : "somebody else");
 * ```
 */
export type UnknownMember = Unknown.member;
