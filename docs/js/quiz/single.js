/* Single choice. The key is read from the disclosure that works without a script. */
import { entry } from "./parts.js";
import { chosen, conceal, reveal } from "./options.js";

/** Ids of the chosen options. */
export const answer = chosen;

/** `right` or `wrong`; null when that is not an answer to this item. */
export function judge(root, ids) {
  const found = ids.length === 1 && entry(root, ids[0]);
  return found ? ("correct" in found.dataset ? "right" : "wrong") : null;
}

/** What the right option of an answered item says. */
export const key = (root) => root.querySelector(".is-right .say").textContent;

export { conceal, reveal };
