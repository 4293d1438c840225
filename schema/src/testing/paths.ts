import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** A way from the root to the objects of a type, as a document with a hole for what to ask of them. */
export interface Path {
  document(selection: string): string;
  /** The objects in an answer. */
  objectsIn(data: unknown): Record<string, unknown>[];
}

interface Step {
  keys: string[];
  open: string;
  close: string;
}

/** Values of required arguments that lead somewhere. */
const values: Record<string, string> = {
  from: "2018",
  to: "2022",
  type: '"Farm"',
  id: '"UmVnaW9uOjE"',
  ids: '["UmVnaW9uOjE"]',
};

const years = new Set(["from", "to"]);

/** The shortest way to each object type through fields that ask for nothing, lists by their first items. */
export function pathsTo(schema: GraphQLSchema, avoid: ReadonlySet<string> = new Set()): Map<string, Path> {
  const query = schema.getQueryType();
  const found = new Map<string, Path>(query ? [[query.name, pathOf([])]] : []);
  const queue: { type: string; steps: Step[] }[] = query ? [{ type: query.name, steps: [] }] : [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const type = schema.getType(next.type);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (!isCompositeType(named) || avoid.has(`${type.name}.${field.name}`)) continue;
      // One object by its code is not known to be there.
      const isByCode = field.args.some((argument) => isRequiredArgument(argument) && !years.has(argument.name));
      if (type === query && isByCode) continue;
      const call = `${field.name}${argumentsOf(field)}`;
      const targets = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
      for (const target of targets) {
        if (found.has(target.name)) continue;
        const inner = isAbstractType(named) ? ` ... on ${target.name} {` : "";
        const steps = [...next.steps, { keys: [field.name], open: `${call} {${inner}`, close: inner ? "} }" : "}" }];
        found.set(target.name, pathOf(steps));
        queue.push({ type: target.name, steps });
      }
    }
  }
  return found;
}

function pathOf(steps: readonly Step[]): Path {
  const keys = steps.flatMap((step) => step.keys);
  return {
    document: (selection) =>
      `{ ${steps.map(({ open }) => open).join(" ")} ${selection} ${steps.map(({ close }) => close).join(" ")} }`,
    objectsIn: (data) =>
      keys
        .reduce<unknown[]>(
          (parents, key) =>
            parents.flatMap((parent) => {
              const value = (parent as Record<string, unknown> | null)?.[key];
              return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
            }),
          [data],
        )
        .filter((object): object is Record<string, unknown> => Object.keys(object as object).length > 0),
  };
}

/** The arguments that a field needs, and a page of a few items. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, first = 100): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name === "first") return [`first: ${first}`];
    if (!isRequiredArgument(argument) || isInputObjectType(getNamedType(argument.type))) return [];
    return [`${argument.name}: ${values[argument.name] ?? '"x"'}`];
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}

/** The field with the shortest selection that is complete. */
export function asked(field: GraphQLField<unknown, unknown>): string {
  const isLeaf = !isCompositeType(getNamedType(field.type));
  return `${field.name}${argumentsOf(field)}${isLeaf ? "" : " { __typename }"}`;
}
