/* A field to type into. Once judged, what was typed and the key stand in its place like the options of a choice. */
import { another } from "./ring.js";
import { copies, entry, make, words } from "./parts.js";

/** No answer is longer; the fields say so too. */
export const LONGEST = 100;

const field = (root) => root.querySelector(".an-type");

/** What is typed, empty when nothing is. */
export function answer(root) {
  const typed = field(root).querySelector("input").value.trim();
  return typed ? [typed] : [];
}

/** The key in the words of the page. */
export const key = (root) => entry(root, "key").querySelector(".say").textContent;

/** A row as an option has it once it is judged: its tags are words, `say` and `why` lists of nodes or strings. */
export function row(root, good, tags, say, why = []) {
  const state = good ? "right" : "wrong";
  const node = make("div", `an-opt done is-${state}`, another(root.querySelector(".ring"), state), make("span", "say", ...say));
  node.append(make("span", "tag", tags.join(" · ")), ...(why.length ? [make("span", "why", ...why)] : []));
  return node;
}

/** The rows of one answer: the key, and before it what was typed when that is something else. `why` says what is wrong with that. */
export function rows(root, { typed, good, same, why }, say, reason) {
  const mine = typed && !same ? [row(root, good, [words.yours, good ? words.right : words.wrong], [typed], good ? [] : why)] : [];
  const key = row(root, true, typed && same ? [words.yours, words.key] : [words.key], say, reason);
  if (typed) (mine[0] ?? key).classList.add("is-mine");
  return [...mine, key];
}

const reason = (about) => (about ? copies(about.querySelector(".why")) : []);

/** Shows the key and what was typed. `found` is the entry of the key disclosure that speaks of it. */
export function show(root, typed, found, same) {
  const right = entry(root, "key");
  const mine = { typed, good: found === right, same: Boolean(typed && same), why: reason(found) };
  field(root).hidden = true;
  field(root).after(make("div", "an-opts an-rows", ...rows(root, mine, copies(right.querySelector(".say")), reason(right))));
}

/** Takes that back. */
export function conceal(root) {
  const rows = root.querySelector(".an-rows");
  if (!rows) return;
  rows.remove();
  field(root).hidden = false;
  field(root).querySelector("input").value = "";
}
