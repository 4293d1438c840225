import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";
import { Provider } from "urql";
import { optionsOf } from "../options-of.ts";
import type { QueryClient } from "../query-client.ts";
import { hooksClientOf } from "./hooks-client.ts";
import type { ChacraSsr } from "./ssr.ts";

const Context = createContext<QueryClient | null>(null);
Context.displayName = "ChacraContext";

export interface ChacraProviderProps<Client extends QueryClient = QueryClient> {
  /** One that `createClient` made. */
  client: Client;
  /** Where the server renders: `createSsr()`; in the browser `createSsr(state)`, with what the server collected. */
  ssr?: ChacraSsr;
  children?: ReactNode;
}

export function ChacraProvider({ client, ssr, children }: ChacraProviderProps): ReactElement {
  const urql = hooksClientOf(client, ssr);
  return createElement(Context, { value: client }, createElement(Provider, { value: urql }, children));
}

export function useChacraClient(): QueryClient {
  const client = useContext(Context);
  if (client) return client;
  throw new TypeError(
    "There is no ChacraProvider around this component. Put one at the root: <ChacraProvider client={chacra}>.",
  );
}

/** Whether the cache gives each page with the ones before it. */
export function useMerged(): boolean {
  return optionsOf(useChacraClient()).cache?.merged ?? false;
}
