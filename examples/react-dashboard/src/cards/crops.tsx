import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";
import { Notice } from "../query/notice.tsx";
import { Suppressed, Withheld } from "../query/withheld.tsx";
import { Bar } from "./bar.tsx";

export const CropAreas = graphql(
  `
    fragment CropAreas on PlotAnalysis {
      rows { key { crop } hectares { sum } }
      suppressed { ...Suppressed }
    }
  `,
  [Suppressed],
);

export function Crops({ plots }: { plots: FragmentOf<typeof CropAreas> }) {
  const { t } = useTranslation();
  const { whole } = useFormats();
  const { rows, suppressed } = readFragment(CropAreas, plots);
  const largest = Math.max(1, ...rows.map(({ hectares }) => hectares.sum ?? 0));
  if (rows.length === 0) return suppressed ? <Withheld suppressed={suppressed} /> : <Notice title={t("nothing")} />;
  return (
    <table className="bars">
      <tbody>
        {rows.map(({ key, hectares: { sum } }) => (
          <tr key={key.crop}>
            <th scope="row">{t(`crop.${key.crop}`, { defaultValue: key.crop })}</th>
            <td className="figure">{sum === null ? t("withheld") : t("hectares", { shown: whole(sum) })}</td>
            <td>{sum !== null && <Bar share={sum / largest} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
