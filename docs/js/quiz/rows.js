/* Rows with an answer each, kept as "entry=value": what is entered, the verdict on each row, and its reason in place. */
import { another } from "./ring.js";
import { copies, entry, make, share, words } from "./parts.js";

export const rows = (root) => [...root.querySelectorAll(".an-row")];

/** The answers of the rows that have one; `value(row)` gives it. */
export const entered = (root, value) => rows(root).map((row) => [row.dataset.option, value(row)]).filter(([, one]) => one).map((pair) => pair.join("="));

/* The answers by entry; null when one is unknown or stands twice. */
function given(root, answer) {
  const found = new Map();
  for (const one of answer) {
    const [id, value, more] = one.split("=");
    const row = rows(root).find((other) => other.dataset.option === id);
    if (!row || !value || more !== undefined || found.has(id) || !row.querySelector(`[value="${CSS.escape(value)}"]`)) return null;
    found.set(id, value);
  }
  return found;
}

/** The verdict: a row without an answer counts as wrong. Null for what is no answer to this item. */
export function judge(root, answer) {
  const found = given(root, answer);
  if (!found?.size) return null;
  return share([...found].filter(([id, value]) => entry(root, id).dataset.answer === value).length, rows(root).length);
}

/** True when every row has an answer. */
export const whole = (root, answer) => answer.length === rows(root).length;

/** How many rows are right: the key itself stands in the rows. */
export const said = (root, state) => state === "right" ? null : words.said_rows
  .replace("{state}", words[state]).replace("{all}", rows(root).length).replace("{right}", root.querySelectorAll(".an-row.is-right").length);

/** Marks a row as `right`, `wrong` or `new` and adds tag and reason to it, or at `place`. */
export function mark(root, row, state, tag, place = row) {
  row.classList.add("done", `is-${state}`);
  place.prepend(another(root.querySelector(".ring"), state));
  place.append(make("span", "why", make("b", "tag", tag), " ", ...copies(entry(root, row.dataset.option).querySelector(".why"))));
}

/** Marks every row. `fill(row, value)` enters the reader's answer, `name(row, value)` says one, `place(row)` makes room. */
export function reveal(root, answer, fill, name, place = (row) => row) {
  const found = given(root, answer);
  for (const row of rows(root)) {
    const mine = found.get(row.dataset.option) ?? "";
    const key = entry(root, row.dataset.option).dataset.answer;
    const state = !mine ? "new" : mine === key ? "right" : "wrong";
    fill(row, mine);
    const solution = `${words.key}: ${name(row, key)}`;
    mark(root, row, state, { right: words.right, wrong: `${words.wrong} · ${solution}`, new: solution }[state], place(row));
  }
}

/** Takes marks, tag and reason back. */
export function unmark(row) {
  row.classList.remove("done", "is-right", "is-wrong", "is-new");
  row.querySelectorAll(".ring, .why").forEach((node) => node.remove());
}
