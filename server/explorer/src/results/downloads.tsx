import { useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { type Say, useLanguage } from "../language/language.ts";
import { readObject } from "../request/read-object.ts";
import { saveFile } from "./save-file.ts";
import { takeFile } from "./take-file.ts";

const files = [
  { format: "csv", name: "CSV" },
  { format: "xlsx", name: "Excel" },
  { format: "geojson", name: "GeoJSON" },
  { format: "json", name: "JSON" },
] as const;

/** Buttons that ask the graph for what the editors hold, as a file with all rows. */
export function Downloads() {
  const { say } = useLanguage();
  const [outcome, setOutcome] = useState<{ text: string; isFailure?: boolean }>();
  const [busy, setBusy] = useState(false);
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    operationName: state.operationName,
  }));

  async function download(format: string, name: string): Promise<void> {
    const query = queryEditor?.getValue() ?? "";
    const variables = readObject(variableEditor?.getValue());
    const headers = readObject(headerEditor?.getValue());
    if (!variables || !headers) {
      const wrong = say("badJson", say(variables ? "headers" : "variables"));
      return setOutcome({ text: say("notSaved", wrong), isFailure: true });
    }
    setBusy(true);
    setOutcome({ text: say("downloading", name) });
    const taken = await takeFile({ format, query, operationName, variables, headers });
    setBusy(false);
    if ("blob" in taken) saveFile(taken.blob, taken.name);
    setOutcome(
      "blob" in taken
        ? { text: say("saved", taken.name) }
        : { text: say("notSaved", reason(taken.failure, say)), isFailure: true },
    );
  }

  return (
    <div className="downloads">
      <fieldset disabled={busy}>
        <legend>{say("download")}</legend>
        {files.map(({ format, name }) => (
          <button
            key={format}
            type="button"
            title={say("downloadAs", name)}
            aria-label={say("downloadAs", name)}
            onClick={() => download(format, name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <output className={outcome?.isFailure ? "failure" : undefined}>{outcome?.text}</output>
    </div>
  );
}

function reason(failure: "brokenOff" | "unreachable" | { message: string }, say: Say): string {
  return typeof failure === "string" ? say(failure) : failure.message;
}
