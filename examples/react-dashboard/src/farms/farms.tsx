import { graphql } from "@chacra/sdk";
import { useChacraPages } from "@chacra/sdk/react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../language/formats.ts";
import { Failure, Loading, Notice } from "../query/notice.tsx";
import { FarmFields, FarmRow } from "./farm-row.tsx";

const Farms = graphql(
  `
    query Farms($region: RegionWhere!, $after: String) {
      farms(first: 50, after: $after, where: { region: $region }, orderBy: [{ hectares: DESC }]) {
        nodes { id ...FarmFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [FarmFields],
);

/** As in the style sheet. */
const ROW_HEIGHT = 44;

const columns = ["code", "district", "grows", "size", "altitude", "since"] as const;

/** All farms; only the rows in sight are on the page, and the next ones are asked for before they are. */
export function FarmTable({ region }: { region: string | null }) {
  const { t } = useTranslation();
  const { whole } = useFormats();
  const scroll = useRef<HTMLDivElement>(null);
  const variables = { region: region ? { ubigeo: { equals: region } } : {} };
  const { items, error, fetching, hasMore, loadMore, refetch } = useChacraPages(Farms, variables, "farms");
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1);
  /** Of the rows that are out of sight. */
  const room = { "--above": `${shown[0]?.start ?? 0}px`, "--below": `${rows.getTotalSize() - (last?.end ?? 0)}px` };
  const isNearEnd = (last?.index ?? 0) >= items.length - 15;
  useEffect(() => {
    if (isNearEnd && hasMore && !error) loadMore();
  }, [isNearEnd, hasMore, error, loadMore]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another region is another list
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [region]);

  if (items.length === 0) {
    if (error) return <Failure error={error} again={refetch} />;
    return fetching ? <Loading /> : <Notice title={t("nothing")} />;
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls has to be reached by keyboard */}
      <section className="scroll" ref={scroll} tabIndex={0} aria-label={t("farmTable")}>
        <table className="farms" aria-rowcount={hasMore ? -1 : items.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column} scope="col" className={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={room as CSSProperties}>
            {shown.map(({ index }) => {
              const farm = items[index];
              return farm && <FarmRow key={farm.id} farm={farm} index={index} />;
            })}
          </tbody>
        </table>
      </section>
      {error ? (
        <Failure error={error} again={loadMore} />
      ) : (
        <p className="note" role="status">
          {t(hasMore ? "soFar" : "allShown", { count: items.length, shown: whole(items.length) })}
        </p>
      )}
    </>
  );
}
