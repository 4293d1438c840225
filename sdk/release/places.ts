import { fileURLToPath } from "node:url";
import type { Interface } from "./changes.ts";

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** The reports of the API and the schema as they are now. */
export const current: Interface = {
  reports: fileURLToPath(new URL("../api/", import.meta.url)),
  schema: fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url)),
};

/** The same as they were in the last release. */
export const released: Interface = {
  reports: fileURLToPath(new URL("../api/released/", import.meta.url)),
  schema: fileURLToPath(new URL("../api/released/schema.graphql", import.meta.url)),
};
