import { each, enclosedPolicy, isProtected, type Policy, policy, rules } from "../access/policy.ts";
import { type Suppression, SuppressionType } from "../access/suppression.ts";
import { type AnyObject, builder } from "../builder.ts";
import { Money, type MoneyShape } from "../money.ts";
import type { Order } from "./order.ts";
import type { ModelName, Row } from "./rows.ts";
import type { Where } from "./where.ts";

/** A sum that the graph gives over all items of a connection. */
export interface Sum {
  kind: "number" | "money";
  description: string;
}

/** A fact about an edge, read from its row. */
export interface EdgeField {
  type: "Float" | "Boolean" | "String" | "Date" | EnumType | { relation: AnyObject };
  description: string;
}

type EnumType = PothosSchemaTypes.EnumRef<never, string>;

export interface ConnectionOptions {
  /** Name of the connection's types: `Farm` gives FarmConnection and FarmEdge. */
  name: string;
  plural: string;
  /** The model whose rows are the edges. */
  model: ModelName;
  /** Who sees which rows of the model. */
  policy: Policy;
  node: AnyObject;
  where: Where;
  order: Order;
  sums?: Record<string, Sum>;
  /** Where the rows are those of a join table: the to-one relation from a row to its node. */
  nodeRelation?: string;
  edgeFields?: Record<string, EdgeField>;
}

/** A connection type of the graph, to hang on the root and on edges. */
export interface Connection extends ConnectionOptions {
  ref: ReturnType<typeof builder.objectRef<ConnectionShape>>;
}

/** The page and the totals are fetched only when something in them is asked for. */
export interface ConnectionShape {
  page(): Promise<Page>;
  totals(): Promise<ConnectionTotals>;
}

export interface Page {
  /** A cursor is sealed only when it is asked for. */
  edges: { cursor(): string; node: unknown; row: Row }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

export interface ConnectionTotals {
  /** null where the totals are suppressed. */
  count: number | null;
  sums: Record<string, number | MoneyShape[]> | null;
  suppressed?: Suppression;
}

/** Declares the types of a connection: itself, its edge and, where there is something to add up, its sums. */
export function connection(options: ConnectionOptions): Connection {
  const { name, plural, node, sums = {} } = options;
  const edge = edgeType(options);
  const ref = builder.objectRef<ConnectionShape>(`${name}Connection`);
  const hasHiddenRows = options.policy.rows.kind === "household";
  const mayBeSuppressed = isProtected(options.policy);
  policy(ref.name, {
    rows: { kind: "enclosed" },
    fields: {
      ...each(hasHiddenRows ? rules.record : rules.open, "nodes", "edges"),
      ...each(rules.open, "pageInfo", "totalCount", "sum", "suppressed"),
    },
  });
  ref.implement({
    description: `A page of ${plural}, and what is known of all of them.`,
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        nullable: hasHiddenRows,
        description: `The items of the page${hasHiddenRows ? "; null, with an error, for who may not see any" : ""}.`,
        resolve: async (parent) => (await parent.page()).edges.map((item) => item.node),
      }),
      edges: t.field({
        type: [edge],
        nullable: hasHiddenRows,
        description: "The items of the page, each with its cursor.",
        resolve: async (parent) => (await parent.page()).edges,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: "How to go on to the next page.",
        resolve: async (parent) => {
          const { edges, hasNextPage, hasPreviousPage } = await parent.page();
          return { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor(), endCursor: edges.at(-1)?.cursor() };
        },
      }),
      totalCount: t.int({
        nullable: mayBeSuppressed as true,
        description: `Number of ${plural} that meet the where, on all pages${mayBeSuppressed ? "; null only when suppressed" : ""}.`,
        resolve: async (parent) => (await parent.totals()).count,
      }),
      ...(mayBeSuppressed && {
        suppressed: t.field({
          type: SuppressionType,
          nullable: true,
          description: "Why totalCount and sum are not told; null when they are.",
          resolve: async (parent) => (await parent.totals()).suppressed ?? null,
        }),
      }),
      ...(Object.keys(sums).length > 0 && {
        sum: t.field({
          type: sumType(options, sums),
          nullable: mayBeSuppressed as true,
          description: `Sums over the ${plural} that meet the where, on all pages.`,
          resolve: async (parent) => (await parent.totals()).sums,
        }),
      }),
    }),
  });
  return { ...options, ref };
}

/**
 * The same nodes, reached through the rows of a join table: the edges carry that row's facts, while `where` and
 * `orderBy` speak of the nodes.
 */
export function through(
  target: Connection,
  join: {
    name: string;
    plural: string;
    model: ModelName;
    /** Who sees which rows of the join table; as of the nodes when absent. */
    policy?: Policy;
    nodeRelation: string;
    edgeFields?: Record<string, EdgeField>;
  },
): Connection {
  const { nodeRelation } = join;
  const { where, order, node } = target;
  if (!join.policy && isProtected(target.policy)) throw new Error(`${join.name} needs a policy of its rows.`);
  return connection({
    ...join,
    policy: join.policy ?? target.policy,
    node,
    where: {
      ...where,
      toPrisma(value, viewer) {
        const condition = where.toPrisma(value, viewer);
        return Object.keys(condition).length > 0 ? { [nodeRelation]: condition } : {};
      },
    },
    order: {
      ...order,
      // One node can stand behind several rows of the join table, so only the row's own id is unique.
      terms: (value, viewer) => [
        ...order
          .terms(value, viewer)
          .filter(({ path }) => path[0] !== "id")
          .map((term) => ({ ...term, path: [nodeRelation, ...term.path], unique: false })),
        { path: ["id"], direction: "asc", nullable: false, unique: true, kind: "number" },
      ],
    },
  });
}

function edgeType({ name, plural, node, edgeFields = {} }: ConnectionOptions) {
  const ref = builder.objectRef<Page["edges"][number]>(`${name}Edge`);
  enclosedPolicy(ref.name, "cursor", "node", ...Object.keys(edgeFields));
  return ref.implement({
    description: `One of the ${plural} of a connection, with its place.`,
    fields: (t) => ({
      cursor: t.string({
        description: "Opaque place of the item, for after and before.",
        resolve: (parent) => parent.cursor(),
      }),
      node: t.field({ type: node, description: "The item itself.", resolve: (parent) => parent.node }),
      ...Object.fromEntries(
        Object.entries(edgeFields).map(([field, { description, type }]) => [
          field,
          t.field({
            description,
            type: (typeof type === "object" && "relation" in type ? type.relation : type) as "String",
            resolve: ({ row }) => (type === "Float" ? Number(row[field]) : row[field]) as string,
          }),
        ]),
      ),
    }),
  });
}

function sumType({ name, plural }: ConnectionOptions, sums: Record<string, Sum>) {
  const ref = builder.objectRef<NonNullable<ConnectionTotals["sums"]>>(`${name}Sum`);
  enclosedPolicy(ref.name, ...Object.keys(sums));
  return ref.implement({
    description: `Sums over ${plural}.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(sums).map(([field, { kind, description }]) => [
          field,
          kind === "money"
            ? t.field({ type: [Money], description, resolve: (parent) => parent[field] as MoneyShape[] })
            : t.float({ description, resolve: (parent) => parent[field] as number }),
        ]),
      ),
  });
}
