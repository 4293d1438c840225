import type { OwnFragment } from "./documents.ts";

/** What a fragment is called, to typescript-operations, where a condition decides whether it is asked for. */
export const ifAsked = (name: string): string => `${name}_IfAsked`;

/**
 * Types whose fragments are masked as typescript-operations does it, with the masks of `graphql()` in their place: one function
 * reads both.
 */
export function withOurMasks(content: string, fragments: readonly OwnFragment[]): string {
  const masked = content
    .replace(/\{ ' \$fragmentRefs'\?: \{ (.*?) \} \}/g, (_, refs: string) =>
      [...refs.matchAll(/'([^']+)': /g)].map(([, type = ""]) => refOf(type, fragments)).join(" & "),
    )
    .replace(/ & \{ ' \$fragmentName'\?: '[^']+' \}/g, "");
  if (masked.includes("' $fragment")) {
    throw new Error(
      "This version of @graphql-codegen/typescript-operations masks fragments in a way that is not known.",
    );
  }
  return masked;
}

/** A fragment on an interface or union has a type for each object: its own with that one's name behind it. */
function refOf(type: string, fragments: readonly OwnFragment[]): string {
  const candidates = fragments.filter((fragment) => type === fragment.type || type.startsWith(`${fragment.type}_`));
  const [fragment] = candidates.sort((one, other) => other.type.length - one.type.length);
  if (!fragment) throw new Error(`No fragment has the type ${type}.`);
  const ref = `FragmentRef<"${fragment.name}", "${fragment.on}">`;
  return `${type}_`.startsWith(`${ifAsked(fragment.type)}_`) ? `(${ref} | object)` : ref;
}
