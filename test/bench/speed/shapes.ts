import { readFileSync } from "node:fs";

/** Which words of GraphQL a server is asked in. */
export type Dialect = "chacra" | "handwritten" | "postgraphile";

/** A question that every server is asked. */
export interface Shape {
  key: string;
  file: string;
  /** What is asked, for the tables. */
  title: string;
  /** Whether much of the answer is worked out of many records: ours is then asked while records change, too. */
  counts: boolean;
}

export const shapes: readonly Shape[] = [
  { key: "a", file: "a-family", title: "a family by its code, with its farms and local government", counts: false },
  { key: "b", file: "b-district", title: "50 families of a district, with farms and trainings", counts: false },
  {
    key: "c",
    file: "c-region",
    title: "a region, 10 local governments, 10 families each, 3 farms, 3 investments",
    counts: false,
  },
  {
    key: "d",
    file: "d-farms",
    title: "the largest cacao farms of a region, with their total (guarded by us)",
    counts: true,
  },
  {
    key: "d open",
    file: "d-public-resources",
    title: "the largest public investments since a day, with their total",
    counts: true,
  },
  { key: "e", file: "e-crops", title: "hectares by crop and region", counts: true },
  { key: "f", file: "f-pages", title: "1,000 farms in ten pages, 8 scalars each", counts: false },
  { key: "g", file: "g-fact-sheet", title: "the fact sheet, 25 figures", counts: true },
  { key: "h", file: "h-commitments", title: "amounts of investments by kind and year", counts: true },
];

export function documentOf({ file }: Shape, dialect: Dialect): string {
  return readFileSync(new URL(`documents/${dialect}/${file}.graphql`, import.meta.url), "utf8");
}
