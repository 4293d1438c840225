/** The ways of looking at an answer. */
export const views = ["json", "table", "chart", "map"] as const;
export type View = (typeof views)[number];

const KEY = "chacra:view";

/** The view of the last visit; the table at the first. */
export function rememberedView(): View {
  const stored = localStorage.getItem(KEY);
  return views.find((view) => view === stored) ?? "table";
}

export function rememberView(view: View): void {
  localStorage.setItem(KEY, view);
}
