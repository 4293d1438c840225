import "@fontsource-variable/inter";
import "./styles/page.css";
import "./styles/cards.css";
import "./styles/map.css";
import "./styles/table.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./language/language.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
