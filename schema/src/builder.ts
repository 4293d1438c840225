import type { Prisma } from "@chacra/prisma";
import type PrismaTypes from "@chacra/prisma/pothos";
import { getDatamodel } from "@chacra/prisma/pothos";
import SchemaBuilder, { type ObjectRef } from "@pothos/core";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin from "@pothos/plugin-relay";
import { enclosedPolicy, rootPolicy, rules } from "./access/policy.ts";
import { LARGEST_PAGE } from "./connection/page-size.ts";
import type { GraphContext } from "./context.ts";
import { argumentError } from "./errors.ts";
import { decodeGlobalID, encodeGlobalID } from "./global-id.ts";

/** The values that the scalars carry inside the server (Input: as parsed, Output: as given to be serialized). */
export type ScalarTypes = {
  Date: { Input: Date; Output: Date };
  Decimal: { Input: string; Output: { toString(): string } };
  /** A decimal of the database is told as the number next to it. */
  Float: { Input: number; Output: number | Prisma.Decimal };
  Latitude: { Input: number; Output: number };
  Longitude: { Input: number; Output: number };
};

/** The one builder that all types of the graph are declared on. */
/** What the builder's types are made of. */
interface Types {
  PrismaTypes: PrismaTypes;
  Context: GraphContext;
  Scalars: ScalarTypes;
  DefaultFieldNullability: false;
}

export const builder = new SchemaBuilder<Types>({
  plugins: [PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  prisma: { client: (context) => context.prisma, dmmf: getDatamodel(), exposeDescriptions: false },
  relay: {
    encodeGlobalID,
    decodeGlobalID: (globalId, context) => decodeGlobalID(globalId, isNode, context as GraphContext),
    nodeTypeOptions: { description: "An object that can be fetched again by its global id." },
    idFieldOptions: { description: "Global id: opaque, the same for the same object at every request." },
    pageInfoTypeOptions: { description: "How a page of a connection lies among the others." },
    hasNextPageFieldOptions: { description: "Whether there are items after this page." },
    hasPreviousPageFieldOptions: { description: "Whether there are items before this page." },
    startCursorFieldOptions: {
      description: "Cursor of the first item, to go back with before; null on an empty page.",
    },
    endCursorFieldOptions: { description: "Cursor of the last item, to go on with after; null on an empty page." },
    nodeQueryOptions: {
      description: "The object with this global id, or null when there is none.",
      args: { id: { description: "Global id, from the field id of an object." } },
    },
    nodesQueryOptions: {
      args: { ids: { description: "Global ids, from the fields id of objects; 100 at most." } },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > LARGEST_PAGE) {
          throw argumentError("PAGE_TOO_LARGE", "ids", `ids may hold ${LARGEST_PAGE} ids, not ${ids.length}.`);
        }
        return resolveNodes(ids);
      },
      description: "The objects with these global ids, in the same order; null where there is none. At most 100 ids.",
    },
  },
});

/** Node is the graph's only interface. */
export function isNode(name: string): boolean {
  const config = builder.configStore.typeConfigs.get(name);
  return config?.kind === "Object" && config.interfaces.length > 0;
}

/** Any object type of the graph, whatever its rows look like. */
export type AnyObject = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<Types>, unknown>;

enclosedPolicy("PageInfo", "hasNextPage", "hasPreviousPage", "startCursor", "endCursor");
rootPolicy("node", rules.open);
rootPolicy("nodes", rules.open);
builder.queryType({
  description:
    "The graph of Peru's alternative-development programme. Plural fields are Relay connections: 20 items a page, 100 at most.",
});
