/** The object in an editor for JSON; empty when there is no text, undefined when the text is something else. */
export function readObject(text: string | undefined): Record<string, unknown> | undefined {
  if (!text || text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
