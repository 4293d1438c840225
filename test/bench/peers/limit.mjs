import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createPool, listening } from "./database.mjs";
import { statements } from "./limit/statements.mjs";

// The limit: one statement a question, written by hand, behind nothing but node:http. It knows the documents beforehand and guards nothing.

const documents = new URL("../speed/documents/chacra/", import.meta.url);
const known = new Map(
  readdirSync(documents).map((file) => {
    const text = readFileSync(new URL(file, documents), "utf8");
    const [, name] = /^query (\w+)/.exec(text);
    return [text, { name, ...statements[name] }];
  }),
);

const pool = createPool();

async function answer(body) {
  const { query, variables } = JSON.parse(body);
  const { name, text, values, write } = known.get(query);
  const { rows } = await pool.query({ name, text, values: values(variables ?? {}), rowMode: "array" });
  return Buffer.from(`{"data":${write(rows)}}`);
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    answer(body).then(
      (json) =>
        response.writeHead(200, { "Content-Type": "application/json", "Content-Length": json.length }).end(json),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => listening(server));
