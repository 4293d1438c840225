import { fileURLToPath } from "node:url";
import { type ChacraClient, createClient } from "@chacra/sdk";
import type { Browser, Page } from "playwright-core";
import { launch, type Visit } from "./browser.ts";
import {
  type Environment,
  type RunningCommand,
  type Server,
  serve,
  start,
  stop,
  temporaryDirectory,
} from "./server-process.ts";

/** A folder for pictures of the pages; they are taken of the whole programme. */
const pictures = process.env.SCREENSHOTS;

export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

const file = (path: string) => fileURLToPath(new URL(`../examples/${path}`, import.meta.url));

/** What the commands of package.json run beside a server. */
const programs = {
  dashboard: [file("react-dashboard/node_modules/vite/bin/vite.js"), file("react-dashboard")],
  page: [file("browser-page/serve.ts")],
};

/** An example with a page. */
export interface Example extends RunningCommand {
  address: string;
}

/** Starts an example, and waits until it says where it is. */
export async function startExample(name: keyof typeof programs, environment: Environment): Promise<Example> {
  const command = start(programs[name], { NO_COLOR: "1", ...environment }, file("with-server.ts"));
  const [, address = ""] = await command.shows(/(?:Local: +|The page is at )(http\S+)/);
  return { ...command, address };
}

/** An example beside a server that can be taken away, and a browser. */
export interface Stage {
  address: string;
  chacra: ChacraClient;
  browser: Browser;
  server(): Server;
  /** Does something while there is no server. */
  withoutServer(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function onStage(name: keyof typeof programs): Promise<Stage> {
  const { dataDir, remove } = temporaryDirectory();
  const settings = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: pictures ? "1" : "0.01" };
  let server = await serve(settings);
  const graph = `${server.url}/graphql`;
  const [example, browser] = await Promise.all([startExample(name, { CHACRA_URL: graph }), launch()]);
  return {
    address: example.address,
    chacra: createClient({ url: graph }),
    browser,
    server: () => server,
    async withoutServer(meanwhile) {
      await stop(server);
      try {
        await meanwhile();
      } finally {
        server = await serve({ ...settings, PORT: new URL(graph).port });
      }
    },
    async close() {
      await browser.close();
      example.kill("SIGTERM");
      await example.ended;
      await stop(server);
      remove();
    },
  };
}

/** The operations that a page has asked for, by name. */
export function operations({ requests }: Visit): string[] {
  return requests.flatMap(({ body }) => (body?.includes('"query"') ? [JSON.parse(body).operationName] : []));
}

/** How wide a page is, with what hangs out of it. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

export async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}
