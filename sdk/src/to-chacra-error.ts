import type { CombinedError } from "@urql/core";
import { ChacraError, type GraphFault } from "./error.ts";
import { errorOf } from "./error-classes.ts";
import { secondsIn } from "./transport/retry-after.ts";
import { withoutValues } from "./without-values.ts";

/** An urql error as one of ours. */
export function toChacraError(error: CombinedError, data: unknown, variables: object): ChacraError {
  const { networkError } = error;
  if (networkError instanceof ChacraError) return networkError;
  const response: Response | undefined = error.response;
  const details = {
    status: response?.status,
    requestId: response?.headers?.get("x-request-id") ?? undefined,
    retryAfter: secondsIn(response?.headers?.get("retry-after")),
    data: data ?? undefined,
    faults: error.graphQLErrors.map((fault) => toFault(fault, variables)),
  };
  const [fault] = details.faults;
  if (fault) {
    const others = details.faults.length > 1 ? ` (and ${details.faults.length - 1} more)` : "";
    return errorOf(fault.code, fault.message + others, details);
  }
  if (networkError?.name === "TimeoutError") {
    return errorOf("TIMEOUT", "The call took longer than its timeout.", { ...details, cause: networkError });
  }
  if (response?.status === 429) return errorOf("RATE_LIMITED", "Too many requests: a proxy refused this one.", details);
  if (response?.status === 401) return errorOf("UNAUTHENTICATED", "A proxy did not take the credentials.", details);
  if (response) return errorOf("HTTP", `The server answered ${response.status}, and not with GraphQL.`, details);
  return errorOf("NETWORK", "No answer came from the server. Check the url and that it is running.", {
    ...details,
    cause: networkError,
  });
}

type Told = CombinedError["graphQLErrors"][number];

function toFault({ message, extensions, path }: Told, variables: object): GraphFault {
  const { code, id, argument, needed, limit, requested } = extensions;
  return {
    message: withoutValues(message, variables),
    code: typeof code === "string" ? code : "UNKNOWN",
    path: path ?? [],
    ...(typeof id === "string" && { id }),
    ...(typeof argument === "string" && { argument }),
    ...(Array.isArray(needed) && { needed }),
    ...(typeof limit === "number" && { limit }),
    ...(typeof requested === "number" && { requested }),
  };
}
