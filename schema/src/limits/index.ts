export { costOf, LIST_SIZE, type NotePart, type OperationCost, TOTALS_COST } from "./cost.ts";
export { checkCost, checkShape, defaultLimits, type Limits, limitError } from "./limits.ts";
export { type DocumentShape, shapeOf } from "./shape.ts";
export { type CostPart, type WorstCase, worstCaseOf } from "./worst-case.ts";
