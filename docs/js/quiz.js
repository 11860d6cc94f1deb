/* Makes the quiz items of a page answerable. Each is complete without this; the module of a type is loaded only where it is used. */
import { enliven } from "./quiz/item.js";
import { bar } from "./quiz/bar.js";

for (const quiz of document.querySelectorAll(".an-quiz")) {
  const roots = [...quiz.querySelectorAll(".an-q")];
  Promise.all(roots.map((root) => enliven(root))).then((items) => bar(quiz, items.filter(Boolean)));
}
