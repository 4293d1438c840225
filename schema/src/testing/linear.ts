/** What can be worked out from totals: the smallest forms of their equations (Gauss, over fractions of small whole numbers). */
export function reduce(equations: number[][]): number[][] {
  const rows = equations.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [chosen = []] = rows.splice(pivot, 1);
    const factor = chosen[column] ?? 1;
    const unit = chosen.map((value) => value / factor);
    rows.splice(rank, 0, unit);
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0;
      if (index !== rank && Math.abs(times) > 1e-9) {
        rows[index] = row.map((value, i) => value - times * (unit[i] ?? 0));
      }
    }
    rank += 1;
  }
  return rows.slice(0, rank);
}

/** Whether a total follows from others. */
export function follows(reduced: readonly number[][], wanted: readonly number[]): boolean {
  let rest = [...wanted];
  for (const row of reduced) {
    const lead = row.findIndex((value) => Math.abs(value) > 1e-9);
    const times = rest[lead] ?? 0;
    if (Math.abs(times) > 1e-9) rest = rest.map((value, i) => value - times * (row[i] ?? 0));
  }
  return rest.every((value) => Math.abs(value) < 1e-9);
}
