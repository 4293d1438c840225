import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

const json = /^application\/(graphql\+)?json\s*(;|$)/i;

function badRequest(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/**
 * Takes only JSON bodies: a browser sends other kinds to any site without asking that site first (CORS), and Yoga would read
 * them. Also answers 400, not 500, to a GET whose `variables` or `extensions` are not JSON.
 */
export function useJsonRequestsOnly(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (request.method === "POST" && !json.test(request.headers.get("content-type") ?? "")) {
        throw badRequest(
          415,
          "UNSUPPORTED_MEDIA_TYPE",
          "Send the request as JSON, with Content-Type: application/json.",
        );
      }
      if (!requestParser) return;
      if (request.method === "POST") {
        setRequestParser(async (post) => {
          const params = await requestParser(post);
          if (!Array.isArray(params)) return params;
          throw badRequest(
            400,
            "BATCH_TOO_LARGE",
            "Send one operation a request; aliases put several questions into one.",
          );
        });
        return;
      }
      setRequestParser(async (get) => {
        try {
          return await requestParser(get);
        } catch {
          throw badRequest(400, "BAD_REQUEST", "The parameters variables and extensions must be JSON objects.");
        }
      });
    },
  };
}
