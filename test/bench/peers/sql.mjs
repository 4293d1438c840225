import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`sql/${name}.sql`, import.meta.url), "utf8");

/** The statements that the limit, Mercurius and Apollo share, and that PostGraphile has as functions of the database. */
export const factSheet = read("fact-sheet");
export const hectaresByCropAndRegion = read("hectares-by-crop-and-region");
export const commitmentsByKindAndYear = read("commitments-by-kind-and-year");
