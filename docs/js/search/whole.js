/* All documents at once, indexed here by MiniSearch: the store of most sites. */
import MiniSearch from "../vendor/minisearch.js";
import { consonants, flat, leads, terms } from "./tokenize.js";
import { RUNS, weigh } from "./engine.js";

/** A store over documents `{u, k, t, o, x}`. Their ids are their places in the list. */
export class Whole {
  constructor(documents) {
    this.list = documents;
    this.mini = new MiniSearch({ fields: ["t", "o", "x"], tokenize: terms, processTerm: (term) => term });
    this.mini.addAll(documents.map((document, id) => ({ ...document, id })));
    this.texts = documents.map(({ t, o, x }) => flat(`${t}\n${o}\n${x}`.replaceAll("\n", "⏎")));
    this.heads = documents.map(({ t, o }) => `${t} · ${o}`.normalize("NFC").toLowerCase());
    this.leads = this.heads.map((head) => head.replaceAll(" · ", "\n").replace(/[^가-힣\n]+/g, "").split("\n").map(leads).join("·"));
    // Titles that are sentences name nothing.
    const named = this.heads.map((head, id) => (["question", "flow"].includes(documents[id].k) ? "" : head));
    this.all = new Set(named.flatMap((head) => [...head.matchAll(RUNS)].map((match) => match[0])));
    for (const head of named) for (const name of head.split(" · ")) this.all.add(flat(name));
    this.latin = new Set(documents.flatMap(({ t, o, x }) => terms(`${t} ${o} ${x}`, "x")).filter((term) => /^[a-z0-9]/.test(term)));
  }

  ready() {}
  known(word) { return this.all.has(word); }
  names() { return this.all; }
  like() { return [...this.latin]; }
  kind(id) { return this.list[id].k; }
  documents(ids) { return ids.map((id) => this.list[id]); }

  weights(whole) {
    return (id) => Math.max(...this.heads[id].split(" · ").map((name) => weigh(flat(name), whole)));
  }

  /* Documents with all the terms of a word. They only propose; the text itself decides. */
  every(queries, word) {
    const texts = consonants(word) ? this.leads : this.texts;
    return this.search(queries, "AND", (id) => texts[id].includes(word));
  }

  some(queries) {
    return this.search(queries, "OR", () => true);
  }

  search(queries, combineWith, holds) {
    const found = this.mini.search({ queries, combineWith }, { boost: { t: 6, o: 5 }, tokenize: (term) => [term] });
    return new Map(found.filter(({ id }) => holds(id)).map(({ id, score }) => [id, score]));
  }
}
