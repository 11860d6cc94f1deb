/* Turn by turn. Every option of every turn is a radio button with the value "turn=option"; the verdict is on all turns at once. */
import { entry, share } from "./parts.js";
import { chosen, conceal as hide, reveal as show } from "./options.js";

const turns = (root) => [...root.querySelectorAll(".an-turns > li")];

/** One "turn=option" for each turn that has an answer. */
export const answer = chosen;

/** By how many turns are right; null unless each turn has exactly one known option. */
export function judge(root, ids) {
  const found = ids.map((id) => entry(root, id));
  const answered = turns(root).every((turn) => ids.filter((id) => turn.querySelector(`[value="${CSS.escape(id)}"]`)).length === 1);
  if (found.includes(null) || !answered || ids.length !== turns(root).length) return null;
  return share(found.filter((one) => "correct" in one.dataset).length, ids.length);
}

/** What the right options say, turn by turn. */
export const key = (root) => [...root.querySelectorAll(".an-turns .is-right .say")].map((say) => say.textContent).join(" → ");

/* A turn is there once the one before it has an answer, and all of them once there is a verdict. */
function follow(root) {
  let open = true;
  for (const turn of turns(root)) {
    turn.hidden = !open;
    open &&= turn.matches(":has(:checked, .done)");
  }
}

/** Shows one turn after the other. */
export function prepare(root) {
  root.addEventListener("change", () => follow(root));
}

/** Shows every turn with its reasons. */
export function reveal(root, ids) {
  show(root, ids);
  follow(root);
}

/** Takes all of that back. */
export function conceal(root) {
  hide(root);
  follow(root);
}
