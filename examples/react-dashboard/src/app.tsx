import { createClient } from "@chacra/sdk";
import { ChacraProvider } from "@chacra/sdk/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyForm } from "./access/key-form.tsx";
import { Dashboard } from "./dashboard.tsx";
import { LanguageSwitch } from "./language/switch.tsx";

const url = import.meta.env.VITE_CHACRA_URL ?? "/graphql";

/** The dashboard, as the demo shows it without a key or as it is shown to the bearer of one. */
export function App() {
  const { t } = useTranslation();
  const [key, setKey] = useState<string>();
  const chacra = useMemo(() => createClient({ url, token: key }), [key]);
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t("title")}</h1>
          <p>{t("subtitle")}</p>
        </div>
        <LanguageSwitch />
      </header>
      {/* Begun anew for another caller, so that nothing is left of what the one before was shown. */}
      <ChacraProvider key={key} client={chacra}>
        <Dashboard />
      </ChacraProvider>
      <footer>
        <KeyForm hasKey={key !== undefined} give={setKey} />
        <p className="note">{t("source")}</p>
      </footer>
    </div>
  );
}
