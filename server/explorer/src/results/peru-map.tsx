import { useState } from "react";
import { coordinatesIn } from "../../../src/export/coordinates.ts";
import { cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import { useLanguage } from "../language/language.ts";
import { chartChoice, dimensionsOf, measuresOf, pathOf } from "./chart-choice.ts";
import { drawMap, type Spot } from "./draw-map.ts";
import { type List, singleColumns } from "./lists.ts";
import { Picker } from "./picker.tsx";
import { Picture } from "./picture.tsx";
import { combined } from "./points.ts";
import { regionColumn, regionOf } from "./regions.ts";
import { isAdditive, labelOf, numberIn } from "./values.ts";

/** A list on the map of Peru: by the coordinates of its rows, or by their regions. */
export default function PeruMap({ list }: { list: List }) {
  const { language, say } = useLanguage();
  const place = coordinatesIn(singleColumns(list));
  const measures = measuresOf(list).filter((column) => column !== place?.latitude && column !== place?.longitude);
  const [picked, setPicked] = useState(() => firstMeasure(list, measures));
  const column = measures.find((each) => pathOf(each) === picked) ?? measures[0];
  const region = place ? undefined : regionColumn(dimensionsOf(list), list.rows);
  if (!place && !region) return <p className="note">{say("noPlaces")}</p>;
  if (!column && !place) return <p className="note">{say("noNumbers")}</p>;

  const spots = place ? spotsOf(list, place, column) : [];
  const { values, isCombined } =
    region && column ? valuesOf(list, region, column) : { values: new Map(), isCombined: false };
  const shown = column && !place ? list.rows.filter((row) => numberIn(row, column) !== null).length : spots.length;
  const withheld = list.rows.length - shown;
  return (
    <div className="picture-panel map-panel">
      {column && (
        <div className="pickers">
          <Picker label={say("y")} columns={measures} value={pathOf(column)} onPick={setPicked} />
        </div>
      )}
      <Picture
        label={say("mapLabel", column ? labelOf(column) : list.name)}
        name="map"
        draw={(room) => drawMap({ list, values, spots, column, noValue: say("noValue"), language, room })}
        drawnFrom={[list, column?.name, language]}
      />
      <p className="picture-note" role="status">
        {[
          withheld > 0 && say("withheld", withheld),
          isCombined && column && say(isAdditive(column) ? "summed" : "averaged"),
          `${say("outlines")}.`,
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </div>
  );
}

function firstMeasure(list: List, measures: Column[]): string {
  const chosen = chartChoice(list)?.y;
  return measures.some((column) => pathOf(column) === chosen) ? (chosen ?? "") : measures[0] ? pathOf(measures[0]) : "";
}

function spotsOf(list: List, place: { latitude: Column; longitude: Column }, column: Column | undefined): Spot[] {
  const label = dimensionsOf(list).find(({ path }) => path.at(-1) === "name") ?? dimensionsOf(list)[0];
  return list.rows.flatMap((row) => {
    const latitude = numberIn(row, place.latitude);
    const longitude = numberIn(row, place.longitude);
    const value = column ? numberIn(row, column) : 0;
    if (latitude === null || longitude === null || value === null) return [];
    return [{ latitude, longitude, value, name: label ? String(cellOf(row, label) ?? "") : "" }];
  });
}

function valuesOf(list: List, region: Column, column: Column): { values: Map<string, number>; isCombined: boolean } {
  const groups = new Map<string, number[]>();
  for (const row of list.rows) {
    const code = regionOf(cellOf(row, region));
    const value = numberIn(row, column);
    if (code && value !== null) groups.set(code, [...(groups.get(code) ?? []), value]);
  }
  return {
    values: new Map([...groups].map(([code, values]) => [code, combined(values, column)])),
    isCombined: [...groups.values()].some((values) => values.length > 1),
  };
}
