import "./workers.ts";
import "@fontsource-variable/inter/wght.css";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "@graphiql/plugin-explorer/style.css";
import "graphiql/graphiql.css";
import "./styles/index.css";
import { createRoot } from "react-dom/client";
import { Explorer } from "./explorer.tsx";

// The results are what people come for: more room for them than for the operation, until somebody moves the bars.
const widths = { docExplorerFlex: "0.31", editorFlex: "0.68" };
for (const [name, value] of Object.entries(widths)) {
  if (localStorage.getItem(`graphiql:${name}`) === null) localStorage.setItem(`graphiql:${name}`, value);
}

const place = document.getElementById("explorer");
if (place) createRoot(place).render(<Explorer />);
