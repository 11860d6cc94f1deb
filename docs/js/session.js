/* One item after the other on one page: fetches the items from the pages of their topics, where they are complete. */
import { enliven, release } from "./quiz/item.js";
import { make, shuffle } from "./quiz/parts.js";
import * as bank from "./bank.js";
import { spoken } from "./dom.js";

export const words = await spoken("session");

/** A UI string with its places filled. */
export const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

export const root = document.querySelector(".an-session");
const title = root.querySelector(".an-session__t");
const line = root.querySelector(".an-session__say");
const place = root.querySelector(".an-session__in");
const go = root.querySelector(".an-session__go");
const pages = new Map();

/** A button that does `act`. */
export function button(label, act, primary = false) {
  const one = make("button", primary ? "an-btn primary" : "an-btn", label);
  one.type = "button";
  one.addEventListener("click", (event) => { if (event.detail < 2) act(one); });
  return one;
}

/** Shows the stage: heading, what is said under it, content, buttons. The heading takes the focus, unless told otherwise. */
export function show(heading, said = "", content = [], buttons = [], { focus = true } = {}) {
  root.hidden = false;
  for (const old of place.querySelectorAll(".an-q")) if (!content.includes(old)) release(old);
  title.textContent = heading;
  line.textContent = said;
  place.replaceChildren(...content);
  go.replaceChildren(...buttons);
  if (focus) {
    title.focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  }
}

/** Changes what is said under the heading; a screen reader hears it. */
export const tell = (text) => { line.textContent = text; };

/** Changes the buttons. */
export const offer = (...buttons) => go.replaceChildren(...buttons);

async function page(topic) {
  const address = new URL(`${root.dataset.topics}${topic}/`, document.baseURI);
  if (!pages.has(topic)) {
    pages.set(topic, fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
  }
  return { source: await pages.get(topic), address };
}

/** The card of an item, ready to be answered. `seed` shuffles its options. Rejects when its page cannot be read. */
export async function card(id, seed, options) {
  const { source, address } = await page(bank.get(id).topic);
  const found = source.getElementById(`q-${id}`);
  if (!found) throw new Error(id);
  const copy = document.importNode(found, true);
  for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
  shuffle(copy, seed);
  const item = await enliven(copy, options);
  return item ?? { root: copy, answered: false, listeners: [], settle: () => null };
}

/** Loads the index; says so when that fails. Gives null then. */
export async function open() {
  try {
    return await bank.load(new URL(root.dataset.index, document.baseURI));
  } catch {
    show(words.failed, "", [], [], { focus: false });
    return null;
  }
}

/** What the reader got: `{right, partial, wrong}` of a list of verdicts. */
export function count(verdicts) {
  const sum = { right: 0, partial: 0, wrong: 0 };
  for (const verdict of verdicts) if (verdict) sum[verdict] += 1;
  return sum;
}
