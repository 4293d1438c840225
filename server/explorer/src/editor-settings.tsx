import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Smaller type in the editors, which leave most of the room to the results. */
export function EditorSettings() {
  const editors = useGraphiQL((state) => ({
    query: state.queryEditor,
    variables: state.variableEditor,
    headers: state.headerEditor,
    response: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of Object.values(editors)) editor?.updateOptions({ fontSize: 13 });
  }, [editors]);
  return null;
}
