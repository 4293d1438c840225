import { explorerPlugin } from "@graphiql/plugin-explorer";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { useState } from "react";
import { EditorSettings } from "./editor-settings.tsx";
import { firstQuestion } from "./gallery/gallery.ts";
import { galleryPlugin } from "./gallery/panel.tsx";
import { fetcher } from "./request/fetcher.ts";
import { Results } from "./results/results.tsx";
import { rememberedView, rememberView, type View } from "./results/views.ts";
import { CopySdkButton } from "./sdk-code/copy-button.tsx";

const plugins = [galleryPlugin, explorerPlugin(), HISTORY_PLUGIN];
const firstTabs = [{ query: firstQuestion?.query ?? null }];

/** GraphiQL with the gallery beside it, and tables and pictures over the response. */
export function Explorer() {
  const [view, setView] = useState(rememberedView);
  function show(next: View): void {
    rememberView(next);
    setView(next);
  }
  return (
    <GraphiQL
      className={`explorer shows-${view}`}
      fetcher={fetcher}
      plugins={plugins}
      visiblePlugin={galleryPlugin}
      defaultTabs={firstTabs}
      schemaDescription
      inputValueDeprecation
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <span className="brand">Chacra</span>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopySdkButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <Results view={view} onView={show} />
      </GraphiQL.Footer>
      <EditorSettings />
    </GraphiQL>
  );
}
