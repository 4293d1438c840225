import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withChanges } from "./changelog.ts";
import { type Interface, interfaceChanges } from "./changes.ts";
import { current } from "./places.ts";
import { undeclaredChanges } from "./undeclared.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "chacra-release-"));
  mkdirSync(path.join(root, ".changeset"));
});
afterEach(() => rmSync(root, { recursive: true }));

const index = readFileSync(path.join(current.reports, "index.api.md"), "utf8");
const schema = readFileSync(current.schema, "utf8");

/** A state of the project: the one of today, with a replacement in a report or in the schema. */
function state(
  name: string,
  edit: { api?: [string | RegExp, string]; graph?: [string | RegExp, string] } = {},
): Interface {
  const reports = path.join(root, name);
  mkdirSync(reports);
  const edited = (text: string, [from, to]: [string | RegExp, string] = ["", ""]) => {
    const result = text.replace(from, to);
    if (from !== "") expect(result).not.toBe(text);
    return result;
  };
  writeFileSync(path.join(reports, "index.api.md"), edited(index, edit.api));
  writeFileSync(path.join(reports, "schema.graphql"), edited(schema, edit.graph));
  return { reports, schema: path.join(reports, "schema.graphql") };
}

function declare(type: "major" | "minor" | "patch"): void {
  writeFileSync(path.join(root, `.changeset/${type}.md`), `---\n"@chacra/sdk": ${type}\n---\n\nA change.\n`);
}

const breaking: [string, Parameters<typeof state>[1], RegExp][] = [
  [
    "a removed export",
    { api: [/export function createQueryClient\(.*\n/, ""] },
    /`createQueryClient` is no longer exported/,
  ],
  [
    "a narrowed parameter",
    { api: ["url: string | URL;", "url: string;"] },
    /`ClientOptions.url` is another: `url: string;`/,
  ],
  [
    "an option that is now wanted",
    { api: ["    url: string | URL;", "    url: string | URL;\n    key: string;"] },
    /`ClientOptions.key` is new, and wanted/,
  ],
  ["a removed member", { api: [/ {4}readonly requestId: .*\n/, ""] }, /`ChacraError.requestId` is gone/],
  ["a type that is another", { api: ["export type Crop =", "export type Crop = number |"] }, /./],
  ["a removed field", { graph: [/\n {2}"""[^"]*"""\n {2}altitude: Int\b.*/, ""] }, /Field `altitude` was removed/],
  ["an argument that is now wanted", { graph: ["region(", "region(season: Int!, "] }, /`season: Int!`/],
];

const harmless: [string, Parameters<typeof state>[1], RegExp][] = [
  [
    "a new export",
    {
      api: [
        "export function createClient(",
        "export function open(): void;\n\n// @public\nexport function createClient(",
      ],
    },
    /`open` is new/,
  ],
  [
    "a new option",
    { api: ["    url: string | URL;", "    url: string | URL;\n    key?: string;"] },
    /`ClientOptions.key` is new$/,
  ],
  [
    "a new field",
    { graph: ["type Farm implements Node {", "type Farm implements Node {\n  colour: String"] },
    /Field `colour` was added/,
  ],
];

describe.each(breaking)("%s", (_, edit, told) => {
  test("breaks, and wants a major changeset", async () => {
    const changes = await interfaceChanges(state("before"), state("after", edit));
    expect(changes[0]).toMatchObject({ breaking: true, text: expect.stringMatching(told) });
    expect(await undeclaredChanges(root, changes)).toEqual(changes);
    declare("minor");
    expect(await undeclaredChanges(root, changes)).toEqual(changes.filter(({ breaking }) => breaking));
    declare("major");
    expect(await undeclaredChanges(root, changes)).toEqual([]);
  });
});

describe.each(harmless)("%s", (_, edit, told) => {
  test("breaks nothing, and wants a minor changeset", async () => {
    const changes = await interfaceChanges(state("before"), state("after", edit));
    expect(changes).toMatchObject([{ breaking: false, text: expect.stringMatching(told) }]);
    declare("patch");
    expect(await undeclaredChanges(root, changes)).toEqual(changes);
    declare("minor");
    expect(await undeclaredChanges(root, changes)).toEqual([]);
  });
});

test("what is only documented otherwise is no change", async () => {
  const edit = { api: ["/** Fairtrade. */", "/** Of fair trade. */"], graph: [/"""[^"]+"""/, '"""Else."""'] } as const;
  const after = state("after", { api: [...edit.api], graph: [...edit.graph] });
  expect(await interfaceChanges(state("before"), after)).toEqual([]);
});

test("an entry that is gone breaks", async () => {
  const [before, after] = [state("before"), state("after")];
  writeFileSync(path.join(before.reports, "errors.api.md"), index);
  expect(await interfaceChanges(before, after)).toEqual([{ breaking: true, text: "`@chacra/sdk/errors` is gone" }]);
});

test("the changelog tells of both under its latest version", () => {
  const changelog =
    "# @chacra/sdk\n\n## 1.0.0\n\n### Major Changes\n\n- It is so.\n\n## 0.1.0\n\n### Minor Changes\n\n- It was so.\n";
  const told = withChanges(changelog, [
    { breaking: true, text: "one" },
    { breaking: false, text: "other" },
  ]);
  expect(told).toBe(
    "# @chacra/sdk\n\n## 1.0.0\n\n### Major Changes\n\n- It is so.\n\n### What breaks\n\n- one\n\n### What is new or wider in the API and the graph\n\n- other\n\n" +
      "## 0.1.0\n\n### Minor Changes\n\n- It was so.\n",
  );
});
