/* Search in the language of the page. Loaded when the reader first opens it; documents come with the site, the index is built here. */
import { Engine } from "./search/engine.js";
import { asked } from "./search/tokenize.js";

const dialog = document.querySelector(".an-find");
const input = dialog.querySelector("input");
const list = dialog.querySelector("[role=listbox]");
const status = dialog.querySelector("[role=status]");
const words = dialog.dataset;
const order = ["component", "addon", "flow", "question", "term"];
const base = new URL(words.base, location.href);

let index = null;
let current = -1;

async function load() {
  const answer = await fetch(new URL("search.json", base));
  if (!answer.ok) throw new Error(String(answer.status));
  return new Engine(await answer.json());
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

function show(query) {
  current = -1;
  list.replaceChildren();
  input.removeAttribute("aria-activedescendant");
  if (!query.trim() || !index) {
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    return;
  }
  const hits = index.find(query).slice(0, 24);
  const groups = new Map(order.map((kind) => [kind, []]));
  for (const hit of hits) groups.get(hit.k)?.push(hit);
  const ranked = [...groups].filter(([, found]) => found.length).sort((a, b) => b[1][0].score - a[1][0].score);
  let position = 0;
  for (const [kind, found] of ranked) {
    const group = list.appendChild(document.createElement("div"));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words[kind]);
    const head = group.appendChild(document.createElement("p"));
    head.textContent = words[kind];
    head.setAttribute("aria-hidden", "true");
    for (const hit of found.slice(0, 8)) group.append(option(hit, position++));
  }
  input.setAttribute("aria-expanded", String(position > 0));
  status.textContent = position ? words.some.replace("{count}", position) : words.none;
  if (position) choose(0);
}

input.addEventListener("input", () => show(input.value));
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown") choose(current + 1);
  else if (event.key === "ArrowUp") choose(current - 1);
  else if (event.key === "Enter") list.querySelector("[aria-selected=true]")?.click();
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
    show(input.value);
  } catch {
    status.textContent = words.failed;
  }
}
