import { chacra, chacraChanging, contestants, postgraphile } from "./contestants.ts";
import type { Outcome } from "./outcome.ts";
import { shapes } from "./shapes.ts";

const [WIDTH, LEFT, RIGHT, TOP, ROW] = [860, 330, 30, 64, 34];
const CONNECTIONS = 32;
const colours = ["#0b7a4b", "#8ab89f", "#c2410c", "#7c5cc4", "#2f7fd1", "#8a8a8a"];
const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A dot for each server in each shape: its requests a second over PostGraphile's, on a logarithmic scale. */
export function picture({ speed, at }: Outcome): string {
  const rows = speed.filter(({ connections }) => connections === CONNECTIONS);
  const named = contestants.map(({ name }, i) => ({ name, colour: colours[i] ?? "#888" }));
  const values = rows.flatMap(({ figures }) => {
    const base = figures[postgraphile.name]?.perSecond ?? 1;
    return Object.values(figures).map(({ perSecond }) => perSecond / base);
  });
  const [least, most] = [Math.log(Math.min(...values, 0.5) * 0.85), Math.log(Math.max(...values, 2) * 1.15)];
  const x = (ratio: number) => LEFT + ((Math.log(ratio) - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + rows.length * ROW + 52;
  const bottom = TOP + rows.length * ROW;
  const shown = ticks.filter((tick) => Math.log(tick) >= least && Math.log(tick) <= most);
  const grid = shown.map(
    (tick) =>
      `<line class="${tick === 1 ? "one" : "grid"}" x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${TOP - 6}" y2="${bottom}"/><text class="small" text-anchor="middle" x="${x(tick).toFixed(1)}" y="${bottom + 16}">${tick}</text>`,
  );
  const dots = rows.map(({ shape, figures }, i) => {
    const y = TOP + i * ROW + ROW / 2;
    const { title = "" } = shapes.find(({ key }) => key === shape) ?? {};
    const base = figures[postgraphile.name]?.perSecond ?? 1;
    const label = title.length > 40 ? `${title.slice(0, 38).trimEnd()} …` : title;
    const marks = named.map(({ name, colour }) => {
      const ratio = (figures[name]?.perSecond ?? 0) / base;
      const radius = name === chacra.name ? 7 : 5;
      return `<circle cx="${x(ratio).toFixed(1)}" cy="${y}" r="${radius}" fill="${colour}"><title>${escaped(name)}: ${ratio.toFixed(2)}</title></circle>`;
    });
    const changing = figures[chacraChanging.name];
    const ring = changing
      ? `<circle cx="${x(changing.perSecond / base).toFixed(1)}" cy="${y}" r="6" fill="none" stroke="${colours[0]}" stroke-width="2"><title>${escaped(chacraChanging.name)}: ${(changing.perSecond / base).toFixed(2)}</title></circle>`
      : "";
    return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text x="12" y="${y + 4}">${escaped(`${shape}: ${label}`)}</text>${marks.reverse().join("")}${ring}`;
  });
  // About as wide as its letters.
  const widths = named.map(({ name }) => 34 + name.length * 6.5);
  const legend = named.map(({ name, colour }, i) => {
    const left = 18 + widths.slice(0, i).reduce((sum, width) => sum + width, 0);
    return `<circle cx="${left}" cy="24" r="5" fill="${colour}"/><text class="small" x="${left + 10}" y="28">${escaped(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Requests a second over PostGraphile's, by shape, ${CONNECTIONS} connections">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.small { font-size: 12px; fill: #57606a }
.grid { stroke: #d0d7de; stroke-width: 1 }
.one { stroke: #57606a; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .small { fill: #9ea7b3 } .grid { stroke: #30363d } .one { stroke: #9ea7b3 } }
</style>
${[...legend, ...grid, ...dots].join("\n")}
<text class="small" x="12" y="${height - 8}">Requests a second over PostGraphile's, ${CONNECTIONS} connections, logarithmic; ring: while records change. ${at}</text>
</svg>
`;
}
