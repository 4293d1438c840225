import { useGraphiQL } from "@graphiql/react";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { useLanguage } from "../language/language.ts";
import { answerOf } from "../request/fetcher.ts";
import { Downloads } from "./downloads.tsx";
import { ListPicker } from "./list-picker.tsx";
import { listsOf, mainList } from "./lists.ts";
import { Table } from "./table.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import type { View } from "./views.ts";

// The pictures' library is fetched when the first of them is drawn.
const Chart = lazy(() => import("./chart.tsx"));
const PeruMap = lazy(() => import("./peru-map.tsx"));

/** What stands over the response: the views to choose from, the downloads, and the chosen view unless it is the JSON. */
export function Results({ view, onView }: { view: View; onView(view: View): void }) {
  return (
    <>
      <div className="results-bar">
        <ViewTabs view={view} onView={onView} />
        <Downloads />
      </div>
      {view !== "json" && (
        <div className="results-panel" role="tabpanel" id="results-panel" aria-labelledby={`results-${view}`}>
          <ResultsPanel view={view} />
        </div>
      )}
    </>
  );
}

function ResultsPanel({ view }: { view: View }) {
  const { say } = useLanguage();
  const { schema, response, isFetching } = useGraphiQL((state) => ({
    schema: state.schema,
    response: state.tabs[state.activeTabIndex]?.response,
    isFetching: state.isFetching,
  }));
  const answer = answerOf(response);
  const lists = useMemo(() => (schema && answer?.result.data ? listsOf(schema, answer) : []), [schema, answer]);
  const [chosen, setChosen] = useState<string>();
  const list = lists.find(({ id }) => id === chosen) ?? mainList(lists);
  if (isFetching) return <Note>{say("running")}</Note>;
  if (!answer) return <Note>{say("nothingYet")}</Note>;
  const [error] = answer.result.errors ?? [];
  const failure = error && (
    <p className="failure" role="alert">
      {say("failed", error.message)}
    </p>
  );
  if (!list) return failure ?? <Note>{say("noList")}</Note>;
  return (
    <>
      {failure}
      {lists.length > 1 && <ListPicker lists={lists} list={list} onChoose={setChosen} />}
      {list.rows.length === 0 && <Note>{say("noRows")}</Note>}
      {list.rows.length > 0 && (
        <Suspense fallback={<Note>…</Note>}>
          {view === "table" && <Table key={list.id} list={list} />}
          {view === "chart" && <Chart key={keyOf(list.id, list.columns)} list={list} />}
          {view === "map" && <PeruMap key={keyOf(list.id, list.columns)} list={list} />}
        </Suspense>
      )}
    </>
  );
}

/** What is chosen in a picture holds as long as the columns are the same. */
function keyOf(id: string, columns: readonly { name: string }[]): string {
  return [id, ...columns.map(({ name }) => name)].join("|");
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="note" role="status">
      {children}
    </p>
  );
}
