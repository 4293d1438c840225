/** A length beside its figure. What it says stands in words next to it. */
export function Bar({ share, kind = "" }: { share: number; kind?: string }) {
  return (
    <span className="bar" aria-hidden="true">
      <span className={kind} style={{ inlineSize: `${Math.max(0.5, share * 100)}%` }} />
    </span>
  );
}
