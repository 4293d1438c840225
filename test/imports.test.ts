import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Which packages of the workspace each package may import; its tests may import what they test with as well. */
const allowed: Record<string, string[]> = {
  prisma: [],
  schema: ["prisma"],
  server: ["schema", "prisma"],
  sdk: [],
  examples: ["sdk"],
};

/**
 * Files of the schema that the SDK's test server answers by, as a server does, and bundles: they import graphql and one another alone.
 */
const bundled = ["access/forbidden", "access/policy", "access/viewer", "connection/cursor", "connection/logic"]
  .concat(["connection/order", "connection/page", "errors", "limits/cost", "limits/limits", "limits/shape"])
  .map((file) => `schema/src/${file}.ts`);

interface Import {
  file: string;
  specifier: string;
}

/** Every import of a package's sources, type imports and re-exports among them. */
function importsOf(directory: string): Import[] {
  const files = globSync(`${directory}/**/*.{ts,tsx,mts,js,mjs}`, {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist)(\/|$)/.test(name),
  });
  return files.flatMap((file) => {
    const code = readFileSync(path.join(root, file), "utf8");
    const { module, errors } = parseSync(file, code);
    if (errors.length > 0) throw new Error(`${file} is not read: ${errors[0]?.message}`);
    const specifiers = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
      ...module.dynamicImports.map(({ moduleRequest }) => code.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
    ];
    return specifiers.map((specifier) => ({ file, specifier }));
  });
}

/** The file of the workspace that an import by a path reaches. */
const fileReached = ({ file, specifier }: Import) =>
  path.posix.join(path.posix.dirname(file.replaceAll(path.sep, "/")), specifier);

/** The package of the workspace that an import reaches, by name or by a path out of its own; undefined for any other. */
function packageReached(found: Import): string | undefined {
  const { specifier } = found;
  const named = /^@chacra\/([^/]+)/.exec(specifier)?.[1];
  if (named || !specifier.startsWith(".")) return named;
  return fileReached(found).split("/")[0];
}

describe("imports run one way", () => {
  test.each(Object.keys(allowed))("%s imports only what stands below it", (directory) => {
    const imports = importsOf(directory);
    expect(imports.length).toBeGreaterThan(0);
    const wrong = imports.filter((found) => {
      if (found.file.startsWith("sdk/src/testing/") && bundled.includes(fileReached(found))) return false;
      const reached = packageReached(found);
      return reached !== undefined && reached !== directory && !allowed[directory]?.includes(reached);
    });
    expect(wrong).toEqual([]);
  });

  test("and the packages' manifests say the same", () => {
    for (const [directory, below] of Object.entries(allowed)) {
      const manifest = JSON.parse(readFileSync(path.join(root, directory, "package.json"), "utf8"));
      const named = Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.peerDependencies,
      });
      const inWorkspace = named
        .filter((name) => name.startsWith("@chacra/"))
        .map((name) => name.slice("@chacra/".length));
      expect({ directory, reaches: inWorkspace.filter((name) => !below.includes(name)) }).toEqual({
        directory,
        reaches: [],
      });
    }
  });
});
