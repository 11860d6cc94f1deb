/* Small pieces that question types share. */
import { spoken } from "../dom.js";

export { make } from "../dom.js";

export const words = await spoken("quiz");

/** Clones of the children of `node`, for showing its words in a second place. */
export const copies = (node) => [...node.cloneNode(true).childNodes];

/** What the key, hidden while the script runs, says about an option, entry or gap. */
export const entry = (root, id) => root.querySelector(`.an-key [data-option="${CSS.escape(id)}"]`);

/** The verdict on `right` of `total` parts: partly right from half of them on. */
export const share = (right, total) => (right === total ? "right" : right * 2 >= total ? "partial" : "wrong");

/* A small generator of numbers that depends on its seed alone (FNV-1a, then xorshift). */
function numbers(seed) {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0), 16777619);
  state ||= 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** The list in an order that depends on `seed` alone. */
export function shuffled(list, seed) {
  const next = numbers(seed);
  const result = [...list];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = next(index + 1);
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

/** Ids of options, entries or gaps in the order of the key. */
export const keyed = (root) => [...root.querySelectorAll(".an-key [data-option]")].map((one) => one.dataset.option);

/** Moves the children of every `[data-shuffle]` inside `root`; those marked `data-fixed` keep their places. Letters follow.
    A list with the value "moved" never ends up in the order of the key. */
export function shuffle(root, seed) {
  for (const list of root.querySelectorAll("[data-shuffle]")) {
    const rows = [...list.children];
    const free = rows.filter((row) => !row.matches("[data-fixed], :has([data-fixed])"));
    const solved = (order) => list.dataset.shuffle === "moved" && keyed(root).every((id, place) => order[place].dataset.option === id);
    let order = shuffled(free, seed);
    for (let more = seed; solved(order);) order = shuffled(free, more += "'");
    const { value } = list; // of a list to choose from: moving its options changes what is chosen
    list.append(...rows.map((row) => (free.includes(row) ? order[free.indexOf(row)] : row)));
    if (list.matches("select")) list.value = value;
    letter(list);
  }
}

/** Writes the letters A, B, C … before the options of a list. */
export function letter(list) {
  [...list.querySelectorAll(".key")].forEach((key, index) => { key.textContent = "ABCDEFGH"[index]; });
}
