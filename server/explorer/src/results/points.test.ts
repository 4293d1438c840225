import { expect, test } from "vitest";
import { pointsOf } from "./points.ts";
import { formatNumber, isShare, unitOf } from "./values.ts";

const column = (path: string, type = "String", description = "") => ({
  name: path,
  path: path.split("."),
  type,
  description,
});
const words = { noValue: "none", yes: "yes", no: "no" };

test("rows that fall together are added up or averaged, as their values allow; rows without a value are counted", () => {
  const rows = [
    { zone: "A", count: 2, mean: { average: 10 } },
    { zone: "A", count: 3, mean: { average: 20 } },
    { zone: null, count: 1, mean: { average: 5 } },
    { zone: "B", count: null, mean: { average: null } },
  ];
  const counts = pointsOf(rows, { x: column("zone"), y: column("count", "Int") }, words);
  expect(counts).toEqual({
    points: [
      { x: "A", colour: "", y: 5 },
      { x: "none", colour: "", y: 1 },
    ],
    withheld: 1,
    isCombined: true,
  });
  const means = pointsOf(rows, { x: column("zone"), y: column("mean.average", "Float") }, words);
  expect(means.points[0]?.y).toBe(15);
});

test("exact decimals, which come as texts, are numbers; whether or not names itself in a legend", () => {
  const rows = [{ amount: "12.50", certified: true }];
  const columns = { x: column("certified", "Boolean!"), y: column("amount", "Decimal!") };
  expect(pointsOf(rows, columns, words).points).toEqual([{ x: "certified: yes", colour: "", y: 12.5 }]);
});

test("units come from the description, and currencies from the rows", () => {
  const list = (currencies: string[]) => ({
    columns: [column("amount.sum", "Decimal"), column("key.currency")],
    rows: currencies.map((currency) => ({ key: { currency } })),
  });
  expect(unitOf(column("x", "Float", "Area of the plot in hectares."), list([]))).toBe("hectares");
  expect(unitOf(column("amount.sum", "Decimal"), list(["USD", "USD"]))).toBe("USD");
  expect(unitOf(column("amount.sum", "Decimal"), list(["USD", "PEN"]))).toBe("");
  const share = column("share", "Float", "A part of all, from 0 to 1.");
  expect([isShare(share), formatNumber(0.256, share, "en")]).toEqual([true, "25.6%"]);
});
