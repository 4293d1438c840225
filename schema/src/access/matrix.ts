import { type GraphQLSchema, isObjectType } from "graphql";
import { policyOf, type Right, ruleOf } from "./policy.ts";
import { type Role, roles } from "./viewer.ts";

/** What every role gets of every field of a type. */
export interface MatrixRow {
  type: string;
  field: string;
  rights: Record<Role, Right>;
}

/** Every field of every object type of the graph. */
export function accessMatrix(schema: GraphQLSchema): MatrixRow[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith("__")) return [];
    return Object.keys(type.getFields()).map((field) => ({ type: type.name, field, rights: ruleOf(type.name, field) }));
  });
}

const words: Record<Right, string> = {
  shown: "yes",
  counted: "in totals",
  hidden: "no",
  audited: "audited",
  seal: "pseudonym",
  pseudonym: "pseudonym",
  householdPseudonym: "pseudonym, of a family's",
  token: "pseudonym",
  within10Km: "to 10 km",
  within1Km: "to 1 km",
  to100: "to 100 m",
};

const recordsOf = {
  open: "Everyone sees all records.",
  enclosed: "Part of other records: whoever sees those sees it.",
  household:
    "Records of families: the public sees none, partners those of their regions with consent to research, analysts and stewards all.",
  householdOrOpen: "Records of families are seen as families are; others by everyone.",
};

/** The matrix for people: types all of whose fields everyone sees are only named. */
export function printMatrix(schema: GraphQLSchema): string {
  const byType = Map.groupBy(accessMatrix(schema), ({ type }) => type);
  const isOpen = (type: string) =>
    (byType.get(type) ?? []).every(({ rights }) => roles.every((role) => rights[role] === "shown"));
  const [open, guarded] = [[...byType.keys()].filter(isOpen), [...byType.keys()].filter((type) => !isOpen(type))];
  const tables = guarded.map((type) => {
    const rows = (byType.get(type) ?? []).map(
      ({ field, rights }) => `| \`${field}\` | ${roles.map((role) => words[rights[role]]).join(" | ")} |`,
    );
    return `## ${type}\n\n${recordsOf[policyOf(type).rows.kind]}\n\n| field | ${roles.join(" | ")} |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  const named = open.map((type) => `\`${type}\``).join(", ");
  return `# Who sees what

Made from the policies beside the types by \`pnpm --filter @chacra/schema print\`. A field is to filter and to sort by where it says yes.
"In totals": not the value, but totals can be narrowed by it. "Audited": for a stated purpose, each read written down.

Every field of these is shown to whoever sees the record that it is part of: ${named}.

${tables.join("\n")}`;
}
