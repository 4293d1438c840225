export { arbitraryDocument } from "./arbitrary-document.ts";
export { arbitraryInput } from "./arbitrary-input.ts";
export { execute, query, statementsOf } from "./execute.ts";
