import { GraphQLError } from "graphql";

/** What can be wrong with an argument, for programs; the message tells people what would be right. */
export type ArgumentErrorCode = "BAD_CURSOR" | "BAD_ID" | "BAD_PAGE" | "PAGE_TOO_LARGE" | "BAD_ARGUMENT";

/** An error that the caller can mend. */
export function argumentError(code: ArgumentErrorCode, argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, argument } });
}
