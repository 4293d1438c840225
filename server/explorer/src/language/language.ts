import { useSyncExternalStore } from "react";
import { type Language, type TextKey, texts } from "./texts.ts";

const KEY = "chacra:language";
const listeners = new Set<() => void>();

let current: Language = remembered() ?? (navigator.language.toLowerCase().startsWith("es") ? "es" : "en");
document.documentElement.lang = current;

function remembered(): Language | undefined {
  const stored = localStorage.getItem(KEY);
  return stored === "en" || stored === "es" ? stored : undefined;
}

export function setLanguage(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type Say = (key: TextKey, ...values: (string | number)[]) => string;

/** The language of the page, and what is said in it. */
export function useLanguage(): { language: Language; say: Say } {
  const language = useSyncExternalStore(subscribe, () => current);
  const say: Say = (key, ...values) =>
    texts[key][language].replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));
  return { language, say };
}
