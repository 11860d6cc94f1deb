/* Multiple choice. Every option counts: marked when right, left alone when wrong. */
import { entry, words } from "./parts.js";
import { chosen, conceal, reveal } from "./options.js";

/** Ids of the marked options. */
export const answer = chosen;

/** `right` for the whole key, `partial` when more right than wrong options are marked; null when none is, or one is unknown. */
export function judge(root, ids) {
  const found = ids.map((id) => entry(root, id));
  if (!found.length || found.includes(null) || new Set(ids).size < ids.length) return null;
  const keys = root.querySelectorAll(".an-key [data-correct]").length;
  const hits = found.filter((one) => "correct" in one.dataset).length;
  const slips = found.length - hits;
  if (hits === keys && !slips) return "right";
  return hits > slips ? "partial" : "wrong";
}

/** What the right options of an answered item say. */
export const key = (root) => [...root.querySelectorAll(".is-right .say")].map((say) => say.textContent).join(words.and);

export { conceal, reveal };
