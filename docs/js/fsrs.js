/* When to see an item again: FSRS-6, replayed over the log of verdicts. Loaded on review and progress pages only.

   Right → Good, guessed right → Hard, partly right or wrong → Again (the advice of the algorithm's author for two grades). */
import { createEmptyCard, fsrs, Rating } from "./vendor/ts-fsrs.js";

// Fuzz off: the same log gives the same day on every device. No learning steps: items are seen by the day, not by the minute.
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });
const RETRY = 10 * 60 * 1000;

const grade = ([, state, sure]) => (state !== "right" ? Rating.Again : sure === "guess" ? Rating.Hard : Rating.Good);

/** The ISO time at which an item with this log is due, null for an empty log. A missed item is due again after ten minutes. */
export function due(log) {
  if (!log.length) return null;
  let card = createEmptyCard(new Date(log[0][0]));
  for (const entry of log) ({ card } = scheduler.next(card, new Date(entry[0]), grade(entry)));
  const last = log.at(-1);
  return last[1] === "right" ? card.due.toISOString() : new Date(Date.parse(last[0]) + RETRY).toISOString();
}
