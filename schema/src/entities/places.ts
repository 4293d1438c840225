import { type Dimension, type PlaceCut, placesOf } from "../analysis/dimensions.ts";
import { LocalGovernment } from "./local-government/object.ts";
import { Province } from "./province/object.ts";
import { Region } from "./region/object.ts";
import { Zone } from "./zone/object.ts";

/**
 * The dimensions of where records lie.
 *
 * @param path from the record to the one that has a local government and a region: `farm.`, or nothing
 */
export function places(path = ""): Record<PlaceCut["level"], Dimension> {
  return placesOf(path, {
    region: () => Region,
    province: () => Province,
    localGovernment: () => LocalGovernment,
    zone: () => Zone,
  });
}
