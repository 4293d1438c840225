/** The rows of a table, page by page. */
export type Rows = AsyncIterable<readonly unknown[]>;
