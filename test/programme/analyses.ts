import { tableOf } from "@chacra/prisma/tables";
import type { Analysis } from "../../schema/src/analysis/analysis.ts";
import { type Dimension, isRecord } from "../../schema/src/analysis/dimensions.ts";
import type { Measure } from "../../schema/src/analysis/measures.ts";
import { From } from "../../schema/src/sql/from.ts";
import type { Analysed, Grouped, Measured, Path } from "../../sdk/src/testing/graph-map.ts";

/** Hears which columns are asked for, in place of joining their tables. */
class Listening extends From {
  /** The last table that was joined otherwise. */
  joined = "";

  override column(path: string): string {
    return `«${path}»`;
  }

  override foreignKey(path: string): string {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const model = steps.reduce((from, step) => tableOf(from).relations[step]?.model ?? "", this.model);
    const [here] = tableOf(model).relations[last]?.on.find(([, there]) => there === "id") ?? [];
    return `«${[...steps, fieldNamed(model, here ?? "")].join(".")}»`;
  }

  override join(table: string, on: (alias: string) => string): string {
    this.joined = `${table} ON ${on("m")}`;
    return "m";
  }
}

/** What an analysis measures, and by what. */
export function analysed({ model, dimensions, measures, distinct, panel }: Analysis): Analysed {
  const joined: Record<string, string> = {};
  const listening = Object.assign(new Listening(model), {
    joinAs: (alias: string, table: string) => {
      joined[alias] = table;
    },
  });
  panel?.join(listening, { from: 1, to: 2 }, { add: String } as never);
  return {
    model,
    dimensions: each(dimensions, (dimension) => grouped(model, dimension)),
    measures: each(measures, (measure) => measured(model, measure)),
    distinct: each(distinct, ({ column }) => column.split(".")),
    ...(panel && { panel: Object.keys(joined) }),
  };
}

export function grouped(model: string, dimension: Dimension): Grouped {
  const { type, period, cut, sortedBy, path } = dimension;
  const from = new Listening(model);
  const sql = dimension.sql(from);
  const [field = ""] = path.split(".");
  const common = {
    field,
    ...(isRecord(type) && { record: { model: type.model, code: sortedBy ?? "id" } }),
    ...(period && { period }),
  };
  if (cut.kind === "place" && cut.level === "zone") {
    const place = pathsIn(from.joined)[0]?.slice(0, -1) ?? [];
    return { ...common, path: [...place, "localGovernment", "zoneCoverages", "zoneId"] };
  }
  if (dimension.overlaps) {
    const [, column = ""] = /"(\w+)" AS value/.exec(from.joined) ?? [];
    return { ...common, path: [path, fieldNamed(tableOf(model).relations[path]?.model ?? "", column)] };
  }
  const [own = []] = pathsIn(sql);
  return { ...common, path: own, ...(period && sql !== `«${own.join(".")}»` && { isDay: true as const }) };
}

function measured(model: string, measure: Measure): Measured {
  const from = new Listening(model);
  const paths = (sql: string) => (pathsIn(sql).length > 0 ? pathsIn(sql) : [ofPanel(sql)]);
  const { kind } = measure;
  if (kind === "ratio" || kind === "change")
    return { kind, above: paths(measure.numerator(from)), below: paths(measure.denominator(from)) };
  const above = paths(measure.sql(from));
  return { kind, above, ...(kind === "money" && { currency: paths(measure.currency(from))[0] }) };
}

/** A column of what a panel joins. */
function ofPanel(sql: string): Path {
  const [alias = "", column = ""] = sql.split(".");
  return [alias, fieldNamed("HouseholdIncome", column)];
}

function pathsIn(sql: string): string[][] {
  return [...sql.matchAll(/«([^»]+)»/g)].map(([, path = ""]) => path.split("."));
}

function fieldNamed(model: string, column: string): string {
  const [found] = Object.entries(tableOf(model).columns).find(([, { name }]) => name === column) ?? [];
  if (!found) throw new Error(`${model} has no column ${column}.`);
  return found;
}

function each<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
