/* Single choice: reading, judging and explaining. The key is read from the disclosure that works without a script. */
import { make } from "./ring.js";

const inputs = (root) => [...root.querySelectorAll("input[type=radio]")];
const keys = (root) => [...root.querySelectorAll(".an-key [data-correct]")].map((entry) => entry.dataset.option);

/** Ids of the chosen options. */
export const answer = (root) => inputs(root).filter((input) => input.checked).map((input) => input.value);

/** `right` or `wrong`. */
export const judge = (root, chosen) => (keys(root).includes(chosen[0]) ? "right" : "wrong");

/** What the right option says. */
export const key = (root) => root.querySelector(`.an-opt[data-option="${CSS.escape(keys(root)[0])}"] .say`).textContent;

/** Shows the reason of every option in its place. */
export function reveal(root, chosen, words) {
  const right = keys(root);
  for (const input of inputs(root)) {
    const row = input.closest(".an-opt");
    const mine = chosen.includes(input.value);
    const good = right.includes(input.value);
    input.checked = mine;
    input.disabled = true;
    row.classList.add("done");
    row.classList.toggle("is-right", good);
    row.classList.toggle("is-wrong", mine && !good);
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = [good && words.key, mine && words.yours].filter(Boolean).join(" · ") || words.other;
    const why = document.createElement("span");
    why.className = "why";
    const reason = root.querySelector(`.an-key [data-option="${CSS.escape(input.value)}"] .why`);
    why.append(...reason.cloneNode(true).childNodes);
    row.querySelector(".key").replaceWith(make(good ? "right" : mine ? "wrong" : "new", 22));
    row.append(tag, why);
  }
}

/** Takes all of that back. */
export function conceal(root) {
  inputs(root).forEach((input, index) => {
    const row = input.closest(".an-opt");
    input.checked = false;
    input.disabled = false;
    row.classList.remove("done", "is-right", "is-wrong");
    row.querySelectorAll(".tag, .why").forEach((node) => node.remove());
    const ring = row.querySelector(".ring");
    if (!ring) return;
    const letter = document.createElement("span");
    letter.className = "key";
    letter.setAttribute("aria-hidden", "true");
    letter.textContent = "ABCDE"[index];
    ring.replaceWith(letter);
  });
}
