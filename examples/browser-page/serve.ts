import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

// Serves this folder as it is, as any server of files would.

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Inside the project the SDK is not built. What npm would install is made beside the page.
const PACKAGE = "/node_modules/@chacra/sdk/dist";
const built = folder("generated/sdk");
const tsdown = ["--out-dir", built, "--format", "esm", "--no-dts", "--logLevel", "error"];
execFileSync(process.execPath, [folder("../../sdk/node_modules/tsdown/dist/run.mjs"), ...tsdown], {
  cwd: folder("../../sdk"),
  stdio: "inherit",
});

const client = sirv(built, { dev: true });
const page = sirv(folder("."), { dev: true });
const server = createServer((request, response) => {
  if (!request.url?.startsWith(`${PACKAGE}/`)) return page(request, response);
  request.url = request.url.slice(PACKAGE.length);
  client(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  const graph = process.env.CHACRA_URL;
  console.log(`The page is at http://127.0.0.1:${port}/${graph ? `?graph=${encodeURIComponent(graph)}` : ""}`);
});
