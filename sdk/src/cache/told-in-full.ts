import { CombinedError, type Exchange, type OperationResult } from "@urql/core";
import { map, pipe, share } from "wonka";

/**
 * What Graphcache is not told, or does not tell, of an answer. It keeps no null that an error explains, as long as the
 * error names its place: where a field may not be null, its error makes a parent null, and that is named here too. And it
 * tells of no data where something on the way is unknown, such as fields of earlier pages: then it is what came.
 */
export function toldInFull(exchange: Exchange): Exchange {
  return (input) => {
    const told = new WeakMap<CombinedError, CombinedError>();
    const came = new Map<number, OperationResult>();
    const forward: typeof input.forward = (operations) =>
      pipe(
        input.forward(operations),
        map((result) => {
          came.set(result.operation.key, result);
          const nulls = result.error ? nullsOf(result) : [];
          if (!result.error || nulls.length === 0) return result;
          const graphQLErrors = [...result.error.graphQLErrors, ...nulls];
          const error = new CombinedError({ graphQLErrors, response: result.error.response });
          told.set(error, result.error);
          return { ...result, error };
        }),
        share,
      );
    return (operations) =>
      pipe(
        operations,
        exchange({ ...input, forward }),
        map((result) => {
          const data = result.data ?? came.get(result.operation.key)?.data;
          came.delete(result.operation.key);
          return { ...result, data, error: result.error && (told.get(result.error) ?? result.error) };
        }),
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
