import type { ChacraClient, Pages, PagesOptions } from "@chacra/sdk";
import type { CollectionName } from "./totals.ts";

/** A record as the graph gives it; what its type has beside the id is written as it comes. */
export interface GraphRecord {
  id: string;
}

/** A list of the graph that is taken over whole. */
export interface Collection {
  /** Its field in the query, and the name of its file. */
  name: CollectionName;
  /** The type of its records, by which the server is asked whether the caller may read them. */
  type: string;
  walk(chacra: ChacraClient, options: PagesOptions): Pages<GraphRecord>;
}
