/* Forgives slips of the finger: the names that are nearest to a word nobody wrote. Hangul is compared letter by letter. */

const letters = (word) => [...word.normalize("NFD")];

/** How many letters must be changed, added, dropped or swapped to get from one list to the other; more than `limit` is not counted out. */
function distance(from, to, limit) {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let [older, last] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let at = 1; at <= to.length; at++) {
      const same = from[row - 1] === to[at - 1];
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      if (row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1]) now[at] = Math.min(now[at], older[at - 2] + 1);
    }
    if (Math.min(...now) > limit) return limit + 1;
    [older, last] = [last, now];
  }
  return last[to.length];
}

/** How many letters a word has, and how many may differ from those of a name: none when it is so short that every slip makes another word. */
export function reach(word) {
  const count = letters(word).length;
  return { count, most: count < 4 ? 0 : Math.min(3, Math.floor(count / 3.5)) };
}

/** The names nearest to `word` other than itself, `{names, slips}`: none when all are too far, two slips in seven letters at most.
    `slips` is the share of letters that differ. */
export function near(word, names) {
  let { most: limit } = reach(word);
  if (!limit) return { names: [], slips: 1 };
  const given = letters(word);
  let best = [];
  for (const name of names) {
    if (name === word) continue;
    const found = distance(given, letters(name), limit);
    if (found > limit) continue;
    if (found < limit) [limit, best] = [found, []];
    best.push(name);
  }
  // Swapped or mistaken letters are likelier than lost ones.
  const same = best.filter((name) => name.length === word.length);
  return { names: same.length ? same : best, slips: limit / given.length };
}
