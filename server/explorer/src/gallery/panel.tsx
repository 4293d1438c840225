import { type GraphiQLPlugin, useGraphiQL } from "@graphiql/react";
import { useId, useState } from "react";
import { useLanguage } from "../language/language.ts";
import { LanguageSwitch } from "../language/switch.tsx";
import { themes } from "./gallery.ts";
import { matching, type Question } from "./questions.ts";
import { useOpenQuestion } from "./use-open-question.ts";

function Gallery() {
  const { language, say } = useLanguage();
  const [filter, setFilter] = useState("");
  const openQuestion = useOpenQuestion();
  const current = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  const found = themes
    .map((theme) => ({ ...theme, questions: matching(theme.questions, filter) }))
    .filter(({ questions }) => questions.length > 0);
  return (
    <section className="gallery" aria-label={say("gallery")}>
      <header>
        <h2>{say("gallery")}</h2>
        <LanguageSwitch />
      </header>
      <p className="hint">{say("galleryHint")}</p>
      <input
        type="search"
        value={filter}
        placeholder={say("filter")}
        aria-label={say("filter")}
        onChange={({ target }) => setFilter(target.value)}
      />
      {found.length === 0 && <p role="status">{say("noQuestion")}</p>}
      {found.map(({ folder, questions, ...name }) => (
        <Theme key={folder} name={name[language]} questions={questions} current={current} onChoose={openQuestion} />
      ))}
    </section>
  );
}

function Theme(props: {
  name: string;
  questions: Question[];
  current: string | null | undefined;
  onChoose(question: Question): void;
}) {
  const { language } = useLanguage();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{props.name}</h3>
      <ul>
        {props.questions.map((question) => (
          <li key={question.file}>
            <button
              type="button"
              aria-current={question.query === props.current ? "true" : undefined}
              onClick={() => props.onChoose(question)}
            >
              {question.title[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GalleryIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round">
      <title>Questions · Preguntas</title>
      <path d="M4 5.500C7 4.500 10 4.700 12 6.500c2-1.800 5-2 8-1v13c-3-1-6-.8-8 1-2-1.800-5-2-8-1z" />
      <path d="M12 6.500v13" strokeLinecap="round" />
    </svg>
  );
}

/** The gallery beside the editor. Its title is also the name under which the page remembers that it is open. */
export const galleryPlugin: GraphiQLPlugin = {
  title: "Questions · Preguntas",
  icon: GalleryIcon,
  content: Gallery,
};
