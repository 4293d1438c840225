import { expect, test } from "vitest";
import { matching, readQuestion } from "./questions.ts";

const cacao = readQuestion(
  "gallery/crops/04-cacao.graphql",
  "# In which regions does cacao yield\n# the most?\n# Según las cosechas, ¿en qué región rinde\n# más el cacao?\nquery Cacao {\n  # not this\n  x\n}\n",
);
const training = readQuestion(
  "training/01-sex.graphql",
  "# Who is trained?\n# ¿A quién se capacita?\nquery Sex { trainings }\n",
);

test("a question is read from the comment above it, in both languages", () => {
  expect(cacao).toMatchObject({
    theme: "crops",
    file: "04-cacao.graphql",
    title: {
      en: "In which regions does cacao yield the most?",
      es: "Según las cosechas, ¿en qué región rinde más el cacao?",
    },
  });
});

test.each([
  ["", [cacao, training]],
  ["REGION cacao", [cacao]],
  ["segun", [cacao]],
  ["trainings", [training]],
  ["cacao trained", []],
])("the filter %j finds what has all its words, whatever the accents", (filter, found) => {
  expect(matching([cacao, training], filter)).toEqual(found);
});
