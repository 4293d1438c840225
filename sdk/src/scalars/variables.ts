/** Variables as the server takes them: decimals of a library in digits, for as JSON they may have an exponent. */
export function plainDecimals<Value>(value: Value): Value;
export function plainDecimals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => plainDecimals(item));
  if (typeof value !== "object" || value === null) return value;
  if ("toFixed" in value && typeof value.toFixed === "function") return value.toFixed();
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainDecimals(inner)]));
}
