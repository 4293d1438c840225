/** What a resolver asks of the executor, or of what has been worked out beforehand. */
type Need = "schema" | "figures";

/**
 * Says that a resolver asks for nothing beside its object, its arguments, the viewer and these: so that whoever answers in another way may
 * call it.
 */
export const needing = (...chacraNeeds: Need[]) => ({ chacraNeeds });

/** What the resolver of a field needs; undefined where it does not say. */
export function needsOf({ extensions }: { extensions: object }): readonly Need[] | undefined {
  return (extensions as { chacraNeeds?: readonly Need[] }).chacraNeeds;
}
