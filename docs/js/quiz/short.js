/* Short text. What counts as the key, and which slips have a reason of their own, stands folded in the key disclosure. */
import { fold } from "./fold.js";
import { answer, conceal, key, LONGEST, show } from "./typed.js";

const found = (root, typed) =>
  [...root.querySelectorAll(".an-key [data-accept]")].find((one) => one.dataset.accept.split(" ").includes(fold(typed)));

/** `right` or `wrong`; null when nothing, or nothing but marks, was typed. */
export function judge(root, given) {
  if (given.length !== 1 || given[0].length > LONGEST || !fold(given[0])) return null;
  return found(root, given[0])?.dataset.option === "key" ? "right" : "wrong";
}

/** Shows the key and why, and what is wrong with the answer. */
export function reveal(root, [typed = ""]) {
  show(root, typed, typed && found(root, typed), fold(typed) === fold(key(root)));
}

export { answer, conceal, key };
