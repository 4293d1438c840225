import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  hasKey: boolean;
  give(key: string | undefined): void;
}

/** Asks for a key. It stays in the memory of the page: neither the address nor what browsers keep ever has it. */
export function KeyForm({ hasKey, give }: Props) {
  const { t } = useTranslation();
  if (hasKey) {
    return (
      <p>
        {t("keyUsed")}{" "}
        <button type="button" className="quiet" onClick={() => give(undefined)}>
          {t("keyForget")}
        </button>
      </p>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get("key");
    if (typeof key === "string" && key.trim()) give(key.trim());
  }
  return (
    <details>
      <summary>{t("keyHave")}</summary>
      {/* Sent by nobody but the script; were it not there, POST would still keep the key out of the address. */}
      <form className="key-form" method="post" onSubmit={submit}>
        <label>
          {t("key")}
          <input type="password" name="key" autoComplete="off" spellCheck={false} required />
        </label>
        <button type="submit" className="quiet">
          {t("keyUse")}
        </button>
      </form>
      <p className="note">{t("keyNote")}</p>
    </details>
  );
}
