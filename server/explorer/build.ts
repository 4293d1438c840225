import { createHash } from "node:crypto";
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// Builds the page, unless the one that is there comes from the same sources and the same versions: every start asks.

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = path.join(root, "dist");
const stampPath = path.join(dist, "stamp");

/** What the page is made of; the lock file names the version of every package. */
function sources(): string[] {
  const own = globSync(["*.{ts,html,json}", "{src,gallery}/**/*.*", "../src/export/*.ts"], { cwd: root });
  return [...own, "../../pnpm-lock.yaml"].filter((file) => !file.endsWith(".test.ts")).sort();
}

function stampOfSources(): string {
  const stamp = createHash("sha256");
  for (const file of sources()) stamp.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return stamp.digest("hex");
}

/** GraphiQL's explorer shows the lists in arguments by name only, which is no error to trouble anyone's console with. */
const quietLists = {
  name: "quiet-lists",
  transform(code: string, id: string) {
    if (!id.endsWith("/graphiql-explorer/dist/Explorer.js")) return;
    return { code: code.replace(/console\.error\('arg mismatch [^;]+;/g, ""), map: null };
  },
};

async function build(into: string): Promise<void> {
  const { build: bundle } = await import("vite");
  await bundle({
    configFile: false,
    root,
    base: "/explorer/",
    logLevel: "error",
    plugins: [quietLists],
    // One graph library and one React, whoever asks for them: two copies know nothing of each other's objects.
    resolve: { dedupe: ["graphql", "react", "react-dom", "monaco-editor"] },
    worker: { format: "es" },
    build: {
      outDir: into,
      target: "es2022",
      // What is embedded in a page as data: needs a looser policy and cannot be cached by itself.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4_000,
      modulePreload: { polyfill: false },
    },
  });
}

/** Makes the short forms once, so that no request waits for them. */
async function compress(directory: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const texts = files.filter((file) => /\.(js|css|html|json)$/.test(file)).map((file) => path.join(directory, file));
  await Promise.all(
    texts.map(async (file) => {
      const text = readFileSync(file);
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(text, quality));
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    }),
  );
}

const wanted = stampOfSources();
if (!existsSync(stampPath) || readFileSync(stampPath, "utf8") !== wanted) {
  process.stderr.write("Building the explorer ...\n");
  // Elsewhere until it is whole: a running server or another build may be using the old one.
  const fresh = path.join(root, `node_modules/.dist-${process.pid}`);
  await build(fresh);
  await compress(fresh);
  writeFileSync(path.join(fresh, "stamp"), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}
