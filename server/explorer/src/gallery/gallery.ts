import themeNames from "../../gallery/themes.json";
import { type Question, readQuestion } from "./questions.ts";

const files = import.meta.glob<string>("../../gallery/*/*.graphql", { query: "?raw", import: "default", eager: true });

/** All questions, in the order of their themes and file names. */
export const themes: readonly { folder: string; en: string; es: string; questions: Question[] }[] = themeNames.map(
  (theme) => ({
    ...theme,
    questions: Object.entries(files)
      .map(([path, query]) => readQuestion(path, query))
      .filter((question) => question.theme === theme.folder)
      .sort((a, b) => a.file.localeCompare(b.file)),
  }),
);

/** What a newcomer finds in the editor. */
export const firstQuestion: Question | undefined = themes[0]?.questions[0];
