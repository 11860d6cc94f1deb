/* All records as one file, out and in, and the way to delete them. Nothing is changed before the reader has seen what will be. */
import { make } from "./dom.js";
import * as store from "./store.js";

const site = document.documentElement.dataset.site;
const FORMAT = "answered-notes-progress";

/** The file: format, version, site, time, records by item. */
export const pack = () => ({ format: FORMAT, version: store.VERSION, site, exported: new Date().toISOString(), items: Object.fromEntries(store.all()) });

/** Reads a file's text. Gives records by item and how many could not be read, or null when it is no file of this site. */
export function unpack(text) {
  let data;
  try { data = JSON.parse(text); } catch { return null; }
  if (data?.format !== FORMAT || data.site !== site || typeof data.items !== "object" || data.items === null) return null;
  const records = new Map();
  let broken = 0;
  for (const [item, record] of Object.entries(data.items)) {
    const good = /^[a-z0-9-]{1,80}$/.test(item) ? store.upgrade(record) : null;
    if (good) records.set(item, good);
    else broken += 1;
  }
  return { records, broken };
}

/** What an import would do: the newer record of each item stays, the logs of both are joined. */
export function merge(records) {
  const plan = { write: new Map(), fresh: 0, newer: 0, kept: 0 };
  for (const [item, theirs] of records) {
    const mine = store.read(item);
    const log = new Map([...(mine?.l ?? []), ...theirs.l].map((entry) => [entry[0], entry]));
    const joined = [...log.values()].sort((one, other) => (one[0] < other[0] ? -1 : 1)).slice(-60);
    const later = !mine || theirs.t > mine.t;
    plan[!mine ? "fresh" : later ? "newer" : "kept"] += 1;
    const grown = joined.length > (mine?.l.length ?? 0);
    if (later || grown) plan.write.set(item, { ...(later ? theirs : mine), l: joined, d: grown ? null : (later ? theirs : mine).d });
  }
  return plan;
}

export function start(root, say) {
  const line = root.querySelector(".an-backup__say");
  const go = root.querySelector(".an-backup__go");
  const input = root.querySelector("input");

  function tell(text, ...buttons) {
    line.textContent = text;
    go.replaceChildren(...buttons);
    if (buttons.length) line.focus();
  }
  function button(name, act, primary) {
    const one = make("button", primary ? "an-btn primary" : "an-btn", say(name));
    one.type = "button";
    one.addEventListener("click", act);
    return one;
  }

  function save() {
    const data = pack();
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
    link.download = `${site}-progress-${data.exported.slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell(say("exported", { count: Object.keys(data.items).length }));
  }

  function ask(text) {
    const file = unpack(text);
    if (!file) return tell(say("bad_file"));
    const plan = merge(file.records);
    const numbers = { count: file.records.size + file.broken, fresh: plan.fresh, newer: plan.newer, kept: plan.kept, broken: file.broken };
    const apply = button("apply", () => {
      store.replace(plan.write);
      tell(say("applied", { count: plan.write.size }));
    }, true);
    return tell(say("preview", numbers), apply, button("cancel", () => tell("")));
  }

  function remove() {
    const sum = store.all().size;
    const yes = button("reset_yes", () => {
      const before = store.clear();
      const undo = button("undo", () => {
        store.replace(before);
        tell(say("undone", { count: before.size }));
      });
      tell(say("reset_done", { count: before.size }), undo);
    }, true);
    tell(say("reset_ask", { count: sum }), yes, button("cancel", () => tell("")));
  }

  root.querySelector("[data-do=export]").addEventListener("click", save);
  root.querySelector("[data-do=reset]").addEventListener("click", remove);
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) ask(await file.text());
    input.value = "";
  });
  for (const control of root.querySelectorAll(":disabled")) control.disabled = false;
}
