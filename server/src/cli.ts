#!/usr/bin/env node
import { CommanderError } from "commander";
import { explainFailure } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { createProgram } from "./program.ts";

try {
  await createProgram().parseAsync();
} catch (error) {
  // Commander has printed its own line, or the help that was asked for.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.refused);
  const { exitCode, line } = explainFailure(error);
  process.stderr.write(`${line}\n`);
  if (process.env.LOG_LEVEL === "debug" || process.env.LOG_LEVEL === "trace") console.error(error);
  process.exit(exitCode);
}
