import { useMemo, useState } from "react";
import { type Cell, cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import { useLanguage } from "../language/language.ts";
import { isNumeric, type List } from "./lists.ts";
import { digitsOf, formatCell, numberIn, textOf } from "./values.ts";

/** More rows than this make the page slow; a download has all of them. */
const MOST_ROWS = 1_000;

interface Order {
  column: Column;
  isDescending: boolean;
}

/** The rows under the columns that a CSV file of them has. */
export function Table({ list }: { list: List }) {
  const { language, say } = useLanguage();
  const [order, setOrder] = useState<Order>();
  const rows = useMemo(() => sorted(list.rows, order), [list.rows, order]);
  const columns = useMemo(
    () => list.columns.map((column) => ({ ...column, digits: isNumeric(column) ? digitsOf(list.rows, column) : 0 })),
    [list],
  );
  const words = { yes: say("yes"), no: say("no") };
  const count = new Intl.NumberFormat(language === "es" ? "es-PE" : "en").format;

  function sortBy(column: Column): void {
    setOrder((now) =>
      now?.column.name !== column.name
        ? { column, isDescending: false }
        : now.isDescending
          ? undefined
          : { column, isDescending: true },
    );
  }

  return (
    <>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading
                  key={column.path.join(".")}
                  column={column}
                  order={order?.column.name === column.name ? order : undefined}
                  onSort={() => sortBy(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and hold no state
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.path.join(".")} className={isNumeric(column) ? "number" : undefined}>
                    {formatCell(cellOf(row, column), column, language, words)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-note" role="status">
        {list.total !== undefined && list.total !== rows.length
          ? say("rowsOf", count(rows.length), count(list.total))
          : rows.length === 1
            ? say("oneRow")
            : say("rows", count(rows.length))}
        {rows.length > MOST_ROWS && ` · ${say("firstRows", count(MOST_ROWS))}`}
      </p>
    </>
  );
}

function Heading({ column, order, onSort }: { column: Column; order?: Order; onSort(): void }) {
  const { say } = useLanguage();
  const steps = column.name.split(".");
  const direction = order && (order.isDescending ? "descending" : "ascending");
  return (
    <th scope="col" aria-sort={direction ?? "none"} className={isNumeric(column) ? "number" : undefined}>
      <button type="button" onClick={onSort} title={textOf(column)} aria-label={say("sortBy", column.name)}>
        {steps.length > 1 && <span className="above">{steps.slice(0, -1).join(".")}.</span>}
        <span>
          {steps.at(-1)}
          <span className="arrow" aria-hidden="true">
            {order && (order.isDescending ? " ↓" : " ↑")}
          </span>
        </span>
      </button>
    </th>
  );
}

function sorted(rows: readonly unknown[], order: Order | undefined): readonly unknown[] {
  if (!order) return rows;
  const { column, isDescending } = order;
  const collator = new Intl.Collator("es", { numeric: true });
  const value = (row: unknown): Cell => (isNumeric(column) ? numberIn(row, column) : cellOf(row, column));
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    // Rows without a value come last, whichever the direction.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const difference =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : collator.compare(String(left), String(right));
    return isDescending ? -difference : difference;
  });
}
