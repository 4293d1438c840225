export type { ProgrammeData, TestResolver } from "./context.ts";
export { createTestServer, type TestServer, type TestServerOptions } from "./create-test-server.ts";
export type { Fault } from "./faults.ts";
export type { ProgrammeRecords } from "./record-store.ts";
export type { TestRequest } from "./request.ts";
