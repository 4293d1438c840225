import * as Plot from "@observablehq/plot";
import type { Feature, MultiPolygon } from "geojson";
import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import { axisLabel } from "./draw-chart.ts";
import { type RegionShape, regionOutlines } from "./outlines.ts";
import { formatNumber, labelOf } from "./values.ts";

/** A place on the map. */
export interface Spot {
  latitude: number;
  longitude: number;
  value: number;
  name: string;
}

interface Drawing {
  /** The value of each region that has one, by its code. */
  values: ReadonlyMap<string, number>;
  spots: readonly Spot[];
  column: Column;
  noValue: string;
  width: number;
  language: Language;
  /** Where it will stand: its colours are those of the page. */
  place: Element;
}

/** Peru is half as high again as it is wide. */
const HEIGHT = 1.46;
const MOST_WIDTH = 560;

/** Regions coloured by their values, or spots where the rows lie. */
export function drawMap({ values, spots, column, noValue, width, language, place }: Drawing): Element {
  const outlines = regionOutlines();
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const format = (value: number) => formatNumber(value, column, language);
  const valueOf = ({ properties }: Feature<MultiPolygon, RegionShape>) => values.get(properties.ubigeo);
  const told = outlines.features.filter((feature) => valueOf(feature) !== undefined);
  const tip = (feature: Feature<MultiPolygon, RegionShape>) => {
    const value = valueOf(feature);
    return `${feature.properties.name}\n${labelOf(column)}: ${value === undefined ? noValue : format(value)}`;
  };
  const drawn = Math.min(width, MOST_WIDTH);
  return Plot.plot({
    width: drawn,
    height: drawn * HEIGHT,
    margin: 4,
    style: { background: "transparent", color: "inherit", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    // So near the equator degrees are as good as kilometres, and the outlines need no direction.
    projection: { type: "reflect-y", domain: outlines },
    color: {
      type: "linear",
      range: [colour("--map-low"), colour("--map-high")],
      interpolate: "hcl",
      label: axisLabel(column),
      tickFormat: format,
      ticks: 4,
      legend: true,
    },
    marks: [
      Plot.geo(outlines, { fill: colour("--map-empty"), stroke: colour("--map-border"), strokeWidth: 0.8, className: "regions" }),
      Plot.geo(told, {
        fill: (feature) => valueOf(feature) ?? null,
        stroke: colour("--map-border"),
        strokeWidth: 0.8,
        className: "told-regions",
      }),
      Plot.text(
        told,
        Plot.centroid({
          text: (feature: Feature<MultiPolygon, RegionShape>) => feature.properties.name,
          fontSize: 11,
          fontWeight: 600,
          fill: colour("--map-text"),
          stroke: colour("--map-halo"),
          strokeWidth: 3,
        }),
      ),
      ...(spots.length === 0 ? [Plot.tip(outlines.features, Plot.pointer(Plot.centroid({ title: tip })))] : []),
      Plot.dot(spots, {
        x: "longitude",
        y: "latitude",
        fill: "value",
        stroke: colour("--map-border"),
        strokeWidth: 0.6,
        r: 5,
        className: "spots",
        title: (spot: Spot) => `${spot.name}\n${labelOf(column)}: ${format(spot.value)}`,
        tip: true,
      }),
    ],
  });
}
