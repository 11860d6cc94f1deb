/* Single choice. The key is read from the disclosure that works without a script. */
import { another } from "./ring.js";

const inputs = (root) => [...root.querySelectorAll("input")];
const entry = (root, id) => root.querySelector(`.an-key [data-option="${CSS.escape(id)}"]`);

/** Ids of the chosen options. */
export const answer = (root) => inputs(root).filter((input) => input.checked).map((input) => input.value);

/** `right` or `wrong`; null when that is not an answer to this item. */
export function judge(root, chosen) {
  const found = chosen.length === 1 && entry(root, chosen[0]);
  return found ? ("correct" in found.dataset ? "right" : "wrong") : null;
}

/** What the right option of an answered item says. */
export const key = (root) => root.querySelector(".is-right .say").textContent;

function span(name, ...content) {
  const node = document.createElement("span");
  node.className = name;
  node.append(...content);
  return node;
}

/** Shows the reason of every option in its place. */
export function reveal(root, chosen, words) {
  for (const input of inputs(root)) {
    const row = input.closest(".an-opt");
    const about = entry(root, input.value);
    const mine = chosen.includes(input.value);
    const good = "correct" in about.dataset;
    input.checked = mine;
    input.disabled = true;
    row.classList.add("done");
    row.classList.toggle("is-right", good);
    row.classList.toggle("is-wrong", mine && !good);
    row.querySelector(".key").replaceWith(another(root.querySelector(".ring"), good ? "right" : mine ? "wrong" : "new"));
    row.append(
      span("tag", [mine && words.yours, good && words.key].filter(Boolean).join(" · ") || words.other),
      span("why", ...about.querySelector(".why").cloneNode(true).childNodes),
    );
  }
}

/** Takes all of that back. */
export function conceal(root) {
  inputs(root).forEach((input, index) => {
    const row = input.closest(".an-opt");
    if (input.disabled) input.checked = input.disabled = false;
    row.classList.remove("done", "is-right", "is-wrong");
    row.querySelectorAll(".tag, .why").forEach((node) => node.remove());
    const letter = span("key", "ABCDE"[index]);
    letter.setAttribute("aria-hidden", "true");
    row.querySelector(".ring")?.replaceWith(letter);
  });
}
