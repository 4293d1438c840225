/** Servers quote what they refuse, and messages end in logs: takes the values of the caller's variables out. */
export function withoutValues(message: string, variables: object): string {
  const values = [...leavesOf(variables)].filter((value) => value !== "").sort((a, b) => b.length - a.length);
  return values.reduce(
    (text, value) => text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, "gu"), "…"),
    message,
  );
}

/** Every text and number in the variables, as a message would have it: texts also with the escapes of JSON. */
function leavesOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "number" || typeof value === "bigint") found.add(String(value));
  else if (typeof value === "string") found.add(value).add(JSON.stringify(value).slice(1, -1));
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) leavesOf(part, found);
  return found;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
