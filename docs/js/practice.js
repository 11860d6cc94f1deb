/* Practice: items by topic, type, level, or what was missed. The choice stands in the address, so that pages can link to it. */
import * as bank from "./bank.js";
import { shuffled } from "./quiz/parts.js";
import { round } from "./round.js";
import { open, root, say, words } from "./session.js";
import * as store from "./store.js";

const form = document.querySelector(".an-setup");
const number = form.querySelector(".an-setup__n");
const start = form.querySelector("button");
const items = await open();

const WHICH = {
  all: () => true,
  new: (item) => ["new", "changed"].includes(bank.standing(item)),
  missed: (item) => ["wrong", "partial"].includes(bank.standing(item)),
};

function chosen() {
  const { topic, type, level, which } = Object.fromEntries(new FormData(form));
  return items.filter((item) =>
    (!topic || item.topic === topic) && (!type || item.type === type) && (!level || item.level === level) && WHICH[which](item));
}

function preview() {
  const found = chosen().length;
  number.textContent = found ? say("found", { count: found }) : words.none;
  start.disabled = !found;
}

function begin() {
  const seed = new Date().toISOString();
  const ids = shuffled(chosen().map((item) => item.id), seed);
  form.hidden = true;
  round(ids, { seed, back() { root.hidden = true; form.hidden = false; preview(); start.focus(); } });
}

if (items) {
  const asked = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("select")) {
    if ([...field.options].some((option) => option.value === asked.get(field.name))) field.value = asked.get(field.name);
  }
  form.addEventListener("change", preview);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
  });
  store.watch(() => { if (!form.hidden) preview(); });
  preview();
  if (asked.has("start") && !start.disabled) begin();
} else {
  start.disabled = true;
}
