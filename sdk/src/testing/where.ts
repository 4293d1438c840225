import { given, type WhereValue } from "../../../schema/src/connection/logic.ts";
import { graphMap } from "./_generated/graph-map.ts";
import { checkFilter, checkSeesAny, sees } from "./access.ts";
import type { Context } from "./context.ts";
import { folded } from "./folded.ts";
import type { Condition } from "./graph-map.ts";
import type { Row } from "./record-store.ts";

/** Whether a record meets a condition. */
export type Test = (row: Row) => boolean;

/**
 * What a `where` asks of the records of a model.
 *
 * @throws {GraphQLError} `FORBIDDEN` when the caller may not filter by something in it
 */
export function whereOf(context: Context, model: string, value: WhereValue | null | undefined): Test {
  const tests = given(value).map(([key, part]): Test => {
    const inner = () => (part as WhereValue[]).map((one) => whereOf(context, model, one));
    if (key === "AND") return every(inner());
    if (key === "OR") return some(inner());
    if (key === "NOT") return not(some(inner()));
    checkFilter(context, model, key);
    const condition = graphMap.conditions[model]?.[key];
    if (!condition) throw new Error(`${model}Where has no field ${key}.`);
    return conditionOf(context, model, condition, part as WhereValue);
  });
  return every(tests);
}

const every =
  (tests: Test[]): Test =>
  (row) =>
    tests.every((test) => test(row));
const some =
  (tests: Test[]): Test =>
  (row) =>
    tests.some((test) => test(row));
const not =
  (test: Test): Test =>
  (row) =>
    !test(row);

function conditionOf(context: Context, model: string, condition: Condition, value: WhereValue): Test {
  const { store } = context;
  if (condition.kind === "value") {
    const isNumber = graphMap.models[model]?.columns[condition.column]?.isNumber ?? false;
    return every(given(value).map(([name, operand]) => comparison(name, operand, condition, isNumber)));
  }
  const { relation } = condition;
  const first = graphMap.models[model]?.relations[relation]?.model ?? "";
  if (condition.kind === "one") {
    const asked = whereOf(context, first, value);
    return (row) => {
      const other = store.one(row, relation);
      return other !== null && asked(other);
    };
  }
  const { through } = condition;
  const target = through ? (graphMap.models[first]?.relations[through]?.model ?? "") : first;
  checkSeesAny(context, target);
  const parts = given(value).map(([quantifier, part]): Test => {
    const asked = whereOf(context, target, part as WhereValue);
    const others = (row: Row) => {
      const rows = store.many(row, relation);
      return (through ? store.onward(rows, through) : rows).filter((other) => sees(context, target, other));
    };
    if (quantifier === "some") return (row) => others(row).some(asked);
    if (quantifier === "none") return (row) => !others(row).some(asked);
    return (row) => others(row).every(asked);
  });
  return every(parts);
}

/** As in the graph, a comparison with no value is false, and its negation true. */
function comparison(name: string, operand: unknown, condition: Condition & { kind: "value" }, isNumber: boolean): Test {
  const { column, search = column } = condition;
  const value = (row: Row) => row[column];
  const compared = (test: (order: number) => boolean): Test => {
    return (row) => value(row) !== null && test(compare(value(row), operand, isNumber));
  };
  const isIn: Test = (row) =>
    value(row) !== null && (operand as unknown[]).some((one) => compare(value(row), one, isNumber) === 0);
  switch (name) {
    case "equals":
      return compared((order) => order === 0);
    case "lt":
      return compared((order) => order < 0);
    case "lte":
      return compared((order) => order <= 0);
    case "gt":
      return compared((order) => order > 0);
    case "gte":
      return compared((order) => order >= 0);
    case "in":
      return isIn;
    case "notIn":
      return not(isIn);
    case "isNull":
      return (row) => (value(row) === null) === operand;
    case "startsWith":
      return (row) => value(row) !== null && String(value(row)).startsWith(String(operand));
    case "contains": {
      const part = search === column ? String(operand).toLowerCase() : folded(operand, "search");
      return (row) =>
        value(row) !== null &&
        String(row[search])
          .toLowerCase()
          .includes(part ?? "");
    }
    default:
      throw new Error(`There is no comparison ${name}.`);
  }
}

/** Which of two values comes first: below 0 the one, above 0 the other. */
export function compare(one: unknown, other: unknown, isNumber: boolean): number {
  if (isNumber) return Number(one) - Number(other);
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}
