import type { BulkLoad } from "./bulk-load.ts";
import { Ids, readFacts, textOrNull } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

const SOURCE = table("Source", "id", "code", "title", "url", "licence", "retrievedOn");

/** Loads where the facts come from; every fact of prisma/data names one of these by its code. */
export async function loadSources(load: BulkLoad): Promise<Ids> {
  const facts = readFacts("sources", "code", "title", "url", "licence", "retrieved_on");
  const ids = new Ids(facts.map(({ code }) => code));
  const rows = facts.map(({ code, title, url, licence, retrieved_on }) => ({
    id: ids.of(code),
    code,
    title,
    url: textOrNull(url),
    licence: textOrNull(licence),
    retrievedOn: textOrNull(retrieved_on),
  }));
  await load.load(SOURCE, csvLines(SOURCE, rows));
  return ids;
}
