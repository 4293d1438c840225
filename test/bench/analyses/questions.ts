import { schema } from "@chacra/schema";
import { type GraphQLField, type GraphQLOutputType, getNamedType, isCompositeType, isObjectType } from "graphql";

/** Whose questions are measured; a partner's are an analyst's, of fewer records. */
export const askers = ["public", "analyst", "steward"] as const;
export type Asker = (typeof askers)[number];

/** An operation to measure, and what to call it in the table. */
export interface Question {
  of: string;
  by: string;
  source: string;
}

type Field = GraphQLField<unknown, unknown>;

function fieldsOf(type: GraphQLOutputType | undefined): Field[] {
  const named = type && getNamedType(type);
  return isObjectType(named) ? Object.values(named.getFields()) : [];
}

const fieldOf = (type: GraphQLOutputType | undefined, name: string): Field | undefined =>
  fieldsOf(type).find((field) => field.name === name);

/** All that can be asked of a row, but for what a role may not see. */
function measures(row: GraphQLOutputType | undefined, role: Asker): string {
  const skipped = role === "public" ? ["minimum", "maximum", "median"] : [];
  return fieldsOf(row)
    .filter(({ name }) => name !== "key" && name !== "suppressed")
    .map(({ name, type }) => {
      const inner = fieldsOf(type).map((field) => field.name);
      return inner.length > 0 ? `${name} { ${inner.filter((field) => !skipped.includes(field)).join(" ")} }` : name;
    })
    .join(" ");
}

const keyText = ({ name, type }: Field) => (isCompositeType(getNamedType(type)) ? `${name} { id }` : name);

/** Every analysis with all its measures: by each of its keys alone, and by three of them. */
export function questionsOfAnalyses(role: Asker): { alone: Question[]; three: Question }[] {
  const analyses = fieldsOf(schema.getQueryType() ?? undefined).filter(({ name }) => name.endsWith("Analysis"));
  return analyses.map(({ name, type }) => {
    const row = fieldOf(type, "rows")?.type;
    const keys = fieldsOf(fieldOf(row, "key")?.type);
    const args = name === "incomeChangeAnalysis" ? "(from: 2018, to: 2022)" : "";
    const ask = (chosen: Field[]): Question => ({
      of: name,
      by: chosen.map((key) => key.name).join(", "),
      source: `{ ${name}${args} { rowCount rows { key { ${chosen.map(keyText).join(" ")} } ${measures(row, role)} } } }`,
    });
    const others = ["quarter", "variety", "funder", "organization", "activity"];
    return {
      alone: keys.map((key) => ask([key])),
      three: ask(keys.filter((key) => !others.includes(key.name)).slice(0, 3)),
    };
  });
}

/** What asks many analyses, or one of many parents. */
export const compositions: Question[] = [
  {
    of: "factSheet",
    by: "25 figures",
    source: "{ factSheet { figures { code value agrees lineage { records } } } }",
  },
  {
    of: "regions.nodes.farmAnalysis",
    by: "25 regions",
    source:
      "{ regions(first: 25) { nodes { farmAnalysis { rows { count countDistinct { families } hectares { sum average } } } } } }",
  },
];
