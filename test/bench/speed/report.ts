import { type Aim, aimsOf } from "./aims.ts";
import { postgraphile } from "./contestants.ts";
import type { Figures } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { shapes } from "./shapes.ts";

type Cell = string | number;

function table(header: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.join(" | ")} |`;
  return `${[line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n")}\n`;
}

function short(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** What a run has found, as Markdown. */
export function report(outcome: Outcome): string {
  const { at, command, machine, speed } = outcome;
  const aims = aimsOf(outcome);
  const missed = aims.filter(({ isMet }) => !isMet);
  const parts = [
    `# Results of ${at}`,
    `\`${command}\`: ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}.`,
    `## Requests a second over PostGraphile's`,
    ratios(outcome, ({ perSecond }) => perSecond),
    `## Requests for the same processor time over PostGraphile's`,
    "Of server and database together; what other programs do on the machine hardly moves it.",
    ratios(outcome, ({ serverMs, databaseMs }) => (serverMs === null ? 0 : 1 / (serverMs + (databaseMs ?? 0) || 1))),
    `## Aims: ${aims.length - missed.length} of ${aims.length} are met`,
    "These are missed:",
    table(
      ["aim", "shape", "wanted", "found"],
      missed.map(({ aim, shape, wanted, found }: Aim) => [aim, shape, wanted, found]),
    ),
    "## Figures",
    "Milliseconds; CPU is processor time a request, of the server and of its connections to the database.",
    ...speed.map(({ shape, connections, figures }) => {
      const { title = "" } = shapes.find(({ key }) => key === shape) ?? {};
      const rows = Object.entries(figures).map(([name, own]) =>
        figureRow(name, own, outcome.statements[name]?.[shape]),
      );
      const header = ["server", "requests/s", "p50", "p99", "statements", "CPU server", "CPU database", "failed"];
      return `### ${shape}: ${title}; ${connections} connection${connections > 1 ? "s" : ""}\n\n${table(header, rows)}`;
    }),
    "## Start, memory and 256 connections",
    table(
      ["server", "start to first answer, ms", "memory after all this, MB"],
      Object.entries(outcome.startUp).map(([name, ms]) => [name, ms.toFixed(0), short(outcome.memory[name])]),
    ),
    table(
      ["shape", "server", "requests/s", "p50", "p99", "failed", "most memory, MB"],
      outcome.crowd.map((own) => [
        own.shape,
        own.name,
        ...[own.perSecond, own.p50, own.p99].map(short),
        own.failures,
        short(own.peak),
      ]),
    ),
    ...growthOf(outcome),
    ...profilesOf(outcome),
  ];
  return `${parts
    .join("\n\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

function figureRow(name: string, own: Figures, statements: number | undefined): Cell[] {
  const { perSecond, p50, p99, serverMs, databaseMs, failures } = own;
  return [name, ...[perSecond, p50, p99, statements, serverMs, databaseMs].map(short), failures];
}

function ratios({ speed }: Outcome, of: (figures: Figures) => number): string {
  const names = [...new Set(speed.flatMap(({ figures }) => Object.keys(figures)))];
  const rows = speed.map(({ shape, connections, figures }) => {
    const base = figures[postgraphile.name];
    const cells = names.map((name) => (figures[name] && base ? (of(figures[name]) / of(base)).toFixed(2) : ""));
    return [`${shape} (${connections})`, ...cells];
  });
  return table(["shape (connections)", ...names], rows);
}

function growthOf({ growth }: Outcome): string[] {
  if (!growth) return [];
  const rows = growth.shapes.map(({ shape, name, at1, at10 }) => [
    shape,
    name,
    short(at1),
    short(at10),
    (at10 / at1).toFixed(2),
  ]);
  const { first, thousandth } = growth.deepPages;
  return [
    "## Growth",
    table(["shape", "server", "p50 at scale 1, ms", "p50 at scale 10, ms", "growth"], rows),
    `Families at scale 10, 20 a page: page 1 ${short(first)} ms, page 1,000 ${short(thousandth)} ms.`,
  ];
}

/** Parts below this share are left out. */
const LEAST_SHARE = 0.02;

function profilesOf({ profiles }: Outcome): string[] {
  if (!profiles) return [];
  const rows = Object.entries(profiles).map(([shape, parts]) => [
    shape,
    Object.entries(parts)
      .filter(([, share]) => share >= LEAST_SHARE)
      .map(([part, share]) => `${part} ${(share * 100).toFixed(0)} %`)
      .join(", "),
  ]);
  return ["## Where our server's own time goes", table(["shape", "share of its working time"], rows)];
}
