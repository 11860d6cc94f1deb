/* All items of the site and what the reader's records of them are worth. */
import * as store from "./store.js";

const meta = new Map();

/** Loads the index of all items, `{id, type, level, topic, hash, boxes}` each. Rejects when it cannot be read. */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const { items } = await answer.json();
  for (const item of items) meta.set(item.id, item);
  return items;
}

/** An item of the index. */
export const get = (id) => meta.get(id);

/** "new", "right", "partial", "wrong" or "changed": the last verdict on an item, or that the item is another one since. */
export function standing(item, record = store.read(item.id)) {
  if (!record?.l.length) return "new";
  if (record.h !== item.hash) return "changed";
  return record.a === null ? record.l.at(-1)[1] : record.s;
}

/** True when an item is to be seen again. One that was never scheduled is due a day after its last answer. */
export function due(record, now = new Date().toISOString()) {
  if (!record?.l.length) return false;
  return (record.d ?? new Date(Date.parse(record.l.at(-1)[0]) + 864e5).toISOString()) <= now;
}
