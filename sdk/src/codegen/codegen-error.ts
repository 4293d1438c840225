/**
 * What can be wrong with documents, or with how their files are to be made.
 *
 * @example
 * ```ts
 * import type { CodegenErrorCode } from "@chacra/sdk/codegen";
 *
 * const expected: CodegenErrorCode = "OVER_BUDGET";
 * ```
 */
export type CodegenErrorCode =
  | "BAD_OPTION"
  | "GRAPHQL_VALIDATION_FAILED"
  | "LISTS_TOO_NESTED"
  | "NAME_TAKEN"
  | "NO_NAME"
  | "OVER_BUDGET"
  | "PAGE_TOO_LARGE";

/**
 * Why files could not be generated. GraphQL Code Generator shows its message and fails.
 *
 * @example
 * ```ts
 * import { ChacraCodegenError } from "@chacra/sdk/codegen";
 *
 * export const isOverBudget = (error: unknown) => error instanceof ChacraCodegenError && error.code === "OVER_BUDGET";
 * ```
 */
export class ChacraCodegenError extends Error {
  override readonly name = "ChacraCodegenError";
  /** What is wrong, for programs. */
  readonly code: CodegenErrorCode;

  constructor(code: CodegenErrorCode, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}
