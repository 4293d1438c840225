import { ChacraError, createClient, type RegionsOverview, RegionsOverviewDocument } from "@chacra/sdk";
import Table from "cli-table3";

// Prints families, hectares and investments by region. Run a server first, then: npm run example:report
const url = process.env.CHACRA_URL ?? "http://127.0.0.1:4000/graphql";
const language = (process.env.LANG ?? "").startsWith("es") ? "es" : "en";
const words = {
  en: { head: ["Region", "Families", "Farms", "Hectares", "Investments", "US$"], total: "Total" },
  es: { head: ["Región", "Familias", "Fincas", "Hectáreas", "Inversiones", "US$"], total: "Total" },
}[language];
const whole = new Intl.NumberFormat(language === "es" ? "es-PE" : "en-US", { maximumFractionDigits: 0 });

type Region = RegionsOverview["regions"]["nodes"][number];

/** The figures of a region, in the order of the columns. */
function figures({ families, farms, investments }: Region): number[] {
  const dollars = investments.sum.amount.find(({ currency }) => currency === "USD")?.amount ?? "0";
  return [families.totalCount, farms.totalCount, farms.sum.hectares, investments.totalCount, Number(dollars)];
}

try {
  const { regions } = await createClient({ url }).query(RegionsOverviewDocument);
  const rows = regions.nodes.map((region) => ({ name: region.name, figures: figures(region) }));
  const totals = words.head.slice(1).map((_, column) => rows.reduce((sum, row) => sum + (row.figures[column] ?? 0), 0));
  const table = new Table({
    head: words.head,
    colAligns: ["left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const { name, figures } of [...rows, { name: words.total, figures: totals }]) {
    table.push([name, ...figures.map((figure) => whole.format(figure))]);
  }
  console.log(table.toString());
} catch (error) {
  if (!(error instanceof ChacraError)) throw error;
  console.error(`${error.message} (${error.code}, asked of ${url})`);
  process.exitCode = 1;
}
