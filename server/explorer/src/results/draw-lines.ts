import * as Plot from "@observablehq/plot";
import { axisLabel, coloursOf, type Drawing, palette, style, tipOf } from "./drawing.ts";
import { formatTick, isAdditive } from "./values.ts";

/** Lines along time, one for each colour, with a dot where there is a value. */
export function drawLines(drawing: Drawing): Element {
  const { list, points, x, y, colour, language, room } = drawing;
  const moments = [...new Set(points.map((point) => point.x))].sort();
  const every = Math.ceil(moments.length / Math.max(Math.floor(room.width / 70), 1));
  const ordered = [...points].sort((a, b) => a.x.localeCompare(b.x));
  const ink = colour ? "colour" : palette[0];
  return Plot.plot({
    width: room.width,
    height: Math.min(Math.max(room.height, 240), room.width * 0.8),
    marginLeft: 64,
    marginRight: 24,
    marginTop: 28,
    marginBottom: 44,
    style,
    color: coloursOf(drawing),
    x: {
      type: "point",
      domain: moments,
      label: axisLabel(x, list),
      ticks: moments.filter((_, index) => index % every === 0),
    },
    y: {
      label: axisLabel(y, list),
      grid: true,
      tickFormat: (value: number) => formatTick(value, y, language),
      nice: true,
      ticks: room.height / 90,
      zero: isAdditive(y),
    },
    marks: [
      Plot.lineY(ordered, { x: "x", y: "y", stroke: ink, z: "colour", strokeWidth: 2.2, curve: "monotone-x" }),
      Plot.dot(ordered, { x: "x", y: "y", fill: ink, r: 3.5, title: tipOf(drawing), tip: true }),
    ],
  });
}
