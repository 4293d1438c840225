import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Numbers, money and days as they are written in the language of the page. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === "es" ? "es-PE" : "en-US";
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(locale, {
      style: "percent",
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
    // A day is the same day everywhere.
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    return {
      whole: (value: number) => whole.format(value),
      tenths: (value: number) => tenths.format(value),
      percent: (value: number) => percent.format(value),
      day: (date: string) => day.format(new Date(date)),
      money: (amount: number, currency: string) =>
        new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount),
    };
  }, [i18n.language]);
}
