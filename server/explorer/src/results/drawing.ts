import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import type { List } from "./lists.ts";
import type { Room } from "./picture.tsx";
import type { Point } from "./points.ts";
import { formatNumber, labelOf, unitOf } from "./values.ts";

/** What a chart is drawn from. */
export interface Drawing {
  list: List;
  points: readonly Point[];
  x: Column;
  y: Column;
  colour?: Column;
  language: Language;
  room: Room;
}

/** Colours that can be told apart, also by who sees few, on light and on dark. */
export const palette = [
  ...["#2a8a5f", "#e0922f", "#4a86c8", "#c2527b", "#8467c6", "#8f9433", "#2aa3a3", "#a5674a"],
  ...["#7cc29c", "#f0c179", "#94b9e6", "#e39ab5", "#b9a6e3", "#c4c873", "#7fcfcf", "#cfa28d"],
];

export const style = {
  background: "transparent",
  color: "inherit",
  fontFamily: "inherit",
  fontSize: "12px",
  overflow: "visible",
};

/** The label of an axis: the column, and its unit. */
export function axisLabel(column: Column, list: List): string {
  const unit = unitOf(column, list);
  return unit && !labelOf(column).includes(unit) ? `${labelOf(column)} (${unit})` : labelOf(column);
}

/** What is shown of a point under the pointer. */
export function tipOf({ y, language }: Pick<Drawing, "y" | "language">): (point: Point) => string {
  return (point) =>
    [point.x, point.colour, `${labelOf(y)}: ${formatNumber(point.y, y, language)}`].filter(Boolean).join("\n");
}

/** The colours of a drawing, in the order of the legend. */
export function coloursOf({ points, colour }: Pick<Drawing, "points" | "colour">) {
  const domain = [...new Set(points.map((point) => point.colour))].sort();
  return { domain, range: palette, legend: colour !== undefined };
}
