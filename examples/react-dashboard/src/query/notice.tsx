import type { ChacraError } from "@chacra/sdk";
import { useTranslation } from "react-i18next";

/** Said where something has gone wrong; what may go better the next time can be tried. */
export function Failure({ error, again }: { error: ChacraError; again(): void }) {
  const { t, i18n } = useTranslation();
  if (error.code === "FORBIDDEN") return <Notice title={t("forbidden")} more={t("forbiddenMore")} />;
  const known = i18n.exists(`failedMore.${error.code}`) ? error.code : "OTHER";
  return (
    <div className="notice" role="alert">
      <strong>{t("failed")}</strong>
      <p>{t(`failedMore.${known}`, { code: error.code })}</p>
      <button type="button" onClick={again}>
        {t("again")}
      </button>
    </div>
  );
}

export function Notice({ title, more }: { title: string; more?: string }) {
  return (
    <div className="notice">
      <strong>{title}</strong>
      {more && <p>{more}</p>}
    </div>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="loading">
      <span className="hidden">{t("loading")}</span>
    </div>
  );
}
