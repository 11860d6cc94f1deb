/* A sentence with gaps, chosen or typed. An answer holds "gap=option" or "gap=words" for each of them, in any order. */
import { another } from "./ring.js";
import { copies, entry, make, share, words } from "./parts.js";
import { fold } from "./fold.js";
import { LONGEST, rows } from "./typed.js";

const controls = (root) => [...root.querySelectorAll("[data-gap]")];
const chosen = (gap) => gap.localName === "select";
const about = (root, gap, value) => entry(root, chosen(gap) ? `${gap.dataset.gap}=${value}` : gap.dataset.gap);
const reason = (one) => copies(one.querySelector(".why"));
const say = (one) => one.querySelector(".say");

/* The entry of what belongs into a gap. */
const goal = (root, gap) =>
  chosen(gap) ? [...gap.options].map((option) => about(root, gap, option.value)).find((one) => one && "correct" in one.dataset) : about(root, gap);

const good = (root, gap, value) =>
  chosen(gap) ? about(root, gap, value) === goal(root, gap) : goal(root, gap).dataset.accept.split(" ").includes(fold(value));

const split = (given) => new Map(given.map((one) => [one.slice(0, Math.max(one.indexOf("="), 0)), one.slice(one.indexOf("=") + 1)]));

/* Whether the value can stand in the gap at all. */
const fits = (root, gap, value = "") =>
  chosen(gap) ? Boolean(about(root, gap, value)) : value.length <= LONGEST && Boolean(fold(value));

/** What stands in the gaps that are filled. */
export const answer = (root) =>
  controls(root).filter((gap) => gap.value.trim()).map((gap) => `${gap.dataset.gap}=${gap.value.trim()}`);

/** The verdict on all gaps together; null while one is empty. */
export function judge(root, given) {
  const gaps = controls(root);
  const found = split(given);
  if (given.length !== gaps.length || !gaps.every((gap) => fits(root, gap, found.get(gap.dataset.gap)))) return null;
  return share(gaps.filter((gap) => good(root, gap, found.get(gap.dataset.gap))).length, gaps.length);
}

/** What belongs into the gaps, in their order. */
export const key = (root) => controls(root).map((gap) => say(goal(root, gap)).textContent).join(words.and);

const chip = (root, right, content) =>
  make(right ? "ins" : "del", "an-gap", another(root.querySelector(".ring"), right ? "right" : "wrong"), ...content);

/* Closes one gap: what was given and the key stand in the sentence. Gives the rows that say why. */
function close(root, gap, value, name) {
  const right = goal(root, gap);
  const mine = value !== undefined && about(root, gap, value);
  const done = Boolean(mine) && good(root, gap, value);
  const typed = mine ? (chosen(gap) ? say(mine).textContent : value) : "";
  const same = done && (chosen(gap) || fold(value) === fold(say(right).textContent));
  gap.hidden = true;
  gap.after(...(typed && !done ? [chip(root, false, [typed]), " "] : []), chip(root, true, done ? [typed] : copies(say(right))));
  const found = rows(root, { typed, good: done, same, why: chosen(gap) && mine ? reason(mine) : [] }, copies(say(right)), reason(right));
  if (name) for (const row of found) say(row).prepend(make("span", "an-gap__n", name), " ");
  return found;
}

/** Shows in the sentence what belongs there, and below it why, gap by gap. */
export function reveal(root, given) {
  const gaps = controls(root);
  const found = split(given);
  const list = gaps.flatMap((gap) => close(root, gap, found.get(gap.dataset.gap), gaps.length > 1 && gap.ariaLabel));
  root.querySelector(".an-cloze").after(make("div", "an-opts an-rows", ...list));
}

/** Takes that back. */
export function conceal(root) {
  const list = root.querySelector(".an-rows");
  if (!list) return;
  list.remove();
  for (const one of root.querySelectorAll(".an-gap")) one.remove();
  root.querySelector(".an-cloze").normalize();
  for (const gap of controls(root)) Object.assign(gap, { hidden: false, value: "" });
}
