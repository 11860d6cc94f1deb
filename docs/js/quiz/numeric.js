/* A number in a given unit. Read as people write it: 1,000 and 1 000, 2.5 and 2,5, with the unit or without. */
import { entry } from "./parts.js";
import { fold } from "./fold.js";
import { answer, conceal, key, LONGEST, show } from "./typed.js";

const WHOLE = /^\d+$/;
const GROUPS = { ",": /^\d{1,3}(,\d{3})+$/, ".": /^\d{1,3}(\.\d{3})+$/ };

/* The last mark parts the fraction, unless marks can only part thousands: two of a kind, or a comma before three digits (but 0,125). */
function plain(text) {
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0) return WHOLE.test(text) ? text : "";
  const mark = text[last];
  const many = text.indexOf(mark) !== last;
  if (GROUPS[mark].test(text) && (many || (mark === "," && text[0] !== "0"))) return text.replaceAll(mark, "");
  const [head, tail] = [text.slice(0, last), text.slice(last + 1)];
  const other = mark === "," ? "." : ",";
  const whole = GROUPS[other].test(head) ? head.replaceAll(other, "") : head;
  return /^\d*$/.test(whole) && /^\d*$/.test(tail) && whole + tail ? `${whole || 0}.${tail || 0}` : "";
}

/** The number that was typed, with what follows it; NaN when it is none. */
export function read(typed) {
  const text = typed.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/gu, "-").replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/gu, "").trim();
  const [, sign, digits, rest] = text.match(/^([+-]?)\s*([\d.,]*\d[.,]?|)\s*([^]*)$/u);
  const value = plain(digits);
  return [value ? Number(sign + value) : NaN, rest];
}

function number(root, typed) {
  const [value, rest] = read(typed);
  const units = ["", ...entry(root, "key").dataset.unit.split(" ")];
  return units.includes(fold(rest)) ? value : NaN;
}

/* The slack of generator/questions/numeric: 0.8 is at most 0.1 away from 0.7. */
const near = (value, goal, tolerance) => Math.abs(value - goal) <= tolerance + 1e-9 * Math.max(Math.abs(goal), tolerance);

const found = (root, value) =>
  [...root.querySelectorAll(".an-key [data-value]")].find(({ dataset }) => near(value, Number(dataset.value), Number(dataset.tolerance ?? 0)));

/** `right` or `wrong`; null when that is no number, or one of something else. */
export function judge(root, given) {
  if (given.length !== 1 || given[0].length > LONGEST) return null;
  const value = number(root, given[0]);
  if (Number.isNaN(value)) return null;
  return found(root, value)?.dataset.option === "key" ? "right" : "wrong";
}

/** Shows the key and why, and what is wrong with the answer. */
export function reveal(root, [typed = ""]) {
  const value = typed && number(root, typed);
  const goal = entry(root, "key");
  const digits = typed && typed.slice(0, typed.length - read(typed)[1].length).trim();
  const said = typed && root.querySelector(".an-type").dataset.say.replace("#", () => digits);
  show(root, said, typed && found(root, value), typed && value === Number(goal.dataset.value));
}

export { answer, conceal, key };
