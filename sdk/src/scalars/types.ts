declare global {
  namespace ChacraSDK {
    /**
     * What exact decimals and calendar days are in a program: empty until it says so. It is the whole program's choice, so
     * that documents, fragments and hooks agree; global, so that it holds however the package is imported.
     */
    interface Scalars {}
  }
}

declare const scalar: unique symbol;

/** A text of one kind: any text literal may be one, but what is known to be one of another kind may not. */
type Text<Name extends string> = string & { readonly [scalar]?: Name };

/**
 * An exact decimal number, such as an amount of money, as results have it: a text such as "92132183.00", or what
 * `ChacraSDK.Scalars` says.
 *
 * @example
 * ```ts
 * import type { Decimal } from "@chacra/sdk";
 *
 * const amount: Decimal = "1234.50";
 * ```
 */
export type Decimal = ChacraSDK.Scalars extends { Decimal: infer Value } ? Value : Text<"Decimal">;

/**
 * A calendar day without time and zone, as results have it: a text as YYYY-MM-DD, or what `ChacraSDK.Scalars` says.
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@chacra/sdk";
 *
 * const day: CivilDate = "2020-03-31";
 * ```
 */
export type CivilDate = ChacraSDK.Scalars extends { Date: infer Value } ? Value : Text<"Date">;

/**
 * An exact decimal number as variables take it: a text, or what results have.
 *
 * @example
 * ```ts
 * import type { DecimalInput } from "@chacra/sdk";
 *
 * const atLeast: DecimalInput = "1000";
 * ```
 */
export type DecimalInput = Text<"Decimal"> | Decimal;

/**
 * A calendar day as variables take it: a text as YYYY-MM-DD, or what results have.
 *
 * @example
 * ```ts
 * import type { CivilDateInput } from "@chacra/sdk";
 *
 * const since: CivilDateInput = "2020-01-01";
 * ```
 */
export type CivilDateInput = Text<"Date"> | CivilDate;

/**
 * A function for each scalar that `ChacraSDK.Scalars` names: makes the value of the text that the server sends.
 *
 * @example
 * ```ts
 * import type { ScalarParsers } from "@chacra/sdk";
 *
 * // Nothing is declared, so nothing is parsed.
 * const parsers: ScalarParsers = {};
 * ```
 */
export type ScalarParsers = {
  [Name in keyof ChacraSDK.Scalars & ("Decimal" | "Date")]: (text: string) => ChacraSDK.Scalars[Name];
};
