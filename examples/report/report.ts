import { type ChacraClient, ChacraError, createClient, type RegionsOverview } from "@chacra/sdk";
import Table from "cli-table3";

// Prints families, hectares and investments by region. Run a server first, then: npm run example:report [-- URL]
// What too few families would be told of by is shown as "..."; a key in CHACRA_TOKEN may show more.
const url = process.argv[2] ?? "http://127.0.0.1:4000/graphql";
const spanish = (process.env.LC_ALL || process.env.LANG || "").startsWith("es");
const head = spanish
  ? ["Región", "Familias", "Fincas", "Hectáreas", "Inversiones"]
  : ["Region", "Families", "Farms", "Hectares", "Investments"];
const whole = new Intl.NumberFormat(spanish ? "es-PE" : "en-US", { maximumFractionDigits: 0 });

type Region = RegionsOverview["regions"]["nodes"][number];

/** The figures of a region in the order of the columns; money last, a column for each currency. null: too few families to tell. */
function figuresOf({ families, farms, investments }: Region, currencies: string[]): (number | null)[] {
  const amounts =
    investments.sum && new Map<string, string>(investments.sum.amount.map((sum) => [sum.currency, sum.amount]));
  const money = currencies.map((currency) => amounts && Number(amounts.get(currency) ?? 0));
  return [families.totalCount, farms.totalCount, farms.sum?.hectares ?? null, investments.totalCount, ...money];
}

async function report(chacra: ChacraClient): Promise<string> {
  const { regions } = await chacra.regionsOverview();
  const sums = regions.nodes.flatMap(({ investments }) => investments.sum?.amount ?? []);
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  const rows = regions.nodes.map((region) => ({ name: region.name, figures: figuresOf(region, currencies) }));
  const columns = [...head, ...currencies];
  const totals = columns.slice(1).map((_, at) => rows.reduce((total, { figures }) => total + (figures[at] ?? 0), 0));

  const table = new Table({
    head: columns,
    colAligns: columns.map((_, at) => (at === 0 ? "left" : "right")),
    style: { head: [], border: [] },
  });
  for (const { name, figures } of [...rows, { name: "Total", figures: totals }]) {
    table.push([name, ...figures.map((figure) => (figure === null ? "..." : whole.format(figure)))]);
  }
  return table.toString();
}

try {
  // A wrong url is a TypeError, whatever goes wrong later a ChacraError.
  console.log(await report(createClient({ url, token: process.env.CHACRA_TOKEN })));
} catch (error) {
  if (!(error instanceof ChacraError || error instanceof TypeError)) throw error;
  console.error(error instanceof ChacraError ? `${error.message} (${error.code}, asked of ${url})` : error.message);
  process.exitCode = 1;
}
