import { given, type WhereValue } from "../connection/logic.ts";
import { compareDecimals } from "./compare.ts";
import { type AnalysisRow, countOf, distinctOf, shareOf, valueOfMeasure } from "./row.ts";

type Value = string | number | null | undefined;

/** Whether a row meets a `having`; what has no value meets no comparison. */
export function meets(row: AnalysisRow, having: WhereValue | null | undefined): boolean {
  return given(having).every(([name, condition]) => {
    const inner = condition as WhereValue;
    if (name === "AND") return (condition as WhereValue[]).every((part) => meets(row, part));
    if (name === "OR") return (condition as WhereValue[]).some((part) => meets(row, part));
    if (name === "NOT") return !(condition as WhereValue[]).some((part) => meets(row, part));
    if (name === "count") return compares(countOf(row), inner);
    if (name === "share") return compares(shareOf(row), inner);
    return given(inner).every(([part, comparison]) => {
      const value = name === "countDistinct" ? distinctOf(row, part) : valueOfMeasure(row, name, part);
      return compares(value, comparison as WhereValue);
    });
  });
}

function compares(value: Value, comparison: WhereValue): boolean {
  return given(comparison).every(([operator, operand]) => {
    if (operator === "isNull") return (value === null || value === undefined) === operand;
    if (value === null || value === undefined) return false;
    const order = (other: unknown) => compareDecimals(value, other as string | number);
    const isIn = (others: unknown) => (others as unknown[]).some((other) => order(other) === 0);
    switch (operator) {
      case "equals":
        return order(operand) === 0;
      case "in":
        return isIn(operand);
      case "notIn":
        return !isIn(operand);
      case "lt":
        return order(operand) < 0;
      case "lte":
        return order(operand) <= 0;
      case "gt":
        return order(operand) > 0;
      case "gte":
        return order(operand) >= 0;
      default:
        throw new Error(`There is no comparison ${operator}.`);
    }
  });
}
