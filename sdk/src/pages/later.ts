import type { DocumentNode } from "graphql";
import { errorOf } from "../error-classes.ts";
import type { Pages, PagesOptions, Run } from "./pages.ts";

/** Goes through pages by code that is fetched when the first item is asked for: most visits of a page need none of it. */
export function pagesLater<Item>(
  run: Run,
  document: DocumentNode,
  variables: object,
  at: string,
  options: PagesOptions,
): Pages<Item> {
  let loading: Promise<Pages<Item>> | undefined;
  let loaded: Pages<Item> | undefined;

  function load(): Promise<Pages<Item>> {
    loading ??= import("./pages.ts").then(
      ({ pagesBy }) => {
        loaded = pagesBy(run, document, variables, at, options);
        return loaded;
      },
      (cause) => {
        loading = undefined;
        throw errorOf("NETWORK", "The part of the program that goes through pages could not be loaded.", { cause });
      },
    );
    return loading;
  }

  const pages: Pages<Item> = {
    get token() {
      return loaded?.token ?? options.resume ?? "";
    },
    next: async () => (await load()).next(),
    return: async () => (await load()).return(),
    [Symbol.asyncIterator]: () => pages,
  };
  return pages;
}
