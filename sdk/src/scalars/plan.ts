import type { DocumentNode, SelectionSetNode } from "graphql";
import { errorOf } from "../error-classes.ts";
import { scalarFields } from "../generated/scalar-fields.ts";

type Parser = (text: string) => unknown;

/** What is to be parsed in an object, by name in the result. */
export type ScalarPlan = Map<string, Parser | ScalarPlan>;

/** Finds in a document what of its results is to be parsed; parts that hold no scalars are left out. */
export function planOf(document: DocumentNode, parsers: { Decimal?: Parser; Date?: Parser }): ScalarPlan {
  const fields = new Map<string, Parser>();
  for (const name of ["Decimal", "Date"] as const) {
    const parser = parsers[name];
    if (parser) for (const field of scalarFields[name].split(" ")) fields.set(field, guarded(name, parser));
  }
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === "FragmentDefinition" ? [[part.name.value, part]] : [])),
  );

  // Type conditions do not matter: GraphQL wants fields of one name in the result to be of one scalar.
  function collect(set: SelectionSetNode, plan: ScalarPlan): ScalarPlan {
    for (const selection of set.selections) {
      if (selection.kind === "Field") {
        const { alias, name, selectionSet } = selection;
        const key = (alias ?? name).value;
        if (selectionSet) {
          const known = plan.get(key);
          const inner = collect(selectionSet, known instanceof Map ? known : new Map());
          if (inner.size > 0) plan.set(key, inner);
        } else {
          const parser = fields.get(name.value);
          if (parser) plan.set(key, parser);
        }
      } else {
        const inner = selection.kind === "InlineFragment" ? selection : fragments.get(selection.name.value);
        if (inner) collect(inner.selectionSet, plan);
      }
    }
    return plan;
  }

  const operation = document.definitions.find((part) => part.kind === "OperationDefinition");
  return operation ? collect(operation.selectionSet, new Map()) : new Map();
}

/** Data with its scalars parsed. What is given stays as it is: a cache may hold it. */
export function valuesIn<Data>(data: Data, plan: ScalarPlan): Data;
export function valuesIn(data: unknown, plan: ScalarPlan): unknown {
  if (Array.isArray(data)) return data.map((item) => valuesIn(item, plan));
  if (typeof data !== "object" || data === null || plan.size === 0) return data;
  const copy: Record<string, unknown> = { ...data };
  for (const [key, part] of plan) {
    const value = copy[key];
    // A name may be a decimal in one type and a number in another; the graph sends decimals and days as texts.
    if (typeof part !== "function") copy[key] = valuesIn(value, part);
    else if (typeof value === "string") copy[key] = part(value);
  }
  return copy;
}

function guarded(name: string, parser: Parser): Parser {
  return (text) => {
    try {
      return parser(text);
    } catch (cause) {
      throw errorOf("SCALAR", `The function that parses ${name} refused what the server sent.`, { cause });
    }
  };
}
