import type { GraphContext } from "../context.ts";
import { Params } from "../sql/params.ts";
import type { Variables } from "./arguments.ts";

/** What a plan is bound to: one request. */
export class Binding {
  readonly params = new Params();
  readonly context: GraphContext;
  /** Whether the statement asks also for what is remembered, should the records have changed. */
  readonly isWhole: boolean;
  readonly #variables: Variables;
  /** Whether anything has depended on the variables yet. */
  hasReadVariables = false;
  /** The places of the statement's one row, once it has been read. */
  root: readonly unknown[] = [];
  /** Of which versions of the records parts of the answer are remembered. */
  readonly versions: string[] = [];
  /** What fields have worked out of their arguments, by the field. */
  readonly #results = new Map<object, unknown>();
  #key: string | undefined;

  constructor(context: GraphContext, variables: Variables, isWhole = false) {
    this.isWhole = isWhole;
    this.context = context;
    this.#variables = variables;
  }

  get variables(): Variables {
    this.hasReadVariables = true;
    return this.#variables;
  }

  /** What two requests of one operation have in common when they ask the same for the same rights. */
  get key(): string {
    const { role, partner, regions } = this.context.viewer;
    this.#key ??= JSON.stringify([this.#variables.coerced, role, partner, regions]);
    return this.#key;
  }

  /** Works something out once a request. */
  once<T>(of: (binding: Binding) => T): T {
    if (!this.#results.has(of)) this.#results.set(of, of(this));
    return this.#results.get(of) as T;
  }
}

/** A piece of a statement: text that is always the same, or what a request makes of it. Values go into its parameters, never into text. */
export type Piece = string | ((binding: Binding) => string);

/** Pieces one after the other, those that are always the same made one text beforehand. */
export function sql(strings: TemplateStringsArray, ...values: (Piece | readonly Piece[])[]): Piece {
  const pieces: Piece[] = [];
  const add = (piece: Piece) => {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  for (const [i, text] of strings.entries()) {
    add(text);
    const value = values[i];
    for (const piece of Array.isArray(value) ? value : value === undefined ? [] : [value]) add(piece as Piece);
  }
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === "string") return only;
  return (binding) => {
    let text = "";
    for (const piece of pieces) text += typeof piece === "string" ? piece : piece(binding);
    return text;
  };
}

/** Pieces with a separator between them. */
export function list(pieces: readonly Piece[], separator = ", "): Piece[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece]));
}

export function render(piece: Piece, binding: Binding): string {
  return typeof piece === "string" ? piece : piece(binding);
}
