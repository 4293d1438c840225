/** A text as the database keeps it for searching, without case and accents, or for sorting, where ñ comes after n. */
export function folded(value: unknown, use: "search" | "sort"): string | null {
  if (typeof value !== "string") return null;
  const apart = value.normalize("NFD").toLowerCase();
  return (use === "sort" ? apart.replaceAll("n\u0303", "n~") : apart).replace(/[\u0300-\u036f]/g, "");
}
