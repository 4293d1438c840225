import type { ReactNode } from "react";

interface Props {
  id: string;
  title: ReactNode;
  /** How much room it takes, by the classes of the style sheet. */
  kind?: string;
  children: ReactNode;
}

export function Card({ id, title, kind = "", children }: Props) {
  return (
    <section className={`card ${kind}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
