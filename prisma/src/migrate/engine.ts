import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { startEmbedded } from "../database/embedded.ts";

const require = createRequire(import.meta.url);

/** PostgreSQL's internal "char" type, which introspection reads. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Runs work with Prisma's schema engine, compiled to WebAssembly, on the database of a pool. The engine's shadow
 * database is an empty PGlite in memory that lives as long as the work.
 */
export async function withSchemaEngine<T>(
  pool: pg.Pool,
  datamodel: { path: string; content: string } | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const shadows: (() => Promise<void>)[] = [];
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@chacra/prisma",
    connect: () => adapterFor(pool),
    async connectToShadowDb() {
      const server = await startEmbedded();
      const shadow = new pg.Pool({ host: server.socketDirectory, user: "postgres", database: "postgres", max: 1 });
      shadows.push(async () => {
        await shadow.end();
        await server.stop();
      });
      return adapterFor(shadow);
    },
  };
  engineBindings ??= loadEngine();
  const bindings = await engineBindings;
  const engine: SchemaEngine = await bindings.SchemaEngine.new(
    { datamodels: datamodel && [[datamodel.path, datamodel.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    for (const close of shadows) await close();
  }
}

/** adapter-pg as the engine needs it: scripts go to the database whole, and internal "char" columns are characters. */
async function adapterFor(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const charColumns = new WeakMap<unknown[], number[]>();
  const adapter = await new PrismaPg(readingChar(pool, charColumns)).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  // adapter-pg cuts a script at each semicolon, even inside a function, and runs the pieces outside a transaction.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

/** The same pool, its results saying `text` where they hold "char", which adapter-pg refuses, and noting where. */
function readingChar(pool: pg.Pool, charColumns: WeakMap<unknown[], number[]>): pg.Pool {
  return new Proxy(pool, {
    get(target, key) {
      if (key !== "query") return Reflect.get(target, key, target);
      return async (config: pg.QueryArrayConfig) => {
        const result = await target.query(config);
        const columns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
        for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
        charColumns.set(result.rows, columns);
        return result;
      };
    },
  });
}

let engineBindings: Promise<typeof import("@prisma/schema-engine-wasm")> | undefined;

/** The bindings keep one WebAssembly instance in module state, so a process may load them once only. */
async function loadEngine(): Promise<typeof import("@prisma/schema-engine-wasm")> {
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import(entry);
  const binary = await readFile(entry.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings;
}
