/**
 * Disclosure control: which totals may be told without telling, directly or by arithmetic, of fewer families than a threshold.
 *
 * The records are cut into atoms, by place and by slice: the values of the dimensions that the totals are narrowed by. Slices too
 * small for the threshold are put together, then, within each, places that are too small: first with neighbours of their
 * province, then of their region, then of the country. Places that any slice puts together form a block, and so do those that
 * any of the coarser tables, with fewer dimensions, puts together. A total may be told if it takes blocks and slices whole:
 * whatever is then added to or taken from whatever else is made of groups that are all large enough.
 */
export interface Atom {
  place: number;
  province: number | string;
  region: number;
  /** One value for each dimension. */
  slice: readonly string[];
  /** Records of families in the atom. */
  records: number;
  /** The families, where they are fewer than the threshold; else undefined. */
  families: readonly number[] | undefined;
}

/** What an atom can only be taken with. */
export interface Grouping {
  /** Name of the block of places. */
  block: number;
  /** Name of the slices that are put together; undefined where even all together are too few. */
  slice: string | undefined;
}

export function groupAtoms<A extends Atom>(atoms: readonly A[], threshold: number): Map<A, Grouping> {
  const blocks = new Sets();
  const dimensions = atoms[0]?.slice.map((_value, index) => index) ?? [];
  for (const kept of subsets(dimensions)) {
    const table = atoms.map((atom) => ({ ...atom, slice: kept.map((index) => atom.slice[index] ?? "") }));
    mergePlaces(blocks, table, mergeSlices(table, threshold), threshold);
  }
  const slices = mergeSlices(atoms, threshold);
  return new Map(
    atoms.map((atom) => [atom, { block: blocks.find(atom.place), slice: slices.get(nameOf(atom.slice)) }]),
  );
}

const nameOf = (slice: readonly string[]): string => JSON.stringify(slice);

function subsets<T>(items: readonly T[]): T[][] {
  const found: T[][] = [[]];
  for (const item of items) found.push(...found.map((subset) => [...subset, item]));
  return found;
}

/** Families and records of several atoms together. */
class Group {
  readonly places: Set<number> = new Set();
  readonly slices: Set<string> = new Set();
  readonly #threshold: number;
  /** undefined once there are enough. */
  #families: Set<number> | undefined = new Set();
  #records = 0;

  constructor(atoms: readonly Atom[], threshold: number) {
    this.#threshold = threshold;
    for (const { place, slice, records, families } of atoms) {
      this.places.add(place);
      this.slices.add(nameOf(slice));
      this.#records += records;
      this.#include(families);
    }
  }

  get records(): number {
    return this.#records;
  }

  get isLarge(): boolean {
    return this.#families === undefined;
  }

  absorb(other: Group): void {
    for (const place of other.places) this.places.add(place);
    for (const slice of other.slices) this.slices.add(slice);
    this.#records += other.#records;
    this.#include(other.#families);
  }

  #include(families: Iterable<number> | undefined): void {
    if (families === undefined) this.#families = undefined;
    for (const family of families ?? []) this.#families?.add(family);
    if (this.#families && this.#families.size >= this.#threshold) this.#families = undefined;
  }
}

interface Merged {
  large: Group[];
  /** What could not be made large. */
  rest: Group | undefined;
}

/** Puts small groups together, in order, until each is large; what is left joins the smallest large one, if there is one. */
function merge(groups: readonly Group[]): Merged {
  const large = groups.filter((group) => group.isLarge);
  let rest: Group | undefined;
  for (const group of groups) {
    if (group.isLarge) continue;
    if (rest) rest.absorb(group);
    else rest = group;
    if (rest.isLarge) {
      large.push(rest);
      rest = undefined;
    }
  }
  const [first, ...others] = large;
  if (!rest || !first) return { large, rest };
  others.reduce((least, group) => (group.records < least.records ? group : least), first).absorb(rest);
  return { large, rest: undefined };
}

/** From each slice to the one that stands for all it is put together with; from none when all together are too few. */
function mergeSlices(atoms: readonly Atom[], threshold: number): Map<string, string> {
  const slices = [...Map.groupBy(atoms, ({ slice }) => nameOf(slice))]
    .map(([name, members]) => ({ name, group: new Group(members, threshold) }))
    .sort((a, b) => a.group.records - b.group.records || (a.name < b.name ? -1 : 1));
  const { large } = merge(slices.map(({ group }) => group));
  return new Map(
    large.flatMap(({ slices: names }) => {
      const [representative = ""] = names;
      return [...names].map((name) => [name, representative] as const);
    }),
  );
}

function mergePlaces(blocks: Sets, atoms: readonly Atom[], slices: Map<string, string>, threshold: number): void {
  const bySlice = Map.groupBy(atoms, ({ slice }) => slices.get(nameOf(slice)));
  bySlice.delete(undefined);
  for (const slice of bySlice.values()) {
    const levels: Level[] = [({ region }) => region, ({ province }) => province, ({ place }) => place];
    for (const { places } of mergeTree(slice, levels, threshold).large) blocks.unite(places);
  }
}

type Level = (atom: Atom) => number | string;

/** Merges at the lowest level first; what a level cannot make large is left to the one above. */
function mergeTree(atoms: readonly Atom[], [level, ...below]: readonly Level[], threshold: number): Merged {
  if (!level) return merge([new Group(atoms, threshold)]);
  const parts = [...Map.groupBy(atoms, level).values()].map((part) => mergeTree(part, below, threshold));
  return merge(parts.flatMap(({ large, rest }) => (rest ? [...large, rest] : large)));
}

/** Disjoint sets of places. */
class Sets {
  readonly #parents = new Map<number, number>();

  find(place: number): number {
    let root = place;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    if (root !== place) this.#parents.set(place, root);
    return root;
  }

  unite(places: Iterable<number>): void {
    let first: number | undefined;
    for (const place of places) {
      const root = this.find(place);
      if (first === undefined) first = root;
      else if (root !== first) this.#parents.set(root, first);
    }
  }
}
