/* Above several items: how many are answered, and a way to try only the missed ones again. */
import * as store from "../store.js";
import { make, words } from "./parts.js";

const FROM = 3;

export function bar(quiz, items) {
  if (items.length < FROM) return;
  const count = make("p", "");
  count.setAttribute("role", "status");
  const button = make("button", "an-btn");
  button.type = "button";
  const whole = make("div", "an-quiz__bar", count, button);
  let only = null; // the items that are being tried again

  const state = (item) => item.root.dataset.state;
  const missed = () => items.filter((item) => ["wrong", "partial"].includes(state(item)));

  function show() {
    const done = items.filter((item) => item.answered).length;
    const right = items.filter((item) => state(item) === "right").length;
    const line = words.bar.replace("{done}", done).replace("{all}", items.length).replace("{right}", right);
    if (count.textContent !== line) count.textContent = line;
    const some = missed().length;
    button.hidden = !only && !some;
    button.textContent = only ? words.show_all : words.retry.replace("{count}", some);
  }

  button.addEventListener("click", () => {
    only = only ? null : missed();
    for (const item of items) item.root.hidden = Boolean(only && !only.includes(item));
    only?.forEach((item) => item.again());
    show();
    if (only) only[0].root.querySelector(".stem ~ * :is(input, select, button)")?.focus();
    else button.focus();
  });
  store.watch(() => queueMicrotask(show));
  quiz.prepend(whole);
  show();
}
