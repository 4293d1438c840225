import { type GraphQLSchema, parse, print, printSchema, visit } from "graphql";

/** A codegen plugin: the graph as a text, without its descriptions, for the test server. */
export function plugin(schema: GraphQLSchema): string {
  const bare = visit(parse(printSchema(schema)), {
    enter: (node) => ("description" in node && node.description ? { ...node, description: undefined } : undefined),
  });
  return `/** The graph in GraphQL's schema language. */\nexport const sdl: string = ${JSON.stringify(print(bare))};\n`;
}
