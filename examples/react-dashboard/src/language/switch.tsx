import { useTranslation } from "react-i18next";
import { languages } from "./language.ts";

const names = { es: "Español", en: "English" };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="languages">
      <legend className="hidden">{t("language")}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void i18n.changeLanguage(language)}
        >
          {names[language]}
        </button>
      ))}
    </fieldset>
  );
}
