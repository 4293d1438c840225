import type { Language } from "../language/texts.ts";

/** A prepared question: an operation under a comment that says it in both languages. */
export interface Question {
  /** The folder of the gallery that it lies in. */
  theme: string;
  file: string;
  query: string;
  title: Readonly<Record<Language, string>>;
}

/** Reads a file of the gallery, by its path as `families/01-poverty-by-region.graphql`. */
export function readQuestion(path: string, query: string): Question {
  const [theme = "", file = ""] = path.split("/").slice(-2);
  const comment = query.split("\n").slice(
    0,
    query.split("\n").findIndex((line) => !line.startsWith("#")),
  );
  // English comes first and ends with its question mark at the end of a line.
  const end = comment.findIndex((line) => line.endsWith("?")) + 1;
  const text = (lines: string[]) => lines.map((line) => line.replace(/^# ?/, "")).join(" ");
  return { theme, file, query, title: { en: text(comment.slice(0, end)), es: text(comment.slice(end)) } };
}

/** The questions in which every word of the filter occurs, whatever the case and the accents. */
export function matching(questions: readonly Question[], filter: string): Question[] {
  const words = plain(filter)
    .split(/\s+/)
    .filter((word) => word !== "");
  return questions.filter(({ title, query }) => {
    const text = plain(`${title.en} ${title.es} ${query}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
