import { type ChacraClient, graphql, type ResultOf } from "@chacra/sdk";
import type { Page } from "playwright-core";
import { en } from "../examples/react-dashboard/src/language/en.ts";
import { es } from "../examples/react-dashboard/src/language/es.ts";

const Figures = graphql(`
  query Figures($region: RegionWhere!) {
    families(where: { region: $region }) { totalCount }
    farms(where: { region: $region }) { totalCount sum { hectares } }
    plotAnalysis(where: { farm: { region: $region } }) { rows { key { crop } hectares { sum } } }
    incomeChangeAnalysis(from: 2018, to: 2022, where: { region: $region }) {
      rows { first { average } last { average } change { changeOfAverages } }
    }
    trainingParticipationAnalysis(where: { family: { region: $region } }) {
      rows { key { topic sex } countDistinct { members } }
    }
  }
`);

/** What the dashboard's cards say, line by line. */
export interface Figures {
  totals: string[];
  crops: string[][];
  headline: string[];
  income: string[][];
  training: string[][];
}

const spaced = (text: string) => text.replace(/\s/g, " ");

/** What they say on the page. */
export async function figuresShown(page: Page): Promise<Figures> {
  const lines = (card: string) =>
    page
      .locator(`section[aria-labelledby=${card}] tbody tr`)
      .evaluateAll((rows: HTMLTableRowElement[]) =>
        rows.map((row) => Array.from(row.cells, (cell) => cell.textContent.replace(/\s/g, " ")).filter(Boolean)),
      );
  return {
    totals: await page.locator(".totals dd").allTextContents(),
    crops: await lines("crops"),
    headline: (await page.locator(".headline").allTextContents()).map(spaced),
    income: await lines("income"),
    training: await lines("training"),
  };
}

/** What they ought to say by what the graph tells, of a region or of all. */
export async function figuresTold(chacra: ChacraClient, language: "en" | "es", ubigeo?: string): Promise<Figures> {
  const region = ubigeo ? { ubigeo: { equals: ubigeo } } : {};
  return linesOf(await chacra.query(Figures, { region }), language);
}

function linesOf(told: ResultOf<typeof Figures>, language: "en" | "es"): Figures {
  const locale = language === "es" ? "es-PE" : "en-US";
  const texts: { crop: Record<string, string>; topic: Record<string, string>; change: string; withheld: string } = {
    en,
    es,
  }[language];
  const written = (value: number | null | undefined, options: Intl.NumberFormatOptions, unit = "") =>
    typeof value === "number" ? spaced(value.toLocaleString(locale, options)) + unit : texts.withheld;
  const whole = (value: number | null | undefined, unit?: string) => written(value, { maximumFractionDigits: 0 }, unit);
  const money = (value: string) =>
    written(Number(value), { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const percent = (value: number) =>
    written(value / 100, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });

  const { rows: trained } = told.trainingParticipationAnalysis;
  function people(topic: string, sex: string): string {
    const row = trained.find(({ key }) => key.topic === topic && key.sex === sex);
    return whole(row ? row.countDistinct.members : 0);
  }
  const [income] = told.incomeChangeAnalysis.rows;
  const { average: before } = income?.first ?? {};
  const { average: after } = income?.last ?? {};
  const change = income?.change.changeOfAverages;
  return {
    totals: [told.families.totalCount, told.farms.totalCount, told.farms.sum?.hectares].map((total) => whole(total)),
    crops: told.plotAnalysis.rows
      .toSorted((a, b) => Number(b.hectares.sum) - Number(a.hectares.sum))
      .map(({ key, hectares }) => [texts.crop[key.crop] ?? "", whole(hectares.sum, " ha")]),
    headline:
      typeof change === "number"
        ? [texts.change.replace("{{shown}}", percent(change)).replace("{{year}}", "2018")]
        : [],
    income:
      before && after
        ? [
            ["2018", money(before)],
            ["2022", money(after)],
          ]
        : [],
    training: [...new Set(trained.map(({ key }) => key.topic))].map((topic) => [
      texts.topic[topic] ?? "",
      people(topic, "FEMALE"),
      people(topic, "MALE"),
    ]),
  };
}
