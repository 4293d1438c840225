import { createSsr } from "@chacra/sdk/react";
import { prerenderToNodeStream } from "react-dom/static";
import { App, clientFor } from "./app.js";

/** Renders the application on a server, and tells what the browser begins with. */
async function render(url: string): Promise<void> {
  const ssr = createSsr();
  const { prelude } = await prerenderToNodeStream(<App client={clientFor(url)} ssr={ssr} />);
  let html = "";
  for await (const chunk of prelude) html += chunk;
  console.log(JSON.stringify({ html, collected: ssr.collected() }));
}
render(process.argv[2] ?? "");
