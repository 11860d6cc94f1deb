/* Review: what is due today, in the order in which it fell due. */
import * as bank from "./bank.js";
import * as fsrs from "./fsrs.js";
import { round } from "./round.js";
import { button, open, say, show, words } from "./session.js";
import * as store from "./store.js";

const NEVER = "9999-12-31T00:00:00.000Z";
const items = await open();
const date = (time) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" }).format(new Date(time));

/* Every record gets its day; records of items that are no more are never due. */
function schedule() {
  for (const [id, record] of store.all()) store.schedule(id, bank.get(id) ? fsrs.due(record.l) : NEVER);
}

const waiting = () =>
  items.map((item) => [item.id, store.read(item.id)?.d]).filter(([, due]) => due).sort((one, other) => (one[1] < other[1] ? -1 : 1));

function after(item) {
  const record = store.read(item.id);
  const due = fsrs.due(record.l);
  store.schedule(item.id, due);
  return Date.parse(due) - Date.now() < 36e5 ? words.later : say("again_on", { date: date(due) });
}

function home() {
  const now = new Date().toISOString();
  const all = waiting();
  const ready = all.filter(([, due]) => due <= now).map(([id]) => id);
  if (ready.length) {
    const begin = button(words.start_review, () => round(ready, { seed: now, after, back: home }), true);
    return show(say("due", { count: ready.length }), "", [], [begin], { focus: false });
  }
  if (!all.length) return show(words.due_none, words.due_never, [], [], { focus: false });
  const next = date(all[0][1]);
  const line = say("due_next", { date: next, count: all.filter(([, due]) => date(due) === next).length });
  return show(words.due_none, line, [], [], { focus: false });
}

if (items) {
  schedule();
  home();
}
