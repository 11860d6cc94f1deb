/* Finds documents. MiniSearch holds the terms and scores them; what a word means, and what is near it, is decided here. */
import MiniSearch from "../vendor/minisearch.js";
import { asked, consonants, flat, hangul, leads, terms, termsOf } from "./tokenize.js";
import { near } from "./near.js";

const RUNS = /[가-힣]+|[a-z0-9]+(?:[.'][a-z0-9]+)*/g;

/** A search over documents `{u, k, t, o, x}`; `find(query)` gives hits `{u, k, t, x, score}`, best first. */
export class Engine {
  constructor(documents) {
    this.documents = documents;
    this.mini = new MiniSearch({ fields: ["t", "o", "x"], tokenize: terms, processTerm: (term) => term });
    this.mini.addAll(documents.map((document, id) => ({ ...document, id })));
    this.texts = documents.map(({ t, o, x }) => flat(`${t}\n${o}\n${x}`.replaceAll("\n", "⏎")));
    this.heads = documents.map(({ t, o }) => `${t} · ${o}`.normalize("NFC").toLowerCase());
    this.leads = this.heads.map((head) => head.replaceAll(" · ", "\n").replace(/[^가-힣\n]+/g, "").split("\n").map(leads).join("·"));
    // Titles that are sentences name nothing.
    this.named = this.heads.map((head, id) => (["question", "flow"].includes(documents[id].k) ? "" : head));
    this.names = new Set(this.named.flatMap((head) => [...head.matchAll(RUNS)].map((match) => match[0])));
    for (const head of this.named) for (const name of head.split(" · ")) this.names.add(flat(name));
    this.latin = new Set(documents.flatMap(({ t, o, x }) => terms(`${t} ${o} ${x}`, "x")).filter((term) => /^[a-z0-9]/.test(term)));
  }

  /* Documents that hold a word, with a score. Pairs of syllables only propose; the text itself decides. */
  holding(word, as = word) {
    const found = new Map();
    const seek = (queries, combineWith, holds) => {
      for (const hit of this.mini.search({ queries, combineWith }, { boost: { t: 6, o: 5 }, tokenize: (term) => [term] })) {
        if (holds(hit.id)) found.set(hit.id, hit.score);
      }
    };
    if (hangul(word)) seek(termsOf(word), "AND", (id) => this.texts[id].includes(word));
    else if (consonants(word)) seek(termsOf(word), "AND", (id) => this.leads[id].includes(word));
    else {
      const all = [...this.latin];
      const edge = all.filter((term) => (word.length > 2 ? term.startsWith(word) || term.endsWith(word) || term.endsWith(as) : term === word));
      const inside = edge.length || word.length < 3 ? edge : all.filter((term) => term.includes(word));
      if (inside.length) seek(inside, "OR", () => true);
    }
    return found;
  }

  /* What a word of a query leads to: its own documents, and those of the nearest names where it has next to none.
     `sure` words are names; a document must hold them. */
  meaning({ as, stem }) {
    const found = this.holding(stem, as);
    const known = this.names.has(stem) || consonants(stem);
    if (found.size > 2) return { found, sure: known };
    const { names, slips } = near(stem, this.names);
    const close = slips < 0.17;
    const sure = known || (!found.size && close);
    if (found.size && !close) return { found, sure };
    for (const name of names) {
      const [first, ...rest] = [...name.matchAll(RUNS)].map((match) => this.holding(match[0]));
      for (const [id, score] of first ?? []) {
        if (!found.has(id) && rest.every((part) => part.has(id))) found.set(id, score / 4);
      }
    }
    return { found, sure };
  }

  find(query) {
    const words = asked(query, (word) => this.names.has(word)).map((word) => this.meaning(word)).filter(({ found }) => found.size);
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
    const whole = flat(query);
    return [...scores]
      .filter(([, one]) => one.held === most)
      .map(([id, one]) => ({ ...this.documents[id], score: one.score * this.weight(id, whole) }))
      .sort((a, b) => b.score - a.score);
  }

  /* A name that is just what was typed comes first, then one that begins so. */
  weight(id, whole) {
    const names = this.heads[id].split(" · ").map(flat);
    if (names.some((name) => name === whole || (whole.startsWith(name) && name.length > 1))) return 4;
    return names.some((name) => name.startsWith(whole)) ? 2 : 1;
  }
}
