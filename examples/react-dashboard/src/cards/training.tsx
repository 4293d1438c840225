import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";
import { Notice } from "../query/notice.tsx";
import { Suppressed, Withheld } from "../query/withheld.tsx";
import { Bar } from "./bar.tsx";

export const TrainedBySex = graphql(
  `
    fragment TrainedBySex on TrainingParticipationAnalysis {
      rows { key { topic sex } countDistinct { members } }
      suppressed { ...Suppressed }
    }
  `,
  [Suppressed],
);

export function Training({ trained }: { trained: FragmentOf<typeof TrainedBySex> }) {
  const { t } = useTranslation();
  const { whole } = useFormats();
  const { rows, suppressed } = readFragment(TrainedBySex, trained);
  const topics = [...new Set(rows.map(({ key }) => key.topic))];
  if (topics.length === 0) return suppressed ? <Withheld suppressed={suppressed} /> : <Notice title={t("nothing")} />;
  /** null: withheld. Rows of nobody are not there either, but only who is withheld nothing can know that. */
  function people(topic: string, sex: string): number | null {
    const row = rows.find(({ key }) => key.topic === topic && key.sex === sex);
    if (row) return row.countDistinct.members;
    return suppressed ? null : 0;
  }
  const largest = Math.max(1, ...rows.map(({ countDistinct }) => countDistinct.members ?? 0));
  const sexes = [
    { sex: "FEMALE", name: t("women"), kind: "women" },
    { sex: "MALE", name: t("men"), kind: "men" },
  ];
  return (
    <>
      <table className="bars pairs">
        <thead>
          <tr>
            <td />
            {sexes.map(({ sex, name, kind }) => (
              <th key={sex} scope="col">
                <span className={`key ${kind}`} aria-hidden="true" />
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic}>
              <th scope="row">{t(`topic.${topic}`, { defaultValue: topic })}</th>
              {sexes.map(({ sex, kind }) => {
                const count = people(topic, sex);
                return (
                  <td key={sex} className="figure">
                    {count === null ? t("withheld") : whole(count)}
                    {count !== null && <Bar share={count / largest} kind={kind} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t("trainingNote")}</p>
    </>
  );
}
