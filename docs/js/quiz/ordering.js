/* Ordering. Entries are moved by button, arrow key or drag; without a script each has a list of places. */
import { keyed, make, words } from "./parts.js";
import { mark, rows, unmark } from "./rows.js";

const list = (root) => root.querySelector(".an-order");
const text = (row) => row.querySelector(".say").textContent;
const find = (root, id) => rows(root).find((row) => row.dataset.option === id);

/** The entries in their order; empty until the reader has moved one. */
export const answer = (root) => ("touched" in list(root).dataset ? rows(root).map((row) => row.dataset.option) : []);

/* The most entries that stand in the right order among themselves, by id. */
function run(root, order) {
  const all = keyed(root);
  const runs = [];
  const longest = (some) => some.reduce((best, one) => (one.length > best.length ? one : best), []);
  for (const place of order.map((id) => all.indexOf(id))) runs.push([...longest(runs.filter((one) => one.at(-1) < place)), place]);
  return longest(runs).map((place) => all[place]);
}

/** `partial` when one entry is out of place; null when this is no order of the entries. */
export function judge(root, order) {
  const all = keyed(root);
  if (order.length !== all.length || !all.every((id) => order.includes(id))) return null;
  const out = all.length - run(root, order).length;
  return ["right", "partial"][out] ?? "wrong";
}

/** The entries in the right order. */
export const key = (root) => keyed(root).map((id) => text(find(root, id))).join(" → ");

/* Moves a row. The others step around it, so that it keeps the focus, or the pointer that drags it. */
function move(root, row, to) {
  const all = rows(root);
  const from = all.indexOf(row);
  if (to === from || to < 0 || to >= all.length || list(root).matches(".done")) return;
  if (to < from) row.after(...all.slice(to, from));
  else row.before(...all.slice(from + 1, to + 1));
  list(root).dataset.touched = "";
  list(root).dispatchEvent(new Event("input", { bubbles: true }));
}

function tell(root, row) {
  const all = rows(root);
  const said = words.moved.replace("{place}", all.indexOf(row) + 1).replace("{all}", all.length).replace("{entry}", () => text(row));
  root.querySelector(".an-moved").textContent = said;
}

function button(root, row, sign, name, step) {
  const one = make("button", "an-move", sign);
  one.type = "button";
  one.setAttribute("aria-label", words[name].replace("{entry}", () => text(row)));
  one.addEventListener("click", () => {
    move(root, row, rows(root).indexOf(row) + step);
    tell(root, row);
  });
  return one;
}

/* Arrow keys, Home and End on a button of the row. */
function keys(root, row) {
  row.addEventListener("keydown", (event) => {
    const here = rows(root).indexOf(row);
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: rows(root).length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(root, row, to);
    tell(root, row);
  });
}

/* A mouse drags a row anywhere, a finger by its grip: the rest of the row scrolls the page. */
function drag(root, row) {
  row.addEventListener("pointerdown", (event) => {
    const free = event.pointerType === "touch" ? event.target.matches(".grip") : !event.target.closest("button, a");
    if (!free || event.button || list(root).matches(".done")) return;
    row.setPointerCapture(event.pointerId);
    row.classList.add("held");
  });
  row.addEventListener("pointermove", (event) => {
    if (!row.hasPointerCapture(event.pointerId)) return;
    const above = rows(root).filter((one) => one !== row).filter((one) => {
      const box = one.getBoundingClientRect();
      return (box.top + box.bottom) / 2 < event.clientY;
    });
    move(root, row, above.length);
  });
  row.addEventListener("lostpointercapture", () => {
    row.classList.remove("held");
    tell(root, row);
  });
}

export function prepare(root) {
  list(root).classList.add("movable");
  for (const row of rows(root)) {
    const grip = make("span", "grip");
    grip.setAttribute("aria-hidden", "true");
    const buttons = make("span", "an-moves", grip, button(root, row, "↑", "up", -1), button(root, row, "↓", "down", 1));
    row.querySelector("select").replaceWith(buttons);
    keys(root, row);
    drag(root, row);
  }
  const said = make("p", "an-moved sr");
  said.setAttribute("aria-live", "polite");
  list(root).after(said);
}

/** Puts the rows into the reader's order, or into the right one when there is none, and marks what is right: when one entry
    is out of place all the others, else those that stand at their very place. */
export function reveal(root, order) {
  const all = keyed(root);
  const good = judge(root, order) === "partial" ? run(root, order) : order.filter((id, place) => id === all[place]);
  list(root).append(...(order.length ? order : all).map((id) => find(root, id)));
  list(root).classList.add("done");
  for (const row of rows(root)) {
    const id = row.dataset.option;
    const place = words.place.replace("{place}", all.indexOf(id) + 1);
    const state = !order.length ? "new" : good.includes(id) ? "right" : "wrong";
    mark(root, row, state, { right: words.in_order, wrong: `${words.wrong} · ${place}`, new: place }[state]);
    for (const one of row.querySelectorAll("button")) one.disabled = true;
  }
}

export function conceal(root) {
  if (!list(root).matches(".done")) return;
  list(root).classList.remove("done");
  delete list(root).dataset.touched;
  root.querySelector(".an-moved").textContent = "";
  rows(root).forEach(unmark);
  for (const one of list(root).querySelectorAll("button")) one.disabled = false;
}
