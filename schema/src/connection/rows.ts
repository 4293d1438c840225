import type { Prisma, PrismaClient } from "@chacra/prisma";
import { getDatamodel } from "@chacra/prisma/pothos";

/** A row as Prisma gives it back; the selection decides what is in it. */
export type Row = Record<string, unknown>;
export type ModelName = Prisma.ModelName;

/** The calls that a connection makes on any model. */
export interface ModelDelegate {
  findMany(args: object): Promise<Row[]>;
  findUnique(args: object): Promise<Row | null>;
  aggregate(args: object): Promise<Row & Totals>;
  groupBy(args: object): Promise<(Row & Totals)[]>;
}

/** What Prisma answers to `_count` and `_sum`. */
export interface Totals {
  _count: { _all: number };
  _sum?: Record<string, Prisma.Decimal | number | null>;
}

export function delegate(prisma: PrismaClient, model: ModelName): ModelDelegate {
  return Reflect.get(prisma, model.charAt(0).toLowerCase() + model.slice(1)) as ModelDelegate;
}

const { models } = getDatamodel().datamodel;

/** The foreign key by which the rows of a to-many relation point at their parent. */
export function foreignKey(parent: ModelName, relation: string): { child: ModelName; column: string } {
  const field = models[parent]?.fields.find(({ name }) => name === relation);
  const back = models[field?.type ?? ""]?.fields.find(
    (other) => other.relationName === field?.relationName && other.relationFromFields?.length,
  );
  const column = back?.relationFromFields?.[0];
  if (!field || !column) throw new Error(`${parent}.${relation} is not a to-many relation of the Prisma model.`);
  return { child: field.type as ModelName, column };
}

export function hasRelation(model: ModelName, relation: string): boolean {
  return models[model]?.fields.some(({ name }) => name === relation) ?? false;
}

/** The fields of a model that may have no value. */
export function optionalFields(model: string): Set<string> {
  return new Set(models[model]?.fields.filter(({ isRequired }) => !isRequired).map(({ name }) => name));
}
