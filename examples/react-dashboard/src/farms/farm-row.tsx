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
  /** Pixels from the top of the table's body. */
  start: number;
}

export function FarmRow({ farm, index, start }: Props) {
  const { t } = useTranslation();
  const { day, list, tenths, whole } = useFormats();
  const { code, hectares, altitude, localGovernment, family, plots } = readFragment(FarmFields, farm);
  const crops = [...new Set(plots.nodes?.map(({ crop }) => crop))];
  return (
    <tr aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)` }}>
      <td className="code">{code}</td>
      <td className="district">{localGovernment.name}</td>
      <td className="grows">{list(crops.map((crop) => t(`crop.${crop}`)))}</td>
      <td className="size">{tenths(hectares)}</td>
      <td className="altitude">{t("metres", { shown: whole(altitude) })}</td>
      <td className="since">{day(family.enrolledOn)}</td>
    </tr>
  );
}
