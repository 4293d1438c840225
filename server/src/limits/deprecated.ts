import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from "graphql";

/** Something that will be taken out of the graph, as a document asks for it. */
export interface Deprecated {
  /** Its coordinate: `Farm.area`, `Query.farms(crop:)`, `Crop.TEA`. */
  field: string;
  /** What to take in its place. */
  reason: string;
}

const known = new WeakMap<DocumentNode, readonly Deprecated[]>();

/** What of a document is deprecated, each thing once; so that its sender hears of it while there is time. */
export function deprecatedIn(schema: GraphQLSchema, document: DocumentNode): readonly Deprecated[] {
  let found = known.get(document);
  if (!found) {
    found = search(schema, document);
    known.set(document, found);
  }
  return found;
}

function search(schema: GraphQLSchema, document: DocumentNode): Deprecated[] {
  const found = new Map<string, string>();
  const note = (field: string, reason: string | null | undefined) => {
    if (reason) found.set(field, reason);
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const field = types.getFieldDef();
        if (field) note(`${types.getParentType()}.${field.name}`, field.deprecationReason);
      },
      Argument() {
        const [field, argument] = [types.getFieldDef(), types.getArgument()];
        if (field && argument) {
          note(`${types.getParentType()}.${field.name}(${argument.name}:)`, argument.deprecationReason);
        }
      },
      EnumValue() {
        const value = types.getEnumValue();
        if (value) note(`${types.getInputType()}.${value.name}`.replace(/[![\]]/g, ""), value.deprecationReason);
      },
    }),
  );
  return [...found].map(([field, reason]) => ({ field, reason }));
}
