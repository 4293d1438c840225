import { GraphQLError } from "graphql";

/** What can be wrong with an argument, for programs; the message tells people what would be right. */
export type ArgumentErrorCode = "BAD_CURSOR" | "BAD_ID" | "BAD_PAGE" | "PAGE_TOO_LARGE" | "BAD_ARGUMENT";

/** An error that the caller can mend. */
export function argumentError(code: ArgumentErrorCode, argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, argument } });
}

/**
 * The text, if a database can hold it.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT` for the character U+0000, which PostgreSQL has no place for
 */
export function storableText(argument: string, text: string): string {
  if (text.includes("\0")) throw argumentError("BAD_ARGUMENT", argument, "A text cannot hold the character U+0000.");
  return text;
}
