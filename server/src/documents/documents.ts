import { createHash } from "node:crypto";
import type { PrismaClient } from "@chacra/prisma";
import { type GraphQLSchema, Kind, parse, print, separateOperations, validate } from "graphql";

/** An operation that may be asked for by its hash alone. */
export interface TrustedDocument {
  hash: string;
  name: string;
  text: string;
}

/** A document that is not one of this schema's; the message says where and why. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The operations of a text, each with the fragments that it uses. The text of a single operation is kept to the letter, for its hash is made of it. */
export function documentsOf(text: string, schema: GraphQLSchema, origin: string): TrustedDocument[] {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(text);
  } catch (error) {
    throw new DocumentError(`${origin}: ${(error as Error).message}`);
  }
  const [wrong] = validate(schema, document);
  if (wrong) {
    const [at] = wrong.locations ?? [];
    throw new DocumentError(`${origin}${at ? `:${at.line}:${at.column}` : ""}: ${wrong.message}`);
  }
  const operations = Object.entries(separateOperations(document));
  if (operations.length === 0) throw new DocumentError(`${origin}: there is no operation in it.`);
  if (operations.some(([name]) => name === ""))
    throw new DocumentError(`${origin}: an operation needs a name to be registered.`);
  const isAlone = operations.length === 1 && usesAll(document, operations[0]?.[1]);
  return operations.map(([name, own]) => {
    const kept = isAlone ? text : print(own);
    return { hash: hashOf(kept), name, text: kept };
  });
}

function usesAll(whole: ReturnType<typeof parse>, part: ReturnType<typeof parse> | undefined): boolean {
  const count = (document: ReturnType<typeof parse>) =>
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  return part !== undefined && count(whole) === count(part);
}

/** @returns how many of them were not registered before */
export async function registerDocuments(
  prisma: PrismaClient,
  documents: readonly TrustedDocument[],
  client: string,
): Promise<number> {
  const data = documents.map((document) => ({ ...document, client }));
  const { count } = await prisma.trustedDocument.createMany({ data, skipDuplicates: true });
  return count;
}

/** How many documents are kept in memory. */
const KEPT = 1_000;

/** Finds documents by their hash; those asked for before without asking the database. */
export function createDocumentStore(prisma: PrismaClient): (hash: string) => Promise<string | null> {
  const kept = new Map<string, string>();
  return async (hash) => {
    const known = kept.get(hash);
    if (known !== undefined) return known;
    const found = await prisma.trustedDocument.findUnique({ where: { hash } });
    if (!found) return null;
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest) kept.delete(oldest);
    kept.set(hash, found.text);
    return found.text;
  };
}
