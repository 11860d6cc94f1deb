/* The reader's answers, in this browser only: one key for each item, shared by all languages. What is stored is not to be trusted. */
const prefix = `${document.documentElement.dataset.site}:1:item:`;
const memory = new Map();
const listeners = new Set();

/** False once the browser has refused to keep an answer; answers then live in memory until the page is left. */
export let lasting = true;

const valid = (record) =>
  record !== null && typeof record === "object" && record.v === 1 && Array.isArray(record.a) && record.a.every((id) => typeof id === "string") &&
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

/** Keeps an answer; in memory when the browser refuses. */
export function write(item, answer, state, hash) {
  const record = { v: 1, a: answer, s: state, h: hash, t: new Date().toISOString() };
  try {
    localStorage.setItem(prefix + item, JSON.stringify(record));
    memory.delete(item);
  } catch {
    memory.set(item, record);
    lasting = false;
  }
  listeners.forEach((listener) => listener(item));
}

/** Forgets an answer. */
export function forget(item) {
  memory.delete(item);
  try { localStorage.removeItem(prefix + item); } catch { lasting = false; }
  listeners.forEach((listener) => listener(item));
}

/** Calls `listener(item)` whenever an answer changes, here or in another tab; `null` stands for all of them. */
export function watch(listener) {
  listeners.add(listener);
}

addEventListener("storage", (event) => {
  if (event.key === null) listeners.forEach((listener) => listener(null));
  else if (event.key.startsWith(prefix)) listeners.forEach((listener) => listener(event.key.slice(prefix.length)));
});
