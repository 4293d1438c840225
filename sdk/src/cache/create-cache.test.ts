import { expect, test, vi } from "vitest";
import { connections } from "../generated/cache.ts";
import { graphql, RegionsOverviewDocument } from "../index.ts";
import { cached, watch } from "./testing.ts";

const region = { __typename: "Region", id: "id-22", ubigeo: "22", name: "San Martín", capital: "Moyobamba" };
const family = { __typename: "Family", id: "id-F", code: "FAM-1", enrolledOn: "2020-01-01", region };

const Families = graphql("query Families { families { nodes { id code enrolledOn region { id ubigeo name } } } }");
const Family = graphql("query Family($code: String!) { family(code: $code) { id code enrolledOn } }");
const Region = graphql("query Region($ubigeo: String!) { region(ubigeo: $ubigeo) { id name } }");
const Node = graphql("query Node($id: ID!) { node(id: $id) { id ... on Family { code } ... on Region { name } } }");
const Nodes = graphql("query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Region { name } } }");

test("a family or a region that came in a list is found by code and by id, without a request", async () => {
  const { ask, seen } = await cached(() => ({
    data: { families: { __typename: "FamilyConnection", nodes: [family] } },
  }));
  await ask(Families);
  expect((await ask(Family, { code: "FAM-1" })).data).toEqual({
    family: { id: "id-F", code: "FAM-1", enrolledOn: "2020-01-01" },
  });
  expect((await ask(Region, { ubigeo: "22" })).data?.region.name).toBe("San Martín");
  expect((await ask(Node, { id: "id-F" })).data?.node.code).toBe("FAM-1");
  expect((await ask(Nodes, { ids: ["id-22", "id-F"] })).data?.nodes[0].name).toBe("San Martín");
  expect(seen).toHaveLength(1);
});

test("what is not there, or not all of it, is asked for", async () => {
  const answers: Record<string, object> = {
    Families: { families: { __typename: "FamilyConnection", nodes: [family] } },
    Family: { family: { ...family, id: "id-G", code: "FAM-2" } },
    Whole: { region },
    Node: { node: null },
    Nodes: { nodes: [region, null] },
  };
  const { ask, seen } = await cached(({ query }) => ({ data: answers[/^query (\w+)/.exec(query)?.[1] ?? ""] }));
  await ask(Families);
  expect((await ask(Family, { code: "FAM-2" })).data?.family.id).toBe("id-G");
  const Whole = graphql("query Whole($ubigeo: String!) { region(ubigeo: $ubigeo) { id capital } }");
  expect((await ask(Whole, { ubigeo: "22" })).data?.region.capital).toBe("Moyobamba");
  expect((await ask(Node, { id: "id-0" })).data?.node).toBe(null);
  expect((await ask(Node, { id: "id-0" })).data?.node).toBe(null);
  expect((await ask(Nodes, { ids: ["id-22", "id-0"] })).data?.nodes).toEqual([
    { id: "id-22", name: "San Martín" },
    null,
  ]);
  expect(seen).toHaveLength(5);
});

test("that there is no such family is kept", async () => {
  const { ask, seen } = await cached(() => ({ data: { family: null } }));
  for (let turn = 0; turn < 2; turn++) expect((await ask(Family, { code: "FAM-0" })).data).toEqual({ family: null });
  expect(seen).toHaveLength(1);
});

test.each([
  ["itself", ["family", "enrolledOn"], { ...family, enrolledOn: null }],
  ["a field inside, which may not be null", ["family", "region", "name"], null],
])("a null that is an error of %s is told, and not kept", async (_, path, value) => {
  let broken = true;
  const { ask, seen } = await cached(() => ({
    data: { family: broken ? value : family },
    errors: broken ? [{ message: "Not now", path, extensions: { code: "FORBIDDEN" } }] : undefined,
  }));
  const Whole = graphql(
    "query Whole($code: String!) { family(code: $code) { id code enrolledOn region { id name } } }",
  );
  const { data, error } = await ask(Whole, { code: "FAM-1" });
  expect(data?.family?.enrolledOn ?? null).toBe(null);
  expect(error?.graphQLErrors).toHaveLength(1);
  expect(error?.graphQLErrors[0]).toMatchObject({ path, extensions: { code: "FORBIDDEN" } });
  broken = false;
  expect((await ask(Whole, { code: "FAM-1" })).data?.family.enrolledOn).toBe("2020-01-01");
  expect(seen).toHaveLength(2);
});

test("nothing is left after clear, and what is looked at is asked for anew", async () => {
  let name = "first";
  const { urql, cache, ask, kept, seen } = await cached(({ variables: { ubigeo } }) => ({
    data: { region: { ...region, id: `id-${ubigeo}`, name } },
  }));
  const watched = watch(urql, Region, { ubigeo: "22" });
  await expect.poll(() => watched.results).toHaveLength(1);
  await ask(Region, { ubigeo: "10" });
  name = "second";
  cache.clear();
  expect(cache.clears).toBe(1);
  await expect.poll(() => watched.results).toHaveLength(2);
  expect(watched.results[1]).toMatchObject({ region: { name: "second" } });
  watched.unsubscribe();
  expect(kept(Region, { ubigeo: "10" })).toBeUndefined();
  expect(seen).toHaveLength(3);
});

test("a query without ids and one with do not ask for ever, and the first is warned of without its arguments", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { urql, seen } = await cached(({ query }) => {
    const { id: _, ...bare } = region;
    return { data: { region: query.startsWith("query Bare") ? bare : region } };
  });
  const Bare = graphql("query Bare($ubigeo: String!) { region(ubigeo: $ubigeo) { capital } }");
  const one = watch(urql, Region, { ubigeo: "22" });
  await expect.poll(() => one.results.length).toBeGreaterThan(0);
  const other = watch(urql, Bare, { ubigeo: "22" });
  await expect.poll(() => other.results.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { length } = seen;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(seen).toHaveLength(length);
  expect(length).toBeLessThan(6);
  expect(warn.mock.calls.flat()).toEqual([expect.stringContaining("The cache keeps Region without id apart")]);
  one.unsubscribe();
  other.unsubscribe();
});

test("a document sent by its id alone is answered, though the answer tells no types to keep it by", async () => {
  const answer = { data: { regions: { nodes: [{ ubigeo: "22", name: "San Martín" }] } } };
  const { ask, seen } = await cached(() => answer, undefined, { documents: "id" });
  expect((await ask(RegionsOverviewDocument)).data).toEqual(answer.data);
  expect((await ask(RegionsOverviewDocument)).data).toEqual(answer.data);
  expect(seen).toHaveLength(2);
});

test("a list that is named as a connection is elsewhere is kept as it is", async () => {
  const zones = [{ __typename: "Zone", id: "id-HUA", code: "HUA" }];
  const { ask, kept } = await cached(() => ({ data: { region: { ...region, zones } } }));
  const Zones = graphql("query Zones($ubigeo: String!) { region(ubigeo: $ubigeo) { id zones { id code } } }");
  await ask(Zones, { ubigeo: "22" });
  expect(connections).toContain("zones");
  expect(kept(Zones, { ubigeo: "22" })).toEqual({ region: { id: "id-22", zones: [{ id: "id-HUA", code: "HUA" }] } });
});

test("members of a union are told apart, without a warning", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { __typename: type, ...rest } = family;
  const recipient = { __typename: type, id: rest.id, code: rest.code };
  const { ask, kept } = await cached(() => ({
    data: { investment: { __typename: "Investment", id: "id-I", recipient } },
  }));
  const Investment = graphql(`
    query Investment($code: String!) {
      investment(code: $code) {
        id
        recipient { ... on Enterprise { id name } ... on Family { id code } ... on Node { id } }
      }
    }
  `);
  await ask(Investment, { code: "INV-1" });
  expect(kept(Investment, { code: "INV-1" })).toEqual({
    investment: { id: "id-I", recipient: { id: "id-F", code: "FAM-1" } },
  });
  expect(warn.mock.calls).toEqual([]);
  warn.mockRestore();
});
