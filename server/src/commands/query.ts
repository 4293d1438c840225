import { createWriteStream } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { CommandError } from "../command-error.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type FileFormat, type Format, formats, isFormat } from "../export/format.ts";
import { createProgress } from "../progress.ts";
import type { Settings } from "../settings.ts";

export interface QueryOptions {
  format?: Format;
  out?: string;
  url?: string;
  variables?: Record<string, unknown>;
  operation?: string;
  purpose?: string;
}

/** `chacra query`: asks a running server the query in a file and writes the answer as a file, which is only there once it is whole. */
export async function runQuery(settings: Settings, file: string, options: QueryOptions): Promise<ExitCode> {
  const { out } = options;
  const format = options.format ?? formatOf(out) ?? "json";
  if (format === "xlsx" && !out) throw refused("A workbook is no text: say with --out FILE where to write it.");
  const query = await read(file);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const response = await ask(settings, { ...options, query, format }, stop.signal);
  await write(response, format, out, stop.signal);
  return exitCodes.done;
}

/** Also `-`, for standard input. */
async function read(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw refused(`${file} cannot be read (${cause.code}).`, cause);
  });
}

function formatOf(out: string | undefined): Format | undefined {
  const extension = path.extname(out ?? "").slice(1);
  return isFormat(extension) ? extension : undefined;
}

async function ask(
  { host, port, key }: Settings,
  { url, query, variables, operation, purpose, format }: QueryOptions & { query: string; format: Format },
  signal: AbortSignal,
): Promise<Response> {
  const address = new URL(url ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}/graphql`);
  address.searchParams.set("format", format);
  const headers = {
    "content-type": "application/json",
    ...(key && { authorization: `Bearer ${key}` }),
    ...(purpose && { "x-chacra-purpose": purpose }),
  };
  const body = JSON.stringify({ query, variables, operationName: operation });
  const response = await fetch(address, { method: "POST", headers, body, signal }).catch((cause: Error) => {
    const message = `No server answers at ${address.origin}. Start one with \`npm start\`, or name another with --url.`;
    throw new CommandError(exitCodes.unavailable, message, { cause });
  });
  if (response.ok && response.headers.has("content-disposition")) return response;
  throw refused(await complaintsOf(response, address));
}

async function complaintsOf(response: Response, { origin, pathname }: URL): Promise<string> {
  const body = (await response.json().catch(() => undefined)) as
    | { errors?: { message: string; extensions?: { code?: string } }[] }
    | undefined;
  const errors = body?.errors?.map(({ message, extensions }) => `${extensions?.code ?? "ERROR"}: ${message}`);
  return errors?.join("\n") ?? `${origin}${pathname} is no server of Chacra: it answers with ${response.status}.`;
}

async function write(response: Response, format: Format, out: string | undefined, signal: AbortSignal): Promise<void> {
  const progress = createProgress(process.stderr);
  const counted = count(format, Number(response.headers.get("x-chacra-rows")), (step) => progress.show(step));
  const source = Readable.fromWeb(response.body as import("node:stream/web").ReadableStream);
  const part = `${out}.part`;
  try {
    if (out) await pipeline(source, counted.stream, createWriteStream(part), { signal });
    else await pipeline(source, counted.stream, process.stdout, { end: false, signal });
    if (out) await rename(part, out);
  } catch (cause) {
    if (out) await rm(part, { force: true });
    if (signal.aborted) throw refused("Stopped; nothing was kept.", cause);
    const { code } = cause as NodeJS.ErrnoException;
    if (out && code && code !== "UND_ERR_SOCKET") throw refused(`${out} cannot be written (${code}).`, cause);
    throw new CommandError(
      exitCodes.unavailable,
      `The answer broke off after ${counted.said()}; ${out ? "nothing was kept" : "what was written is not whole"}.`,
      { cause },
    );
  } finally {
    progress.stop();
  }
  if (out) process.stderr.write(`${counted.said()} in ${out}\n`);
}

/** Counts what passes: rows, of which each stands on a line of its own but in a workbook. */
function count(format: Format, total: number, show: (progress: { step: string; done: number; total: number }) => void) {
  const { linesAround }: FileFormat = formats[format];
  let [bytes, lines] = [0, 0];
  const rows = () => Math.max(0, lines - (linesAround ?? 0));
  const said = () =>
    linesAround === undefined ? `${(bytes / 1e6).toFixed(1)} MB` : `${rows().toLocaleString("en")} rows`;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      show({ step: said(), done: Math.min(rows(), total), total: linesAround === undefined ? 0 : total });
      done(null, chunk);
    },
  });
  return { stream, said };
}

function refused(message: string, cause?: unknown): CommandError {
  return new CommandError(exitCodes.refused, message, { cause });
}
