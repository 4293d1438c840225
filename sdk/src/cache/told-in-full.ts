import { CombinedError, type Exchange, type OperationResult } from "@urql/core";
import { map, pipe } from "wonka";

/**
 * Graphcache does not keep a null that an error explains, as long as the error names its place. Where a field may not be
 * null its error makes a parent null: this tells Graphcache so, or it would keep that there is no such object.
 */
export function toldInFull(exchange: Exchange): Exchange {
  return (input) => {
    const told = new WeakMap<CombinedError, CombinedError>();
    const forward: typeof input.forward = (operations) =>
      pipe(
        input.forward(operations),
        map((result) => {
          const nulls = result.error ? nullsOf(result) : [];
          if (!result.error || nulls.length === 0) return result;
          const graphQLErrors = [...result.error.graphQLErrors, ...nulls];
          const error = new CombinedError({ graphQLErrors, response: result.error.response });
          told.set(error, result.error);
          return { ...result, error };
        }),
      );
    return (operations) =>
      pipe(
        operations,
        exchange({ ...input, forward }),
        map((result) => ({ ...result, error: result.error && (told.get(result.error) ?? result.error) })),
      );
  };
}

/** The places above those of errors where the data ends with null. */
function nullsOf({ data, error }: OperationResult) {
  return (error?.graphQLErrors ?? []).flatMap(({ message, path = [] }) => {
    let value: unknown = data;
    const depth = path.findIndex((step) => {
      value = value && Reflect.get(Object(value), step);
      return value === null;
    });
    return depth >= 0 && depth < path.length - 1 ? [{ message, path: path.slice(0, depth + 1) }] : [];
  });
}
