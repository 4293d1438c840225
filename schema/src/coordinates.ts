import { enclosedPolicy } from "./access/policy.ts";
import { builder } from "./builder.ts";

export interface CoordinatesShape {
  latitude: number;
  longitude: number;
}

enclosedPolicy("Coordinates", "latitude", "longitude");
export const Coordinates = builder.objectRef<CoordinatesShape>("Coordinates").implement({
  description: "A point on the earth, WGS 84.",
  fields: (t) => ({
    latitude: t.expose("latitude", { type: "Latitude", description: "Degrees north of the equator." }),
    longitude: t.expose("longitude", { type: "Longitude", description: "Degrees east of Greenwich." }),
  }),
});

/** The point of a place, or null when one of its coordinates is unknown. */
export function point(place: { latitude: number | null; longitude: number | null }): CoordinatesShape | null {
  const { latitude, longitude } = place;
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
