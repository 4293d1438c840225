import { defaultLimits } from "../../../schema/src/limits/limits.ts";
import { ChacraCodegenError } from "./codegen-error.ts";
import type { DocumentCost } from "./costs.ts";

/**
 * What `presetConfig` may hold beside {@link chacraPreset}.
 *
 * @example
 * ```ts
 * import type { ChacraPresetConfig } from "@chacra/sdk/codegen";
 *
 * const presetConfig: ChacraPresetConfig = { budget: 2_000, budgets: { EveryFarm: 20_000 } };
 * ```
 */
export interface ChacraPresetConfig {
  /**
   * How many objects a document may cost at most; one that could cost more fails the build.
   *
   * @defaultValue 50000, which is what a server allows unless its operator says otherwise
   */
  budget?: number;
  /** Other budgets, by the names of operations. */
  budgets?: Readonly<Record<string, number>>;
  /**
   * `"id"` leaves the texts of operations out of the generated file, for servers on which `documents.json` is registered. `pages`,
   * the cache and parsed scalars need the texts.
   *
   * @defaultValue "text"
   */
  documents?: "text" | "id";
  /**
   * Gets what each document costs, before budgets are looked at.
   *
   * @defaultValue prints it
   */
  report?: (costs: readonly DocumentCost[]) => void;
}

const options: Record<keyof ChacraPresetConfig, (value: unknown) => boolean> = {
  budget: isBudget,
  budgets: (value) => typeof value === "object" && value !== null && Object.values(value).every(isBudget),
  documents: (value) => value === "text" || value === "id",
  report: (value) => typeof value === "function",
};

function isBudget(value: unknown): boolean {
  return typeof value === "number" && value >= 0;
}

/** @throws {ChacraCodegenError} `BAD_OPTION` for an option that there is not, or cannot be so */
export function checkedConfig(given: ChacraPresetConfig): ChacraPresetConfig & { budget: number } {
  for (const [name, value] of Object.entries(given)) {
    const fits = Object.hasOwn(options, name) ? options[name as keyof ChacraPresetConfig] : undefined;
    if (!fits) {
      const names = Object.keys(options).join(", ");
      throw new ChacraCodegenError("BAD_OPTION", `presetConfig has no option ${name}; there are ${names}.`);
    }
    if (value !== undefined && !fits(value)) {
      throw new ChacraCodegenError("BAD_OPTION", `presetConfig.${name} cannot be ${JSON.stringify(value)}.`);
    }
  }
  return { ...given, budget: given.budget ?? defaultLimits.cost };
}
