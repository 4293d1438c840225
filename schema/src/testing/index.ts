export { arbitraryDocument } from "./arbitrary-document.ts";
export { arbitraryInput } from "./arbitrary-input.ts";
export { execute, plannedOf, query, statementsOf } from "./execute.ts";
