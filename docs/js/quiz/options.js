/* Options to choose from, as radio buttons or check boxes: what is chosen, and the reason of each in its place. */
import { another } from "./ring.js";
import { copies, entry, letter, make, words } from "./parts.js";

const inputs = (root) => [...root.querySelectorAll(".an-opt input")];

/** Ids of the chosen options. */
export const chosen = (root) => inputs(root).filter((input) => input.checked).map((input) => input.value);

/** Shows the reason of every option that has one. An option is right when the key says so. */
export function reveal(root, ids) {
  for (const input of inputs(root)) {
    const row = input.closest(".an-opt");
    const about = entry(root, input.value);
    const mine = ids.includes(input.value);
    const good = Boolean(about && "correct" in about.dataset);
    input.checked = mine;
    input.disabled = true;
    row.classList.add("done");
    row.classList.toggle("is-right", good);
    row.classList.toggle("is-wrong", mine && !good);
    row.querySelector(".key").replaceWith(another(root.querySelector(".ring"), good ? "right" : mine ? "wrong" : "new"));
    row.append(
      make("span", "tag", [mine && words.yours, good ? words.key : mine && words.wrong].filter(Boolean).join(" · ") || words.other),
      ...(about ? [make("span", "why", ...copies(about.querySelector(".why")))] : []),
    );
  }
}

/** Takes all of that back. */
export function conceal(root) {
  for (const input of inputs(root)) {
    const row = input.closest(".an-opt");
    if (input.disabled) input.checked = input.disabled = false;
    row.classList.remove("done", "is-right", "is-wrong");
    row.querySelectorAll(".tag, .why").forEach((node) => node.remove());
    const key = make("span", "key");
    key.setAttribute("aria-hidden", "true");
    row.querySelector(".ring")?.replaceWith(key);
  }
  for (const list of root.querySelectorAll(".an-opts[data-shuffle]")) letter(list);
}
