import { setLanguage, useLanguage } from "./language.ts";
import type { Language } from "./texts.ts";

const names: Record<Language, string> = { en: "English", es: "Español" };

/** Two buttons, of which one is pressed. */
export function LanguageSwitch() {
  const { language, say } = useLanguage();
  return (
    <fieldset className="language" aria-label={say("language")}>
      {(["en", "es"] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={names[each]}
          aria-label={names[each]}
          aria-pressed={each === language}
          onClick={() => setLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
