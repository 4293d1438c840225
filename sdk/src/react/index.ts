"use client";

export { ChacraProvider, type ChacraProviderProps, useChacraClient } from "./provider.ts";
export { type ChacraSsr, createSsr, type SsrState } from "./ssr.ts";
export { type ChacraPages, useChacraPages } from "./use-pages.ts";
export { type ChacraQueryState, type HookArguments, type HookOptions, useChacraQuery } from "./use-query.ts";
