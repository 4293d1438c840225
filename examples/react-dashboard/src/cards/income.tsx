import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";
import { Notice } from "../query/notice.tsx";
import { Suppressed, Withheld } from "../query/withheld.tsx";
import { Bar } from "./bar.tsx";

/** Between the first and the last survey of the demo programme. */
export const surveyed = { from: 2018, to: 2022 };

export const IncomeBeforeAndAfter = graphql(
  `
    fragment IncomeBeforeAndAfter on IncomeChangeAnalysis {
      rows {
        count
        first { average currency }
        last { average }
        change { changeOfAverages }
        suppressed { ...Suppressed }
      }
      suppressed { ...Suppressed }
    }
  `,
  [Suppressed],
);

export function Income({ incomes }: { incomes: FragmentOf<typeof IncomeBeforeAndAfter> }) {
  const { t } = useTranslation();
  const { money, percent, whole } = useFormats();
  const { rows, suppressed } = readFragment(IncomeBeforeAndAfter, incomes);
  const [row] = rows;
  const { average: before, currency } = row?.first ?? {};
  const after = row?.last.average;
  const why = row?.suppressed ?? suppressed;
  if (!row || row.count === null || !before || !after || !currency) {
    return why ? <Withheld suppressed={why} /> : <Notice title={t("nothing")} />;
  }
  // Decimals come as texts, exact; a picture does with less.
  const largest = Math.max(Number(before), Number(after));
  const change = row.change.changeOfAverages;
  return (
    <>
      {change !== null && (
        <p className="headline">{t("change", { shown: percent(change / 100), year: surveyed.from })}</p>
      )}
      <table className="bars">
        <tbody>
          {[
            { year: surveyed.from, amount: Number(before), kind: "before" },
            { year: surveyed.to, amount: Number(after), kind: "" },
          ].map(({ year, amount, kind }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="figure">{money(amount, currency)}</td>
              <td>
                <Bar share={amount / largest} kind={kind} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t("incomeNote", { shown: whole(row.count) })}</p>
    </>
  );
}
