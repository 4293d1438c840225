function placeOf(page: string, command: string): [begin: number, end: number] {
  const begin = page.indexOf(`: ${command} -->\n`);
  const end = page.indexOf("\n<!-- /", begin);
  if (begin < 0 || end < begin) throw new Error(`The page has no place for what \`${command}\` writes.`);
  return [page.indexOf("\n", begin) + 1, end + 1];
}

/** A page with something new in the place that a command writes, between `<!-- name: command -->` and `<!-- /name -->`. */
export function withSection(page: string, command: string, text: string): string {
  const [begin, end] = placeOf(page, command);
  return `${page.slice(0, begin)}${text}\n${page.slice(end)}`;
}

/** What a command has written into a page. */
export function sectionOf(page: string, command: string): string {
  return page.slice(...placeOf(page, command));
}

/** A table as Markdown has it. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}
