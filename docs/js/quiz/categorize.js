/* Categorize: a row of radio buttons for each entry. */
import { entry, make, words } from "./parts.js";
import * as lines from "./rows.js";

const inputs = (row) => [...row.querySelectorAll("input")];
const name = (row, value) => inputs(row).find((input) => input.value === value).nextElementSibling.textContent;

/** "entry=category" for each entry that is put into one. */
export const answer = (root) => lines.entered(root, (row) => inputs(row).find((input) => input.checked)?.value);

/** Every entry with its category. */
export const key = (root) => lines.rows(root)
  .map((row) => `${row.querySelector(".say").textContent} → ${name(row, entry(root, row.dataset.option).dataset.answer)}`).join(words.and);

function fill(row, value) {
  for (const input of inputs(row)) {
    Object.assign(input, { checked: input.value === value, disabled: true });
    input.closest("td").classList.toggle("mine", input.checked);
  }
}

/* A row of its own below the entry, over all columns. */
function place(row) {
  const cell = make("td");
  cell.colSpan = row.cells.length;
  row.after(make("tr", "an-about", cell));
  return cell;
}

export function reveal(root, given) {
  lines.reveal(root, given, fill, name, place);
  for (const row of lines.rows(root)) {
    for (const input of inputs(row)) input.closest("td").classList.toggle("good", input.value === entry(root, row.dataset.option).dataset.answer);
  }
}

export function conceal(root) {
  for (const row of lines.rows(root)) {
    for (const input of inputs(row)) if (input.disabled) input.checked = input.disabled = false;
    for (const cell of row.cells) cell.classList.remove("mine", "good");
    lines.unmark(row);
  }
  root.querySelectorAll(".an-about").forEach((row) => row.remove());
}

export { judge, said, whole } from "./rows.js";
