/* Finds documents. What a word means, and what is near it, is decided here; a store holds the terms and scores them. */
import { asked, consonants, flat, hangul, termsOf } from "./tokenize.js";
import { near, reach } from "./near.js";

const RUNS = /[가-힣]+|[a-z0-9]+(?:[.'][a-z0-9]+)*/g;

/** A search over a store (whole.js, chunked.js); `find(query)` gives hits `{id, k, score}`, best first; `read(hits)` adds `{u, k, t, o, x}`. */
export class Engine {
  constructor(store) {
    this.store = store;
  }

  /* Documents that hold a word, with a score. */
  async holding(word, as = word) {
    if (hangul(word) || consonants(word)) return this.store.every(termsOf(word), word);
    const all = await this.store.like(word);
    const edge = all.filter((term) => (word.length > 2 ? term.startsWith(word) || term.endsWith(word) || term.endsWith(as) : term === word));
    const inside = edge.length || word.length < 3 ? edge : all.filter((term) => term.includes(word));
    return inside.length ? this.store.some(inside) : new Map();
  }

  /* What a word of a query leads to: its own documents, and those of the nearest names where it has next to none.
     `sure` words are names; a document must hold them. */
  async meaning({ as, stem }) {
    const found = await this.holding(stem, as);
    const known = this.store.known(stem) || consonants(stem);
    if (found.size > 2) return { found, sure: known };
    const { count, most } = reach(stem);
    const { names, slips } = near(stem, most ? await this.store.names(count, most) : []);
    const close = slips < 0.17;
    const sure = known || (!found.size && close);
    if (found.size && !close) return { found, sure };
    for (const name of names) {
      const [first, ...rest] = await Promise.all([...name.matchAll(RUNS)].map((match) => this.holding(match[0])));
      for (const [id, score] of first ?? []) {
        if (!found.has(id) && rest.every((part) => part.has(id))) found.set(id, score / 4);
      }
    }
    return { found, sure };
  }

  async find(query) {
    const whole = flat(query);
    await this.store.ready(query, whole);
    const meant = await Promise.all(asked(query, (word) => this.store.known(word)).map((word) => this.meaning(word)));
    const words = meant.filter(({ found }) => found.size);
    const some = words.some(({ sure }) => sure);
    const scores = new Map();
    for (const { found, sure } of words) {
      for (const [id, score] of found) {
        const old = scores.get(id) ?? { held: 0, score: 0 };
        scores.set(id, { held: old.held + (sure || !some), score: old.score + score / Math.sqrt(found.size) });
      }
    }
    // Every name that was asked for where there is such a document, else as many as one has. Other words only move it up.
    const most = Math.max(0, ...[...scores.values()].map((one) => one.held));
    const weight = this.store.weights(whole);
    return [...scores]
      .filter(([, one]) => one.held === most)
      .map(([id, one]) => ({ id, k: this.store.kind(id), score: one.score * weight(id) }))
      .sort((a, b) => b.score - a.score);
  }

  async read(hits) {
    const documents = await this.store.documents(hits.map((hit) => hit.id));
    return hits.map((hit, at) => ({ ...documents[at], ...hit }));
  }
}

/** How much more a document counts by a name of its own: just what was typed comes first, then what begins so. */
export function weigh(name, whole) {
  if (name === whole || (whole.startsWith(name) && name.length > 1)) return 4;
  return name.startsWith(whole) ? 2 : 1;
}
export { RUNS };
