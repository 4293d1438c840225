import { createHash } from "node:crypto";
import { checkShape, costOf, type Limits, type OperationCost, shapeOf } from "@chacra/schema";
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind, parse, validate, visit } from "graphql";
import { LRUCache } from "lru-cache";
import { deprecatedIn } from "../limits/deprecated.ts";

/** A document that fits the schema and the limits of its shape. */
export interface KnownDocument {
  document: DocumentNode;
  /** Stands for its text in the log. */
  hash: string;
  /** What is deprecated of what it asks for, as the end of the answer's extensions; mostly empty. */
  deprecated: string;
  nameOf(operationName: string | null | undefined): string | undefined;
  /** What an operation costs with its variables; worked out once where those do not matter. */
  cost(
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): OperationCost | undefined;
}

/** How many documents are kept, of those that are right and of those that are wrong, and how many characters of theirs. */
export const MOST_DOCUMENTS = 1_000;
export const MOST_CHARACTERS = 4_000_000;

/** Reads documents, those that come again only once. */
export class KnownDocuments {
  readonly #known = new LRUCache<string, KnownDocument>({ max: MOST_DOCUMENTS, maxSize: MOST_CHARACTERS });
  readonly #wrong = new LRUCache<string, true>({ max: MOST_DOCUMENTS, maxSize: MOST_CHARACTERS });
  readonly #schema: GraphQLSchema;
  readonly #limits: Limits;

  constructor(schema: GraphQLSchema, limits: Limits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** @returns undefined for a document that is wrong, or too large, which whoever executes it tells */
  read(text: string): KnownDocument | undefined {
    const known = this.#known.get(text);
    if (known || text === "" || this.#wrong.get(text)) return known;
    const read = this.#read(text);
    const size = { size: text.length };
    if (read) this.#known.set(text, read, size);
    else this.#wrong.set(text, true, size);
    return read;
  }

  /** How much is kept: never more than may be, whatever comes. */
  get kept() {
    return {
      documents: this.#known.size,
      wrong: this.#wrong.size,
      characters: this.#known.calculatedSize + this.#wrong.calculatedSize,
    };
  }

  #read(text: string): KnownDocument | undefined {
    try {
      const document = parse(text, { maxTokens: this.#limits.tokens });
      if (checkShape(shapeOf(document), this.#limits)) return undefined;
      if (validate(this.#schema, document).length > 0) return undefined;
      const deprecated = deprecatedIn(this.#schema, document);
      return {
        document,
        deprecated: deprecated.length > 0 ? `,"deprecated":${JSON.stringify(deprecated)}` : "",
        hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
        nameOf: (operationName) => getOperationAST(document, operationName)?.name?.value,
        cost: this.#costOf(document),
      };
    } catch {
      return undefined;
    }
  }

  #costOf(document: DocumentNode): KnownDocument["cost"] {
    if (costsByVariables(document)) return (name, variables) => costOf(this.#schema, document, name, variables);
    const costs = new Map<string, OperationCost>();
    return (name, variables) => {
      const key = name ?? "";
      const known = costs.get(key);
      if (known) return known;
      const cost = costOf(this.#schema, document, name, variables);
      // There is none for a name that is no operation's, or with variables that are wrong.
      if (cost) costs.set(key, cost);
      return cost;
    };
  }
}

/** Whether a variable decides how many objects there could be: of a page, of ids, or what is included. */
function costsByVariables(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument({ name, value }, _key, _parent, _path, ancestors) {
      if (value.kind !== Kind.VARIABLE) return;
      const owner = ancestors.at(-2);
      const isCondition =
        owner !== undefined && !Array.isArray(owner) && "kind" in owner && owner.kind === Kind.DIRECTIVE;
      if (isCondition || name.value === "first" || name.value === "last" || name.value === "ids") found = true;
    },
  });
  return found;
}
