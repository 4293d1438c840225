import { Prisma } from "@chacra/prisma";

/** Compares decimals to their last digit, which only has to be looked at where they are equal as floating-point numbers. */
export function compareDecimals(a: string | number, b: string | number): number {
  return Number(a) - Number(b) || (a === b ? 0 : new Prisma.Decimal(a).comparedTo(b));
}
