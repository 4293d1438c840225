import { createSsr } from "@chacra/sdk/react";
import { hydrateRoot } from "react-dom/client";
import { App, clientFor } from "./app.js";
import { tryFeatures } from "./features.js";

const graph = JSON.parse(document.getElementById("graph")?.textContent ?? "");
let requests = 0;
const counted: typeof fetch = (...request) => {
  requests++;
  return fetch(...request);
};
const root = document.getElementById("root");
const ssr = createSsr(document.getElementById("collected")?.textContent ?? undefined);
if (root) hydrateRoot(root, <App client={clientFor(graph.url, counted)} ssr={ssr} />);

/** What whoever drives the page looks at. */
Object.assign(globalThis, {
  requests: () => requests,
  inThePage: () => tryFeatures(graph),
  inAWorker: () =>
    new Promise((resolve, reject) => {
      const worker = new Worker("/worker.js", { type: "module" });
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      worker.postMessage(graph);
    }),
});
