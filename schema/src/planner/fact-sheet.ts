import type { PublishedFigure } from "@chacra/prisma";
import { type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import { definitions, type FigureDefinition, type Period, PROGRAMME } from "../fact-sheet/definitions.ts";
import { type FigurePlan, type Live, planFigures } from "../fact-sheet/plan.ts";
import { type FigureShape, periodOf } from "../fact-sheet/query.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import { completer, type ObjectWriter } from "./complete.ts";
import { remembered } from "./memory.ts";
import { objectWriter } from "./object.ts";
import { Shape } from "./shape.ts";
import type { Binding } from "./sql.ts";
import { objectText, prefixOf } from "./text.ts";
import { aggregated, buildSelection, type LiveRow } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

type PeriodOf = (binding: Binding) => Period;

/** Adds the fact sheet to the root: its lines, and all that its figures ask of the records. */
export function factSheetWriter(compiler: Compiler, { field, node, nodes }: AskedField): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Unplanned("a fact sheet of no type");
  const args = argumentsOf<Parameters<typeof periodOf>[0]>(field, node);
  const period = (binding: Binding) => periodOf(args(binding));
  const parts = compiler.fieldsOf(type, nodes).map((asked): { prefix: string; write: ObjectWriter } => {
    const prefix = prefixOf(asked.key);
    const { field: part, nodes: own } = asked;
    if (!part) return { prefix, write: () => JSON.stringify(type.name) };
    compiler.checkShown(type, part.name);
    if (part.name === "figures") return { prefix, write: figuresWriter(compiler, asked, period) };
    const read = compiler.reader(type, part, own);
    const complete = completer(compiler, part.type, own);
    return { prefix, write: (slots, binding) => complete(read({ period: period(binding) }, binding), binding, slots) };
  });
  const write = objectText(parts);
  return (slots, binding) => {
    period(binding);
    return write(slots, binding);
  };
}

function figuresWriter(compiler: Compiler, { field, node, nodes }: AskedField, period: PeriodOf): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Unplanned("figures of no type");
  const args = argumentsOf<{ codes?: readonly string[] | null }>(field, node);
  const rows = new Shape("PublishedFigure", compiler.root.aliases);
  const everyColumn = Object.fromEntries(Object.keys(rows.table.columns).map((column) => [column, true]));
  const fill = buildSelection(rows, everyColumn);
  const write = figureWriter(compiler, rows, type, nodes);
  const slot = compiler.root.add(
    aggregated(rows, {
      where: [
        (binding) => {
          const { codes } = args(binding);
          return compileWhere("PublishedFigure", rows.alias, codes ? { code: { in: [...codes] } } : {}, binding.params);
        },
      ],
      order: `ORDER BY ${rows.alias}.id`,
      orderJoins: "",
    }),
  );
  const lives = livesOf(compiler, (binding) => args(binding).codes, period);
  return (_slots, binding) => {
    const values = lives(binding);
    const texts = ((parsed(binding.root[slot]) ?? []) as Slot[][]).flatMap((row) => {
      const published: LiveRow = {};
      fill(row, published);
      const definition = definitions[published.code as string];
      if (!definition) return [];
      const live = values.get(definition) ?? { value: null, records: 0, suppressed: null };
      const { schema } = compiler;
      // Every column of the model has just been filled in, as Prisma would give it.
      const figure = { published: published as unknown as PublishedFigure, definition, schema };
      return [write(row, { ...figure, period: period(binding), live: () => live }, binding)];
    });
    return `[${texts.join(",")}]`;
  };
}

/** The live values of the figures asked for: as many subqueries as there are analyses. */
function livesOf(
  compiler: Compiler,
  codesOf: (binding: Binding) => readonly string[] | null | undefined,
  period: PeriodOf,
) {
  const plans = (binding: Binding): FigurePlan[] => {
    const codes = codesOf(binding) ?? Object.keys(definitions);
    const asked = [...new Set(codes)].flatMap((code) => definitions[code] ?? []);
    return planFigures(binding.context.viewer, compiler.schema, asked, period(binding));
  };
  const lives = remembered(compiler, {
    pieces: [
      (binding) => {
        const parts = binding.once(plans).map(({ sql }) => `(${sql(binding.params)})`);
        return `json_build_array(${parts.join(",\n")})`;
      },
    ],
    dependsOn: (binding) => ["fact sheet", codesOf(binding), period(binding)],
    read([given], binding): ReadonlyMap<FigureDefinition, Live> {
      const raw = parsed(given) as unknown[];
      return new Map(binding.once(plans).flatMap(({ read }, i) => [...read(raw[i])]));
    },
  });
  return lives.value;
}

const ofProgramme = new WeakMap<Compiler, (binding: Binding) => ReadonlyMap<FigureDefinition, Live>>();

/** The figures by which indicators are measured, over the whole programme: asked for once, however many fields want them. */
export function programmeFigures(compiler: Compiler) {
  const known = ofProgramme.get(compiler);
  if (known) return known;
  const codes = Object.entries(definitions).flatMap(([code, { indicators }]) => (indicators ? [code] : []));
  const lives = livesOf(
    compiler,
    () => codes,
    () => PROGRAMME,
  );
  ofProgramme.set(compiler, lives);
  return lives;
}

type FigureWriter = (row: readonly Slot[], figure: FigureShape, binding: Binding) => string;

function figureWriter(
  compiler: Compiler,
  rows: Shape,
  type: GraphQLObjectType,
  nodes: AskedField["nodes"],
): FigureWriter {
  const parts = compiler
    .fieldsOf(type, nodes)
    .map(({ key, field, nodes: own }): { prefix: string; write: FigureWriter } => {
      const prefix = prefixOf(key);
      if (!field) return { prefix, write: () => JSON.stringify(type.name) };
      compiler.checkShown(type, field.name);
      const named = getNamedType(field.type);
      if (field.name === "source" && isObjectType(named)) {
        const source = objectWriter(compiler, rows.one("source").shape, named, own);
        return { prefix, write: (row, _figure, binding) => source(row, binding) };
      }
      const read = compiler.reader(type, field, own);
      const complete = completer(compiler, field.type, own);
      return { prefix, write: (row, figure, binding) => complete(read(figure, binding), binding, row) };
    });
  return objectText(parts);
}
