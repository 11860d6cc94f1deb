/* The reader's answers: one key for each item, shared by all languages. What is stored is not trusted.

   A record is {v, a, s, h, t, c, d, l}: version, answer (list of strings, null when taken back), verdict, hash of the item,
   ISO time of the last change, confidence ("guess", "unsure", "sure" or null), ISO time when it is due for review or null,
   and the log of verdicts, oldest first: [[time, verdict, confidence], …]. */
const site = document.documentElement.dataset.site;
export const VERSION = 2;
const prefix = `${site}:${VERSION}:item:`;
const LOGGED = 60;
const STATES = ["right", "wrong", "partial"];
const SURE = ["guess", "unsure", "sure"];
const memory = new Map();
const listeners = [];
const tell = (item) => listeners.forEach((listener) => listener(item));

/** False when the browser refused the last change. */
export let lasting = true;

const text = (value) => typeof value === "string";
const time = (value) => text(value) && !Number.isNaN(Date.parse(value));
const entry = (one) => Array.isArray(one) && time(one[0]) && STATES.includes(one[1]) && (one[2] === null || SURE.includes(one[2]));

/** True when `record` is a record of this version. */
export const valid = (record) =>
  record?.v === VERSION && text(record.h) && time(record.t) && (record.c === null || SURE.includes(record.c)) &&
  (record.a === null ? record.s === "new" : Array.isArray(record.a) && record.a.every(text) && STATES.includes(record.s)) &&
  (record.d === null || time(record.d)) && Array.isArray(record.l) && record.l.every(entry);

/* From each older version to the next one. Gives null for what was never valid. */
const STEPS = {
  1: ({ a, s, h, t }) =>
    Array.isArray(a) && a.every(text) && STATES.includes(s) && text(h) && time(t)
      ? { v: 2, a, s, h, t, c: null, d: null, l: [[t, s, null]] }
      : null,
};

/** A record of any version as one of this version; null when it is none. */
export function upgrade(record) {
  let found = record;
  while (found && found.v < VERSION && Number.isInteger(found.v)) found = STEPS[found.v]?.(found) ?? null;
  return valid(found) ? found : null;
}

function parsed(key) {
  try { return upgrade(JSON.parse(localStorage.getItem(key))); } catch { return null; }
}

function put(item, record) {
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

/** The record of an item, or null. One whose answer was taken back has `a: null` and `s: "new"`. */
export const read = (item) => memory.get(item) ?? parsed(prefix + item);

/** Keeps an answer and adds it to the log. A repeated item is to be scheduled anew. */
export function write(item, answer, state, hash, confidence = null) {
  const now = new Date().toISOString();
  const log = [...(read(item)?.l ?? []), [now, state, confidence]].slice(-LOGGED);
  put(item, { v: VERSION, a: answer, s: state, h: hash, t: now, c: confidence, d: null, l: log });
}

/** Takes an answer back; what was learned from it stays. */
export function forget(item) {
  const record = read(item);
  if (record) put(item, { ...record, a: null, s: "new", c: null, t: new Date().toISOString() });
}

/** Notes when an item is due, an ISO time. */
export function schedule(item, due) {
  const record = read(item);
  if (record && record.d !== due) put(item, { ...record, d: due });
}

/** Every record there is, by item. */
export function all() {
  const found = new Map();
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (!key.startsWith(prefix)) continue;
      const record = parsed(key);
      if (record) found.set(key.slice(prefix.length), record);
    }
  } catch { /* blocked: what is in memory counts */ }
  for (const [item, record] of memory) found.set(item, record);
  return found;
}

/** Puts records in place of those of the same items, as they are. */
export function replace(records) {
  for (const [item, record] of records) put(item, record);
}

/** Removes every record, and gives them back for those who change their mind. */
export function clear() {
  const before = all();
  for (const item of before.keys()) {
    memory.delete(item);
    try { localStorage.removeItem(prefix + item); } catch { lasting = false; }
  }
  tell(null);
  return before;
}

/** Calls `listener(item)` whenever a record changes, here or in another tab; `null` stands for all of them. */
export const watch = (listener) => listeners.push(listener);

addEventListener("storage", (event) => {
  if (event.key === null) tell(null);
  else if (event.key.startsWith(prefix)) tell(event.key.slice(prefix.length));
});

/* Answers of older versions move here once. An old key is removed only when its answer stands under the new one. */
try {
  for (const key of Object.keys(localStorage)) {
    const old = key.match(/^(.+):(\d+):item:(.+)$/);
    if (!old || old[1] !== site || Number(old[2]) >= VERSION) continue;
    const record = parsed(key);
    if (record && localStorage.getItem(prefix + old[3]) === null) localStorage.setItem(prefix + old[3], JSON.stringify(record));
    if (record) localStorage.removeItem(key);
  }
} catch { /* blocked or full: the old keys stay */ }
