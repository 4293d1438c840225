import type { Exchange } from "../http/exchange.ts";

/** Does work that ends, by its signal, when the caller goes away. */
export async function whileAwaited<T>({ response }: Exchange, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once("close", leave);
  try {
    if (response.destroyed) leave();
    return await work(gone.signal);
  } finally {
    response.off("close", leave);
  }
}
