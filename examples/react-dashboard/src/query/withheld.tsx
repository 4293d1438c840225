import { type FragmentOf, graphql, readFragment } from "@chacra/sdk";
import { useTranslation } from "react-i18next";
import { Notice } from "./notice.tsx";

export const Suppressed = graphql("fragment Suppressed on Suppression { reason threshold }");

interface Props {
  suppressed: FragmentOf<typeof Suppressed> | null;
}

/** In place of what would tell of too few families, and is kept back by the server. It is not 0. */
export function Withheld({ suppressed }: Props) {
  const { t } = useTranslation();
  return <Notice title={t("withheld")} more={useReason(suppressed)} />;
}

/** Below figures of which some are left out. */
export function WithheldNote({ suppressed }: Props) {
  const reason = useReason(suppressed);
  return suppressed && <p className="note">{reason}</p>;
}

function useReason(suppressed: FragmentOf<typeof Suppressed> | null): string {
  const { t } = useTranslation();
  const { reason, threshold } = readFragment(Suppressed, suppressed) ?? {};
  return t(reason === "OUTSIDE_YOUR_REGIONS" ? "withheldOutside" : "withheldSmall", { count: threshold ?? 0 });
}
