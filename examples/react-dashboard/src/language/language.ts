import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { es } from "./es.ts";

export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

const KEPT_AS = "chacra-dashboard-language";

/** The language chosen before, else the browser's. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  const wanted = [kept, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wanted.map((tag) => languages.find((language) => language === tag)).find(Boolean) ?? "en";
}

i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
  document.title = i18next.t("title");
  localStorage.setItem(KEPT_AS, language);
});

await i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: "en",
  resources: { en: { translation: en }, es: { translation: es } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});
