import { useId } from "react";
import type { Column } from "../../../src/export/table.ts";
import { pathOf } from "./chart-choice.ts";
import { labelOf } from "./values.ts";

/** A choice among columns, by their paths. */
export function Picker(props: {
  label: string;
  columns: readonly Column[];
  value: string;
  /** What to call the choice of no column, where that is one. */
  none?: string;
  onPick(path: string): void;
}) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {props.label}
      <select id={id} value={props.value} onChange={({ target }) => props.onPick(target.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.columns.map((column) => (
          <option key={pathOf(column)} value={pathOf(column)}>
            {labelOf(column)}
          </option>
        ))}
      </select>
    </label>
  );
}
