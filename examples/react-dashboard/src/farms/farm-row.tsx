import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";

export const FarmFields = graphql(`
  fragment FarmFields on Farm {
    code
    hectares
    altitude
    localGovernment { name }
    family { enrolledOn }
    plots { nodes { crop } }
  }
`);

interface Props {
  farm: FragmentOf<typeof FarmFields>;
  index: number;
}

export function FarmRow({ farm, index }: Props) {
  const { t } = useTranslation();
  const { day, tenths, whole } = useFormats();
  const { code, hectares, altitude, localGovernment, family, plots } = readFragment(FarmFields, farm);
  const crops = [...new Set(plots.nodes?.map(({ crop }) => crop))];
  return (
    <tr aria-rowindex={index + 2}>
      <td className="code">{code}</td>
      <td>
        <span className="lines">{localGovernment.name}</span>
      </td>
      <td>
        <span className="lines">{crops.map((crop) => t(`crop.${crop}`, { defaultValue: crop })).join(", ")}</span>
      </td>
      <td className="size">{tenths(hectares)}</td>
      <td className="altitude">{t("metres", { shown: whole(altitude) })}</td>
      <td className="since">{day(family.enrolledOn)}</td>
    </tr>
  );
}
