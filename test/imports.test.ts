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
 * What may be imported all the same, and is bundled into what is published. A document's cost, which a team's build fails for, has to be
 * what the server charges: there is one formula. The test server answers by these files as a server does. They know of graphql and one
 * another alone.
 */
const served = [
  "access/(forbidden|policy|viewer)",
  "connection/(cursor|logic|order|page|page-size)",
  "errors",
  "limits/(cost|limits|shape)",
];
const exceptions = [
  { from: /^sdk\/src\/codegen\//, to: /^schema\/src\/limits\/(limits|worst-case)\.ts$/ },
  { from: /^sdk\/src\/testing\//, to: new RegExp(`^schema/src/(${served.join("|")})\\.ts$`) },
];

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

/** Where an import by a path leads. */
function fileReached({ file, specifier }: Import): string {
  return path.posix.join(path.posix.dirname(file.replaceAll(path.sep, "/")), specifier);
}

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
      const reached = packageReached(found);
      if (reached === undefined || reached === directory || allowed[directory]?.includes(reached)) return false;
      return !exceptions.some(({ from, to }) => from.test(found.file) && to.test(fileReached(found)));
    });
    expect(wrong).toEqual([]);
  });

  test("the formula of costs, which the SDK bundles, imports nothing of a server's", () => {
    const imports = importsOf("schema/src");
    const reached = new Set<string>();
    const outside = new Set<string>();
    function follow(file: string): void {
      if (reached.has(file)) return;
      reached.add(file);
      for (const found of imports.filter((one) => one.file.replaceAll(path.sep, "/") === file)) {
        if (found.specifier.startsWith(".")) follow(fileReached(found));
        else outside.add(found.specifier);
      }
    }
    follow("schema/src/limits/worst-case.ts");
    follow("schema/src/limits/limits.ts");
    expect(reached.size).toBeGreaterThan(4);
    expect([...outside]).toEqual(["graphql"]);
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
