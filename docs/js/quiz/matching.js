/* Matching: one list of answers in each row. */
import { keyed, words } from "./parts.js";
import * as lines from "./rows.js";

const list = (row) => row.querySelector("select");
const name = (row, value) => [...list(row).options].find((option) => option.value === value).textContent;
const label = (root, id) => root.querySelector(`.an-row[data-option="${CSS.escape(id)}"]`);

/** "entry=answer" for each list in which something is chosen. */
export const answer = (root) => lines.entered(root, (row) => list(row).value);

/** Every pair. */
export const key = (root) => keyed(root).map((id) => `${label(root, id).querySelector(".say").textContent} → ${name(label(root, id), id)}`).join(words.and);

export function reveal(root, given) {
  lines.reveal(root, given, (row, value) => Object.assign(list(row), { value, disabled: true }), name);
}

export function conceal(root) {
  for (const row of lines.rows(root)) {
    if (list(row).disabled) Object.assign(list(row), { value: "", disabled: false });
    lines.unmark(row);
  }
}

export { judge, said, whole } from "./rows.js";
