import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

const dist = path.join(import.meta.dirname, "../../explorer/dist");

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};

/** A file of the page, with the short forms that the build has made of it. */
export interface PageFile {
  type: string;
  etag: string;
  whole: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** The built page by path, as `index.html` or `assets/…`; empty where nothing has been built. */
export async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  if (!existsSync(dist)) return new Map();
  const all = new Set(
    readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll(path.sep, "/")),
  );
  const read = (file: string) => (all.has(file) ? readFile(path.join(dist, file)) : undefined);
  const served = [...all].flatMap((file) => {
    const type = types[path.extname(file)];
    return type ? [{ file, type }] : [];
  });
  const files = served.map(async ({ file, type }): Promise<[string, PageFile]> => {
    const whole = await readFile(path.join(dist, file));
    const etag = `"${createHash("sha256").update(whole).digest("base64url").slice(0, 22)}"`;
    return [file, { type, etag, whole, br: await read(`${file}.br`), gzip: await read(`${file}.gz`) }];
  });
  return new Map(await Promise.all(files));
}
