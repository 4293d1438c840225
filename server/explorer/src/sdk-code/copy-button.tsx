import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { useLanguage } from "../language/language.ts";
import { readObject } from "../request/read-object.ts";
import { sdkCode } from "./sdk-code.ts";

/** Copies the operation in the editor as a program of the SDK, and says whether that went well. */
export function CopySdkButton() {
  const { say } = useLanguage();
  const [outcome, setOutcome] = useState("");
  const { queryEditor, variableEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    operationName: state.operationName,
  }));

  async function copy(): Promise<void> {
    const variables = readObject(variableEditor?.getValue());
    if (!variables) return setOutcome(say("notCopied", say("badJson", say("variables"))));
    try {
      const url = new URL("/graphql", location.href).href;
      await navigator.clipboard.writeText(
        sdkCode({ url, query: queryEditor?.getValue() ?? "", operationName, variables }),
      );
      setOutcome(say("copied"));
    } catch {
      setOutcome(say("notCopied", say("notGraphQL")));
    }
    setTimeout(() => setOutcome(""), 4_000);
  }

  return (
    <>
      <ToolbarButton label={say("copySdk")} onClick={copy}>
        <svg
          className="graphiql-toolbar-icon"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </ToolbarButton>
      <output className="copied">{outcome}</output>
    </>
  );
}
