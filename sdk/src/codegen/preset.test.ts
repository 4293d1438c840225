import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { project } from "./testing.ts";

const below = new URL("../generated/", import.meta.url);
const sdk = fileURLToPath(new URL("../../", import.meta.url));

const farms = `
  query CoffeeFarms($altitude: Int!, $first: Int, $crop: Crop!, $after: String) {
    farms(first: $first, after: $after, where: { altitude: { gte: $altitude }, plots: { some: { crop: { equals: $crop } } } }) {
      nodes { id ...FarmLine }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const files = {
  "src/farms.graphql": farms,
  "src/line.ts": `
    import { type FragmentOf, readFragment } from "@chacra/sdk";
    import { FarmLineDocument, graphql } from "./chacra/index.ts";

    export const FarmLine = graphql(\`
      fragment FarmLine on Farm { code hectares plots(first: 2) { nodes { crop } } }
    \`);
    export function lineOf(farm: FragmentOf<typeof FarmLineDocument>): string {
      const { code, hectares } = readFragment(FarmLine, farm);
      return \`\${code}: \${hectares.toFixed(1)}\`;
    }
  `,
  "src/investments.ts": `
    declare const gql: (texts: TemplateStringsArray) => void;
    gql\`
      query investments_by_day($since: Date!, $where: InvestmentWhere!) {
        investments(first: 5, where: { committedOn: { gte: $since }, AND: [$where] }) {
          nodes { kind committedOn amount { amount currency } recipient { __typename ...Name ... on Family { code } } }
        }
      }
      fragment Name on InvestmentRecipient { ... on LocalGovernment { __typename name } ... on Enterprise { __typename name } }
    \`;
  `,
};

/** Compiles the project's program as a strict team would. */
function compile(folder: string, program: string): string {
  writeFileSync(path.join(folder, "src/program.ts"), program);
  writeFileSync(
    path.join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../../tsconfig.base.json",
      compilerOptions: { noEmit: true },
      include: ["src/chacra", "src/program.ts"],
    }),
  );
  const compiler = path.join(sdk, "../node_modules/.bin/tsc");
  const { stdout, status } = spawnSync(compiler, ["-p", folder], { encoding: "utf8" });
  expect(status === 0).toBe(stdout === "");
  return stdout;
}

describe("generated files", () => {
  test("hold the documents of files and templates, typed as `graphql()` of the package would, in strict mode", async () => {
    const { folder, generate } = project(below, files);
    const { error } = await generate();
    expect(error).toBeNull();
    const program = `
      import { type CivilDate, type Crop, createClient, type Decimal, type FragmentOf, graphql as inferred, type InvestmentKind } from "@chacra/sdk";
      import { type ResultOf, readFragment, type UnknownMember, type UnknownValue, type VariablesOf } from "@chacra/sdk";
      import { expectTypeOf } from "expect-type";
      import { CoffeeFarmsDocument, FarmLineDocument, graphql, type Investments_By_Day, Investments_By_DayDocument } from "./chacra/index.ts";
      import { FarmLine } from "./line.ts";

      const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
      export async function run(): Promise<void> {
        const { farms } = await chacra.query(CoffeeFarmsDocument, { altitude: 1500, crop: "COFFEE" });
        const [farm] = farms.nodes ?? [];
        if (!farm) return;
        expectTypeOf(farm.id).toEqualTypeOf<string>();
        // @ts-expect-error what a fragment says is seen through it alone
        farm.hectares;
        expectTypeOf(readFragment(FarmLineDocument, farm).hectares).toEqualTypeOf<number>();
        expectTypeOf(readFragment(FarmLine, farm).plots.nodes).toEqualTypeOf<{ crop: Crop | UnknownValue }[] | null>();
        const part: FragmentOf<typeof FarmLineDocument> = farm;
        // @ts-expect-error another fragment's
        const other: FragmentOf<typeof FarmLineDocument> = { code: "FARM-1" };
        // @ts-expect-error there is no such crop
        await chacra.query(CoffeeFarmsDocument, { altitude: 1500, crop: "TEA" });
        // @ts-expect-error what is new is no variable
        await chacra.query(CoffeeFarmsDocument, { altitude: 1500, crop: {} as Crop | UnknownValue });
        for await (const each of chacra.pages(CoffeeFarmsDocument, { altitude: 1, crop: "COFFEE" }, "farms")) {
          expectTypeOf(readFragment(FarmLineDocument, each).code).toEqualTypeOf<string>();
        }
        const { investments } = await chacra.query(Investments_By_DayDocument, {
          since: "2020-01-01",
          where: { amount: { gte: "1000" } },
        });
        for (const { kind, committedOn, amount, recipient } of investments.nodes) {
          expectTypeOf(kind).toEqualTypeOf<InvestmentKind | UnknownValue>();
          expectTypeOf(committedOn).toEqualTypeOf<CivilDate>();
          expectTypeOf(amount.amount).toEqualTypeOf<Decimal>();
          expectTypeOf(recipient.__typename).toEqualTypeOf<
            "Enterprise" | "Family" | "LocalGovernment" | "Locality" | UnknownMember
          >();
          if (recipient.__typename === "Family") expectTypeOf(recipient.code).toEqualTypeOf<string>();
        }
        expectTypeOf<ResultOf<typeof Investments_By_DayDocument>>().toEqualTypeOf<Investments_By_Day>();
        void [part, other];
      }

      // The same text, inferred.
      const Inferred = inferred(\`${farms}\`, [inferred("fragment FarmLine on Farm { code hectares plots(first: 2) { nodes { crop } } }")]);
      expectTypeOf<VariablesOf<typeof CoffeeFarmsDocument>["crop"]>().toEqualTypeOf<VariablesOf<typeof Inferred>["crop"]>();
      const asInferred = (data: ResultOf<typeof CoffeeFarmsDocument>): ResultOf<typeof Inferred> => data;
      // A fragment of a generated file in a document that is inferred.
      const Mixed = inferred("query Mixed { farms { nodes { ...FarmLine } } }", [FarmLineDocument]);
      const codeOf = (data: ResultOf<typeof Mixed>) => data.farms.nodes?.map((farm) => readFragment(FarmLineDocument, farm).code);
      // @ts-expect-error a text that nothing was generated from
      graphql("query Never { zones { totalCount } }");
      void [asInferred, codeOf];
    `;
    expect(compile(folder, program)).toBe("");
  });

  test("type a fragment that a condition decides on as one that may not be there", async () => {
    const { folder, generate } = project(below, {
      "src/a.graphql": `
        query Either($wide: Boolean!) {
          plain: farms { nodes { id ...Line } }
          spread: farms { nodes { id ...Line @include(if: $wide) } }
          inline: farms { nodes { id ... @skip(if: $wide) { altitude ... on Farm { ...Line } } } }
          any: nodes(ids: []) { __typename ...Label @include(if: $wide) }
        }
        fragment Line on Farm { code ...Size }
        fragment Size on Farm { hectares }
        fragment Label on Node { __typename ... on Region { name } ... on Farm { code } }
      `,
    });
    const { error, made } = await generate();
    expect(error).toBeNull();
    expect(made["src/chacra/index.ts"]).toContain(
      'fragmentDocument("fragment Line on Farm{code ...Size}fragment Size on Farm{hectares}")',
    );
    const program = `
      import { readFragment } from "@chacra/sdk";
      import { expectTypeOf } from "expect-type";
      import { type Either, LabelDocument, type Line, LineDocument, SizeDocument } from "./chacra/index.ts";
      export function read({ plain, spread, inline, any }: Either): void {
        const [one, two, three] = [plain.nodes?.[0], spread.nodes?.[0], inline.nodes?.[0]];
        if (!one || !two || !three) return;
        const line = readFragment(LineDocument, one);
        expectTypeOf(line).toEqualTypeOf<Line>();
        expectTypeOf(readFragment(SizeDocument, line).hectares).toEqualTypeOf<number>();
        for (const maybe of [readFragment(LineDocument, two), readFragment(LineDocument, three)]) {
          // @ts-expect-error it may not be there
          maybe.code;
          if ("code" in maybe) expectTypeOf(maybe.code).toEqualTypeOf<string>();
        }
        expectTypeOf(two.id).toEqualTypeOf<string>();
        expectTypeOf(three.altitude).toEqualTypeOf<number | undefined>();
        const label = any[0] && readFragment(LabelDocument, any[0]);
        if (label && "name" in label) expectTypeOf(label.name).toEqualTypeOf<string>();
      }
    `;
    expect(compile(folder, program)).toBe("");
  });

  test("name the hash of each text, in the form in which servers register it", async () => {
    const { generate } = project(below, files);
    const { made } = await generate();
    const manifest: Record<string, string> = JSON.parse(made["src/chacra/documents.json"] ?? "");
    const texts = Object.values(manifest);
    expect(texts).toHaveLength(2);
    expect(texts.every((text) => text.startsWith("query"))).toBe(true);
    expect(texts.find((text) => text.includes("CoffeeFarms"))).toContain("fragment FarmLine on Farm");
    for (const [id, text] of Object.entries(manifest)) {
      expect(createHash("sha256").update(text).digest("hex")).toBe(id);
      expect(made["src/chacra/index.ts"]).toContain(`readyDocument(${JSON.stringify(text)}, "${id}")`);
    }
  });

  test('hold no text of an operation with `documents: "id"`', async () => {
    const { folder, generate } = project(below, {
      "src/farms.graphql": farms,
      "src/line.graphql": "fragment FarmLine on Farm { code }",
    });
    const { made } = await generate({ documents: "id" });
    const [id] = Object.keys(JSON.parse(made["src/chacra/documents.json"] ?? ""));
    expect(made["src/chacra/index.ts"]).toContain(`idDocument("CoffeeFarms", "${id}", true)`);
    expect(made["src/chacra/index.ts"]).not.toContain("hasNextPage endCursor");
    const program = `
      import { createClient, readFragment } from "@chacra/sdk";
      import { CoffeeFarmsDocument, FarmLineDocument } from "./chacra/index.ts";
      const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
      void chacra.query(CoffeeFarmsDocument, { altitude: 1, crop: "COFFEE" }).then(({ farms }) => farms.nodes?.map((farm) => readFragment(FarmLineDocument, farm).code));
    `;
    expect(compile(folder, program)).toBe("");
  });

  test("are the same when they are made again, from the generated folder too", async () => {
    const { generate } = project(below, files);
    const first = await generate();
    expect((await generate()).made).toEqual(first.made);
  });
});

test("the README's program compiles once its documents are generated, and costs what is told there", async () => {
  const readme = readFileSync(path.join(sdk, "README.md"), "utf8");
  const [, program = ""] = /```ts\n((?:(?!```).)*"\.\/chacra\/index\.ts".*?)```/s.exec(readme) ?? [];
  const [, config = ""] = /presetConfig: ChacraPresetConfig = (\{ budget.*\});/.exec(readme) ?? [];
  const [, table = ""] = /```\n(What each document costs.*?)\n```/s.exec(readme) ?? [];
  const { folder, generate } = project(below, { "src/program.ts": program });
  const printed = vi.spyOn(console, "log").mockImplementation(() => {});
  const { error } = await generate({
    ...JSON.parse(config.replaceAll("_", "").replace(/(\w+):/g, '"$1":')),
    report: undefined,
  });
  expect(error).toBeNull();
  expect(printed.mock.calls).toEqual([[table]]);
  printed.mockRestore();
  expect(compile(folder, program)).toBe("");
});
