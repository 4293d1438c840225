import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";
import { Provider } from "urql";
import { optionsOf } from "../options-of.ts";
import type { QueryClient } from "../query-client.ts";
import { hooksClientOf } from "./hooks-client.ts";
import type { ChacraSsr } from "./ssr.ts";

const Context = createContext<QueryClient | null>(null);
Context.displayName = "ChacraContext";

/**
 * What {@link ChacraProvider} takes.
 *
 * @example
 * ```tsx
 * import { createClient } from "@chacra/sdk";
 * import { ChacraProvider, type ChacraProviderProps } from "@chacra/sdk/react";
 *
 * const props: ChacraProviderProps = { client: createClient({ url: "/graphql" }) };
 * const app = <ChacraProvider {...props}>the components</ChacraProvider>;
 * ```
 */
export interface ChacraProviderProps {
  /** One that `createClient` or `createQueryClient` made, outside of components: what hooks keep belongs to it. */
  client: QueryClient;
  /** Where the server renders: `createSsr()`; in the browser `createSsr(state)`, with what the server collected. */
  ssr?: ChacraSsr;
  children?: ReactNode;
}

/**
 * Gives a client to the hooks of the components inside.
 *
 * @throws {TypeError} when the client is a copy, or made elsewhere
 *
 * @example
 * ```tsx
 * import { createClient } from "@chacra/sdk";
 * import { ChacraProvider } from "@chacra/sdk/react";
 * import { StrictMode } from "react";
 * import { createRoot } from "react-dom/client";
 *
 * const chacra = createClient({ url: "/graphql" });
 * createRoot(document.body).render(
 *   <StrictMode>
 *     <ChacraProvider client={chacra}>the components</ChacraProvider>
 *   </StrictMode>,
 * );
 * ```
 */
export function ChacraProvider({ client, ssr, children }: ChacraProviderProps): ReactElement {
  const urql = hooksClientOf(client, ssr);
  return createElement(Context, { value: client }, createElement(Provider, { value: urql }, children));
}

/**
 * The client of the provider, for what is no query of a component's: an export, say, by `pages`.
 *
 * @throws {TypeError} when there is no provider around the component
 *
 * @example
 * ```tsx
 * import { RegionOverviewDocument } from "@chacra/sdk";
 * import { useChacraClient } from "@chacra/sdk/react";
 *
 * export function Copy({ ubigeo }: { ubigeo: string }) {
 *   const chacra = useChacraClient();
 *   const copy = async () => {
 *     const { region } = await chacra.query(RegionOverviewDocument, { ubigeo });
 *     await navigator.clipboard.writeText(region?.name ?? "");
 *   };
 *   return <button type="button" onClick={copy}>Copy the name</button>;
 * }
 * ```
 */
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
