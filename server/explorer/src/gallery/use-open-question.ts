import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { getOperationAST, Kind, parse } from "graphql";
import { useEffect, useState } from "react";
import type { Question } from "./questions.ts";

/** Opens a question in a tab, or goes to the tab that has it, and runs it: once the editors are there. */
export function useOpenQuestion(): (question: Question) => void {
  const [wanted, setWanted] = useState<Question>();
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));

  useEffect(() => {
    if (!wanted || !queryEditor || !responseEditor) return;
    setWanted(undefined);
    const { query } = wanted;
    const open = tabs.findIndex((tab) => tab.query === query);
    if (open >= 0) {
      if (open !== activeTabIndex) actions.changeTab(open);
    } else if (queryEditor.getValue().trim() !== "") {
      actions.addTab();
    }
    const documentAST = parse(query);
    const operationName = getOperationAST(documentAST)?.name?.value ?? "";
    if (open < 0) {
      queryEditor.setValue(query);
      variableEditor?.setValue("");
      actions.updateActiveTabValues({ query, variables: "", operationName });
    }
    // The editor takes a moment to see what it holds; the operation runs at once.
    const operations = documentAST.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    actions.setOperationFacts({ documentAST, operationName, operations: operations as never });
    actions.run();
  }, [wanted, tabs, activeTabIndex, queryEditor, variableEditor, responseEditor, actions]);

  return setWanted;
}
