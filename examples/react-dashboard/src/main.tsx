import "@fontsource-variable/inter";
import "./styles/page.css";
import "./styles/cards.css";
import "./styles/table.css";
import { createClient } from "@chacra/sdk";
import { ChacraProvider } from "@chacra/sdk/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Dashboard } from "./dashboard.tsx";
import "./language/language.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");

// Without a key, as the server's demo allows. A page that others can open has no place to keep one.
const chacra = createClient({ url: import.meta.env.VITE_CHACRA_URL ?? "http://127.0.0.1:4000/graphql" });

createRoot(root).render(
  <StrictMode>
    <ChacraProvider client={chacra}>
      <Dashboard />
    </ChacraProvider>
  </StrictMode>,
);
