import { useId, useState } from "react";
import type { Column } from "../../../src/export/table.ts";
import { useLanguage } from "../language/language.ts";
import { type ChartChoice, chartChoice, dimensionsOf, measuresOf, pathOf } from "./chart-choice.ts";
import { drawBars } from "./draw-bars.ts";
import { drawLines } from "./draw-lines.ts";
import type { List } from "./lists.ts";
import { Picker } from "./picker.tsx";
import { Picture } from "./picture.tsx";
import { pointsOf } from "./points.ts";
import { isAdditive, labelOf } from "./values.ts";

/** More bars than this cannot be read. */
const MOST_BARS = 40;

/** A list as bars or lines, of the columns that suit it best until others are picked. */
export default function Chart({ list }: { list: List }) {
  const { language, say } = useLanguage();
  const [choice, setChoice] = useState(() => chartChoice(list));
  const kindId = useId();
  const dimensions = dimensionsOf(list);
  const measures = measuresOf(list);
  const find = (columns: Column[], path: string | undefined) => columns.find((column) => pathOf(column) === path);
  const x = find(dimensions, choice?.x);
  const y = find(measures, choice?.y);
  const colour = find(dimensions, choice?.colour);
  if (!choice || !x || !y) return <p className="note">{say("noNumbers")}</p>;

  const pick = (part: Partial<ChartChoice>) => setChoice({ ...choice, ...part });
  const words = { noValue: say("noValue"), yes: say("yes"), no: say("no") };
  const { points, withheld, isCombined } = pointsOf(list.rows, { x, y, colour }, words);
  const names = [...new Set(points.map((point) => point.x))];
  const isTooMany = choice.kind === "bar" && names.length > MOST_BARS;
  const drawn = isTooMany ? points.filter((point) => names.indexOf(point.x) < MOST_BARS) : points;
  const label = say("chartLabel", labelOf(y), [x, ...(colour ? [colour] : [])].map(labelOf).join(", "));
  const draw = choice.kind === "bar" ? drawBars : drawLines;
  return (
    <div className="picture-panel">
      <div className="pickers">
        <label htmlFor={kindId}>
          {say("kind")}
          <select
            id={kindId}
            value={choice.kind}
            onChange={({ target }) => pick({ kind: target.value === "line" ? "line" : "bar" })}
          >
            <option value="bar">{say("bar")}</option>
            <option value="line">{say("line")}</option>
          </select>
        </label>
        <Picker label={say("y")} columns={measures} value={choice.y} onPick={(path) => pick({ y: path })} />
        <Picker label={say("x")} columns={dimensions} value={choice.x} onPick={(path) => pick({ x: path })} />
        <Picker
          label={say("colour")}
          columns={dimensions}
          value={choice.colour}
          none={say("none")}
          onPick={(path) => pick({ colour: path })}
        />
      </div>
      <Picture
        label={label}
        name="chart"
        draw={(room) => draw({ list, points: drawn, x, y, colour, language, room })}
        drawnFrom={[list, choice, language]}
      />
      <p className="picture-note" role="status">
        {[
          withheld > 0 && say("withheld", withheld),
          isCombined && say(isAdditive(y) ? "summed" : "averaged"),
          isTooMany && say("mostBars", MOST_BARS, names.length),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </div>
  );
}
