import type { BulkLoad } from "./bulk-load.ts";
import { atScale, CHOSEN, FACT_SHEET, money } from "./calibration.ts";
import { LAST_YEAR, YEARS, yearOf } from "./days.ts";
import type { Families } from "./families.ts";
import { fitToTotal } from "./fit.ts";
import { visitAll } from "./pause.ts";
import { chooseExactly, type Random, type Streams } from "./random.ts";
import { table } from "./tables.ts";

const HOUSEHOLD_INCOME = table("HouseholdIncome", "id", "familyId", "year", "netIncome", "currency");

/** A farming family's net income of 2018 in dollars: half have less. */
const MEDIAN_USD = 2_350;
const SIGMA = 0.55;

/** The mean of each year over that of 2018. */
const YEAR_FACTORS = [1, 1.13, 1.2, 1.52, FACT_SHEET.incomeFactor] as const;

/** The families that were asked in every year, and what each answered in each year, in cents. */
interface Panel {
  families: Int32Array;
  /** One array a year. */
  incomes: Float64Array[];
}

async function planPanel(streams: Streams, families: Families, scale: number): Promise<Panel> {
  const enrolledFirst: number[] = [];
  await visitAll(families.count, (index) => {
    if (yearOf(families.enrolledOn[index] ?? 0) === YEARS[0]) enrolledFirst.push(index);
  });
  const wanted = atScale(CHOSEN.panelFamilies, scale, 10);
  const chosen = chooseExactly(streams("panel"), wanted, enrolledFirst.length);
  const panel = Int32Array.from(chosen, (place) => enrolledFirst[place] ?? 0);

  const random = streams("incomes");
  const raw = YEARS.map(() => new Float64Array(panel.length));
  await visitAll(panel.length, (index) => {
    let income = 100 * random.logNormal(MEDIAN_USD, SIGMA);
    for (const [year, factor] of YEAR_FACTORS.entries()) {
      // Each year carries on from the one before, so that a family's own path is visible in the panel.
      if (year > 0) income *= (factor / (YEAR_FACTORS[year - 1] ?? 1)) * random.logNormal(1, 0.16);
      (raw[year] as Float64Array)[index] = income;
    }
  });
  const first = Math.round((raw[0] as Float64Array).reduce((sum, cents) => sum + cents, 0));
  const incomes = await Promise.all(
    raw.map((weights, year) =>
      fitToTotal({ weights, total: Math.round(first * (YEAR_FACTORS[year] ?? 1)), least: 100 }),
    ),
  );
  return { families: panel, incomes };
}

/**
 * Loads the yearly net incomes: a balanced panel whose mean grows by exactly what the fact sheet says, and families
 * that were asked in some years only, never in both the first and the last, so that they do not enter the comparison.
 */
export async function loadIncomes(load: BulkLoad, streams: Streams, families: Families, scale: number): Promise<void> {
  const panel = await planPanel(streams, families, scale);
  const inPanel = new Set(panel.families);
  const random = streams("other incomes");

  function* lines(): Generator<string> {
    let id = 0;
    for (const [place, family] of panel.families.entries()) {
      for (const [year, incomes] of panel.incomes.entries()) {
        yield incomeLine(++id, family + 1, YEARS[year] ?? LAST_YEAR, incomes[place] ?? 0);
      }
    }
    for (const family of chooseExactly(random, atScale(CHOSEN.otherIncomeFamilies, scale, 5), families.count)) {
      if (inPanel.has(family)) continue;
      const usual = 100 * random.logNormal(MEDIAN_USD, SIGMA);
      for (const year of yearsAsked(random, yearOf(families.enrolledOn[family] ?? 0))) {
        const factor = YEAR_FACTORS[YEARS.indexOf(year)] ?? 1;
        yield incomeLine(++id, family + 1, year, usual * factor * random.logNormal(1, 0.2));
      }
    }
  }
  await load.load(HOUSEHOLD_INCOME, lines());
}

/** Some of the years since enrolment, not both the first and the last of the period. */
function yearsAsked(random: Random, enrolled: number): (typeof YEARS)[number][] {
  const since = YEARS.filter((year) => year >= enrolled && random.chance(0.55));
  return since.length > 1 && since[0] === YEARS[0] ? since.filter((year) => year !== LAST_YEAR) : since;
}

function incomeLine(id: number, familyId: number, year: number, cents: number): string {
  // Joined by hand, for numbers hold neither comma nor quote and there are tens of thousands.
  return `${id},${familyId},${year},${money(Math.round(cents))},USD`;
}
