/** A connection, as far as pages needs it: the document has to select this much. */
interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor?: unknown };
}

/** One of a list, none of them null. */
type One<List> = NonNullable<List> extends readonly (infer Item)[] ? NonNullable<Item> : never;

/** What a connection holds. */
type Held<C> = C extends { nodes: infer Nodes } ? One<Nodes> : C extends { edges: infer Edges } ? One<Edges> : never;

type IsAny<T> = 0 extends 1 & T ? true : false;

type Within<T> = T extends object
  ? { [Key in keyof T & string]: From<Key, NonNullable<T[Key]>> }[keyof T & string]
  : never;

type From<Key extends string, T> = T extends readonly unknown[]
  ? never
  : T extends Connection
    ? Key | `${Key}.${Through<T>}`
    : T extends object
      ? `${Key}.${Within<T>}`
      : never;

type Through<C> =
  | (C extends { nodes: infer Nodes } ? `nodes.${Within<One<Nodes>>}` : never)
  | (C extends { edges: infer Edges }
      ? One<Edges> extends { node: infer Node }
        ? `edges.node.${Within<Node>}`
        : never
      : never);

type Step<T, Key extends string> = T extends unknown
  ? Key extends keyof T
    ? NonNullable<T[Key]> extends readonly unknown[]
      ? One<T[Key]>
      : NonNullable<T[Key]>
    : never
  : never;

type At<T, Path extends string> = Path extends `${infer Key}.${infer Rest}` ? At<Step<T, Key>, Rest> : Step<T, Path>;

/**
 * The places of a result where there are pages: names of fields with points between, through `nodes` or `edges.node` of
 * the connections on the way. A connection is one whose `pageInfo` has `hasNextPage` and `endCursor`.
 *
 * @example
 * ```ts
 * import { type ConnectionPath, graphql, type ResultOf } from "@chacra/sdk";
 *
 * const Codes = graphql(`
 *   query Codes($after: String) {
 *     families(after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 * const at: ConnectionPath<ResultOf<typeof Codes>> = "families";
 * ```
 */
export type ConnectionPath<Data> = IsAny<Data> extends true ? string : Within<Data>;

/**
 * What the connection at a path holds: a node where `nodes` are selected, else an edge.
 *
 * @example
 * ```ts
 * import { graphql, type PageItem, type ResultOf } from "@chacra/sdk";
 *
 * const Codes = graphql(`
 *   query Codes($after: String) {
 *     families(after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 * const family: PageItem<ResultOf<typeof Codes>, "families"> = { code: "FAM-0000001" };
 * ```
 */
export type PageItem<Data, Path extends string> = IsAny<Data> extends true ? Data : Held<At<Data, Path>>;
