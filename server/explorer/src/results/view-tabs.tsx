import { type KeyboardEvent, useRef } from "react";
import { useLanguage } from "../language/language.ts";
import { type View, views } from "./views.ts";

/** Tabs as assistive technology knows them: one stop for Tab, the arrows go from one to the next. */
export function ViewTabs({ view, onView }: { view: View; onView(view: View): void }) {
  const { say } = useLanguage();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const at = views.indexOf(view);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + views.length,
      Home: 0,
      End: views.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : views[step % views.length];
    if (!next) return;
    event.preventDefault();
    onView(next);
    list.current?.querySelector<HTMLElement>(`#results-${next}`)?.focus();
  }

  return (
    <div className="views" role="tablist" aria-label={say("results")} ref={list} onKeyDown={move}>
      {views.map((each) => (
        <button
          key={each}
          id={`results-${each}`}
          type="button"
          role="tab"
          aria-selected={each === view}
          aria-controls={each === view && view !== "json" ? "results-panel" : undefined}
          tabIndex={each === view ? 0 : -1}
          onClick={() => onView(each)}
        >
          {say(each)}
        </button>
      ))}
    </div>
  );
}
