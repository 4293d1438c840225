import * as Plot from "@observablehq/plot";
import type { Feature, MultiPolygon } from "geojson";
import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import { axisLabel, style } from "./drawing.ts";
import type { List } from "./lists.ts";
import { type RegionShape, regionOutlines } from "./outlines.ts";
import type { Room } from "./picture.tsx";
import { formatNumber, formatTick, labelOf } from "./values.ts";

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
  list: List;
  /** What is shown of each; nothing but where it is, when absent. */
  column?: Column;
  noValue: string;
  language: Language;
  room: Room;
}

/** Peru is half as high again as it is wide. */
const HEIGHT = 1.46;

const LEAST_HEIGHT = 380;

/** By how much names move down, of regions whose names would lie on each other. */
const nudges: Record<string, number> = { "03": -5, "05": 13, "07": 8, "09": -5 };

/** Regions coloured by their values, or spots where the rows lie. */
export function drawMap({ list, values, spots, column, noValue, language, room }: Drawing): Element {
  const outlines = regionOutlines();
  const page = getComputedStyle(room.place);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  const format = (value: number) => (column ? formatNumber(value, column, language) : "");
  const label = column ? labelOf(column) : "";
  const regionValue = ({ properties }: Feature<MultiPolygon, RegionShape>) => values.get(properties.ubigeo);
  const told = outlines.features.filter((feature) => regionValue(feature) !== undefined);
  const tip = (feature: Feature<MultiPolygon, RegionShape>) => {
    const value = regionValue(feature);
    return `${feature.properties.name}\n${label}: ${value === undefined ? noValue : format(value)}`;
  };
  const width = Math.min(room.width, Math.max(room.height, LEAST_HEIGHT) / HEIGHT);
  return Plot.plot({
    width,
    height: width * HEIGHT,
    margin: 4,
    style,
    // So near the equator degrees are as good as kilometres, and the outlines need no direction.
    projection: { type: "reflect-y", domain: outlines },
    color: {
      type: "linear",
      range: [colour("--map-low"), colour("--map-high")],
      interpolate: "hcl",
      label: column && axisLabel(column, list),
      tickFormat: (value: number) => (column ? formatTick(value, column, language) : ""),
      ticks: 4,
      legend: column !== undefined,
    },
    marks: [
      Plot.geo(outlines, {
        fill: colour("--map-empty"),
        stroke: colour("--map-border"),
        strokeWidth: 0.8,
        className: "regions",
      }),
      Plot.geo(told, {
        fill: (feature) => regionValue(feature) ?? null,
        stroke: colour("--map-border"),
        strokeWidth: 0.8,
        className: "told-regions",
      }),
      ...told.map(({ geometry, properties: { ubigeo, name } }) =>
        Plot.text([geometry], {
          ...Plot.centroid({ text: () => name }),
          dy: nudges[ubigeo] ?? 0,
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
        fill: column ? "value" : colour("--map-high"),
        stroke: colour("--map-border"),
        strokeWidth: 0.6,
        r: 5,
        className: "spots",
        title: (spot: Spot) => (column ? `${spot.name}\n${label}: ${format(spot.value)}` : spot.name),
        tip: true,
      }),
    ],
  });
}
