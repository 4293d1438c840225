import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const query =
  "query Region($ubigeo: String!) { region(ubigeo: $ubigeo) { name families(first: 2) { nodes { code } } } }";

/** What a program of one query grows to in a browser. */
export interface Size {
  /** Bytes, minified and gzipped; undefined where it cannot be bundled. */
  bytes: number | undefined;
  /** Why it cannot. */
  reason?: string;
}

/** Bundles a program that makes a client and asks one nested query. */
export async function sizeOf(folder: string, file: string): Promise<Size> {
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { create } from "./${file}";
          create("https://graph.example.org/graphql")(${JSON.stringify(query)}, { ubigeo: "22" }).then(console.log);`,
        resolveDir: folder,
      },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      conditions: ["production", "module"],
      define: { "process.env.NODE_ENV": '"production"' },
      write: false,
      logLevel: "silent",
    });
    return { bytes: gzipSync(outputFiles[0]?.contents ?? "").length };
  } catch (error) {
    const [, missing] = /Could not resolve "([^"]+)"/.exec(`${error}`) ?? [];
    if (!missing) throw error;
    return { bytes: undefined, reason: `it wants \`${missing}\`` };
  }
}

/** The version of an installed package. */
export function versionOf(folder: string, name: string): string {
  return JSON.parse(readFileSync(path.join(folder, "node_modules", name, "package.json"), "utf8")).version;
}
