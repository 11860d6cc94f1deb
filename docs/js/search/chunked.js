/* The index of a large site, in many small files of which a query fetches a few (generator/search/chunks.py says what is in them).
   Scores are those of MiniSearch (BM25+), so that a site finds the same things however its index comes. */
import { RUNS, weigh } from "./engine.js";

const BOOSTS = [6, 5, 1];
const [K, B, D] = [1.2, 0.7, 0.5];
const POSTING = /([0-9a-z]+)(?:T([0-9a-z]*))?(?:O([0-9a-z]*))?(?:X([0-9a-z]*))?(?:P([0-9a-z,]+))?;/g;
const number = (text) => parseInt(text, 36);

function hash(word) {
  let found = 0x811c9dc5;
  for (const character of word) found = Math.imul(found ^ character.codePointAt(0), 0x01000193) >>> 0;
  return found;
}

/* The postings of a term: `{id, counts, places}` by document. */
function posted(text = "") {
  let id = 0;
  return Array.from(text.matchAll(POSTING), ([, step, ...rest]) => {
    const counts = rest.slice(0, 3).map((count) => (count === undefined ? 0 : count === "" ? 1 : number(count)));
    let place = 0;
    const places = rest[3] ? rest[3].split(",").map((one) => (place += number(one))) : [];
    id += number(step);
    return { id, counts, places };
  });
}

/* The best first: what comes first decides between equals later. */
const ranked = (scores) => new Map(scores.sort(([, first], [, second]) => second - first));

/** A store over the files beside `base`, whose `search.json` was read as `head`. */
export class Chunked {
  far = true;

  constructor(head, base) {
    Object.assign(this, { head, base, read: new Map(), near: new Map() });
  }

  /* A file, fetched once; one that failed is asked for again the next time. */
  file(name) {
    if (!this.read.has(name)) {
      const answer = fetch(new URL(`search/${name}.json`, this.base)).then((found) => {
        if (!found.ok) throw new Error(String(found.status));
        return found.json();
      });
      answer.catch(() => this.read.delete(name));
      this.read.set(name, answer);
    }
    return this.read.get(name);
  }

  shard(sort, key) {
    return this.file(`${sort}${hash(key) % this.head.files[sort]}`);
  }

  /* Names that begin as the query or a word of it does: to know what is a name, and which documents bear it. */
  async ready(query, whole) {
    const plain = query.normalize("NFC").toLowerCase();
    const letters = new Set([...plain.matchAll(RUNS)].map(([run]) => run[0]).concat([...whole].slice(0, 1)));
    for (const shard of await Promise.all([...letters].map((letter) => this.shard("n", letter)))) {
      for (const [name, found] of Object.entries(shard)) this.near.set(name, found);
    }
  }

  known(word) {
    return Boolean(this.near.get(word)?.[0]);
  }

  /* Names of about as many letters. */
  async names(letters, reach) {
    const lists = this.head.letters.filter((count) => Math.abs(count - letters) <= reach);
    const files = await Promise.all(lists.map((count) => this.file(`l${count}`)));
    const found = files.flatMap((file) => Object.entries(file)).sort(([, first], [, second]) => first - second);
    return found.map(([name]) => name);
  }

  weights(whole) {
    const most = new Map();
    for (const [name, [, ...ids]] of this.near) {
      const weight = weigh(name, whole);
      if (weight > 1) for (const id of ids) most.set(id, Math.max(weight, most.get(id) ?? 1));
    }
    return (id) => most.get(id) ?? 1;
  }

  kind(id) {
    return this.head.kinds[Number(this.head.kind[id])];
  }

  /* The words that hold the first three letters of this one, or the word itself when it is shorter. */
  async like(word) {
    if (word.length < 3) return [word];
    const gram = word.slice(0, 3);
    return (await this.shard("g", gram))[gram]?.split(" ") ?? [];
  }

  async postings(term) {
    return posted((await this.shard("t", /^[a-z0-9]/.test(term) ? term.slice(0, 2) : term))[term]);
  }

  /* The score of one term in each document that has it. */
  scored(postings) {
    const found = new Map();
    const total = this.head.kind.length;
    for (const [field, boost] of BOOSTS.entries()) {
      const holding = postings.filter(({ counts }) => counts[field]);
      const rarity = Math.log(1 + (total - holding.length + 0.5) / (holding.length + 0.5));
      for (const { id, counts } of holding) {
        const [count, length] = [counts[field], this.head.lengths[field][id]];
        const score = boost * (rarity * (D + (count * (K + 1)) / (count + K * (1 - B + (B * length) / this.head.averages[field]))));
        found.set(id, (found.get(id) ?? 0) + score);
      }
    }
    return found;
  }

  async every(terms, word) {
    const lists = await Promise.all(terms.map((term) => this.postings(term)));
    const distinct = new Set(terms).size;
    let found = null;
    for (const scores of lists.map((list) => this.scored(list))) {
      found = new Map([...scores].filter(([id]) => !found || found.has(id)).map(([id, score]) => [id, (found?.get(id) ?? 0) + score]));
    }
    const places = lists.map((list) => new Map(list.map((one) => [one.id, new Set(one.places)])));
    const holds = (id) => word.length < 2 || [...places[0].get(id)].some((place) => places.every((list, at) => list.get(id).has(place + at)));
    return ranked([...found].filter(([id]) => holds(id)).map(([id, score]) => [id, score * distinct]));
  }

  async some(terms) {
    const lists = await Promise.all(terms.map((term) => this.postings(term)));
    const found = new Map();
    for (const scores of lists.map((list) => this.scored(list))) {
      for (const [id, score] of scores) {
        const old = found.get(id) ?? { score: 0, terms: 0 };
        found.set(id, { score: old.score + score, terms: old.terms + 1 });
      }
    }
    return ranked([...found].map(([id, { score, terms: count }]) => [id, score * count]));
  }

  async documents(ids) {
    const { firsts } = this.head;
    return Promise.all(ids.map(async (id) => {
      const block = firsts.filter((first) => first <= id).length - 1;
      return (await this.file(`d${block}`))[id - firsts[block]];
    }));
  }
}
