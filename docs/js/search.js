/* Search in the language of the page. Loaded when the reader first opens it. The documents of most sites come in one file and are indexed here;
   those of a large one come with an index in many small files. */
import { Engine } from "./search/engine.js";
import { asked } from "./search/tokenize.js";

const dialog = document.querySelector(".an-find");
const input = dialog.querySelector("input");
const list = dialog.querySelector("[role=listbox]");
const status = dialog.querySelector("[role=status]");
const words = dialog.dataset;
const order = ["component", "addon", "flow", "question", "term"];
const base = new URL(words.base, location.href);

const pause = 150; // milliseconds without a key before small files are fetched

let index = null;
let current = -1;
let latest = 0;
let pending = Promise.resolve();

async function load() {
  const answer = await fetch(new URL("search.json", base));
  if (!answer.ok) throw new Error(String(answer.status));
  const data = await answer.json();
  if (Array.isArray(data)) return new Engine(new (await import("./search/whole.js")).Whole(data));
  return new Engine(new (await import("./search/chunked.js")).Chunked(data, base));
}

function choose(next) {
  const options = [...list.querySelectorAll("[role=option]")];
  if (!options.length) return;
  current = (next + options.length) % options.length;
  options.forEach((option, position) => option.setAttribute("aria-selected", String(position === current)));
  input.setAttribute("aria-activedescendant", options[current].id);
  options[current].scrollIntoView({ block: "nearest" });
}

/* The text around the first word that was asked for, else its beginning. */
function excerpt(text) {
  const places = asked(input.value).map((word) => text.toLowerCase().indexOf(word.stem)).filter((place) => place >= 0);
  const begin = Math.min(...places) > 70 && places.length ? text.lastIndexOf(" ", Math.min(...places) - 24) + 1 : 0;
  const cut = text.slice(begin, begin + 88);
  return `${begin ? "…" : ""}${cut}${begin + 88 < text.length ? "…" : ""}`;
}

function option(hit, position) {
  const row = document.createElement("a");
  row.id = `find-${position}`;
  row.href = new URL(hit.u, base);
  row.tabIndex = -1;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  const title = row.appendChild(document.createElement("b"));
  title.textContent = hit.t;
  const text = row.appendChild(document.createElement("span"));
  text.textContent = excerpt(hit.x);
  return row;
}

function empty() {
  current = -1;
  list.replaceChildren();
  input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-expanded", "false");
}

/* What was found, by kind: the kind of the best hit first, at most eight of each. */
function grouped(hits) {
  const groups = new Map(order.map((kind) => [kind, []]));
  for (const hit of hits.slice(0, 24)) groups.get(hit.k)?.push(hit);
  const ranked = [...groups].filter(([, found]) => found.length).sort((a, b) => b[1][0].score - a[1][0].score);
  return ranked.map(([kind, found]) => [kind, found.slice(0, 8)]);
}

async function seek(query) {
  const groups = grouped(await index.find(query));
  const read = await index.read(groups.flatMap(([, found]) => found));
  return groups.map(([kind, found]) => [kind, read.splice(0, found.length)]);
}

function draw(groups) {
  empty();
  let position = 0;
  for (const [kind, found] of groups) {
    const group = list.appendChild(document.createElement("div"));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words[kind]);
    const head = group.appendChild(document.createElement("p"));
    head.textContent = words[kind];
    head.setAttribute("aria-hidden", "true");
    for (const hit of found) group.append(option(hit, position++));
  }
  input.setAttribute("aria-expanded", String(position > 0));
  status.textContent = position ? words.some.replace("{count}", position) : words.none;
  if (position) choose(0);
}

/* Only the latest of several searches is shown, whichever ends last. */
async function show(query) {
  const turn = ++latest;
  if (!query.trim() || !index) {
    empty();
    status.textContent = "";
    return;
  }
  try {
    if (index.store.far) {
      await new Promise((after) => { setTimeout(after, pause); });
      if (turn !== latest) return;
    }
    const groups = await seek(query);
    if (turn === latest) draw(groups);
  } catch {
    if (turn !== latest) return;
    empty();
    status.textContent = words.failed;
  }
}

input.addEventListener("input", () => { pending = show(input.value); });
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown") choose(current + 1);
  else if (event.key === "ArrowUp") choose(current - 1);
  else if (event.key === "Enter") pending.then(() => list.querySelector("[aria-selected=true]")?.click());
  else return;
  event.preventDefault();
});
list.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  const found = asked(input.value).map((word) => word.stem);
  // The page that opens marks them; on this page there is no opening.
  try { sessionStorage.setItem(`${document.documentElement.dataset.site}:found`, JSON.stringify(found)); } catch { /* blocked */ }
  import("./search/mark.js").then((marker) => marker.mark(found));
  dialog.close();
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

/** Opens the search; the index is loaded on the first call. */
export async function open() {
  dialog.showModal();
  input.focus();
  input.select();
  if (index) return;
  status.textContent = words.wait;
  try {
    index = await load();
    pending = show(input.value);
  } catch {
    status.textContent = words.failed;
  }
}
