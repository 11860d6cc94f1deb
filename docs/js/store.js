/* The reader's answers: one key for each item, shared by all languages. What is stored is not trusted. */
const prefix = `${document.documentElement.dataset.site}:1:item:`;
const memory = new Map();
const listeners = [];
const tell = (item) => listeners.forEach((listener) => listener(item));

/** False when the browser refused the last answer. */
export let lasting = true;

const valid = (record) =>
  record?.v === 1 && Array.isArray(record.a) && record.a.every((id) => typeof id === "string") &&
  ["right", "wrong", "partial"].includes(record.s) && typeof record.h === "string" && typeof record.t === "string";

/** The record of an item, `{v, a: option ids, s: state, h: hash of the item, t: ISO time}`, or null. */
export function read(item) {
  if (memory.has(item)) return memory.get(item);
  try {
    const record = JSON.parse(localStorage.getItem(prefix + item));
    return valid(record) ? record : null;
  } catch {
    return null;
  }
}

/** Keeps an answer. */
export function write(item, answer, state, hash) {
  const record = { v: 1, a: answer, s: state, h: hash, t: new Date().toISOString() };
  try {
    localStorage.setItem(prefix + item, JSON.stringify(record));
    memory.delete(item);
    lasting = true;
  } catch {
    memory.set(item, record);
    lasting = false;
  }
  tell(item);
}

/** Forgets an answer. */
export function forget(item) {
  memory.delete(item);
  try { localStorage.removeItem(prefix + item); } catch { lasting = false; }
  tell(item);
}

/** Calls `listener(item)` whenever an answer changes, here or in another tab; `null` stands for all of them. */
export const watch = (listener) => listeners.push(listener);

addEventListener("storage", (event) => {
  if (event.key === null) tell(null);
  else if (event.key.startsWith(prefix)) tell(event.key.slice(prefix.length));
});
