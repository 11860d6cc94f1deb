/* Words to search terms. Korean is matched inside words too: runs of Hangul become pairs of syllables, across particles and spaces. */
const LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const RUNS = /[가-힣]+|[ㄱ-ㅎ]+|[a-z0-9]+(?:[.'][a-z0-9]+)*/g;
const PARTICLES = new RegExp(
  "(?:으로부터|에서부터|이라는|에서는|에서의|에서도|으로는|으로도|이란|라는|에서|에게|한테|으로|부터|까지|처럼|보다|마다|조차|이나|이랑|과의|와의|에는|에도|로는|란|은|는|이|가|을|를|의|에|도|로|과|와|만|나|랑)$",
);
const ENDINGS = /(?:하려면|되려면|했을때|됐을때|할때|될때|하는|하면|하다|한다|하고|하기|해서|하게|되는|되면|되다|된다|되고|돼서|인가요|인가|인지|이다|입니다|이야|일까|들)$/;

/* What people wrap their question in. Asked alone, each still counts. */
const ASIDES = new Set(
  ("뭐야 뭐지 뭐 뭔가요 무엇 무엇인가 무엇인가요 무슨 뭘 어떤 어떻게 어디 어디서 왜 언제 누가 뜻 의미 설명 정의 방법 역할 차이 대해 대한 관련 하는 되는 하나 있는 없는 보는 것 " +
    "a an the of to in on for and or is are be do does did what which who when where why how it its my with between mean means explain difference vs").split(" "),
);

/** The initial consonants of a Hangul word: 스케줄러 → ㅅㅋㅈㄹ. */
export const leads = (word) => [...word].map((syllable) => LEADS[Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)]).join("");

/** A text as it is compared: composed, in small letters, without spaces and hyphens. */
export const flat = (text) => text.normalize("NFC").toLowerCase().replace(/[\s\-‑]+/g, "");

const hangul = (run) => /^[가-힣]/.test(run);
const consonants = (run) => /^[ㄱ-ㅎ]/.test(run);
const pairs = (word, mark = "") => {
  if (word.length < 2) return [mark + word];
  return Array.from({ length: word.length - 1 }, (_, at) => mark + word.slice(at, at + 2));
};

/** Terms of a text. `field` is the field it stands in: initial consonants are taken from names only, not from running text. */
export function terms(text, field) {
  const found = [];
  let before = null;
  for (const match of text.normalize("NFC").toLowerCase().matchAll(RUNS)) {
    const run = match[0];
    if (hangul(run)) {
      found.push(...pairs(run));
      if (run.length > 1) found.push(...run);
      // Writers differ on spaces inside names, so a pair may also reach over one.
      if (before && hangul(before[0]) && match.index - before.index - before[0].length === 1) found.push(before[0].at(-1) + run[0]);
      if (field !== "x") found.push(...pairs(leads(run), "ㆍ"));
    } else if (consonants(run)) found.push(...pairs(run, "ㆍ"));
    else found.push(run);
    before = match;
  }
  return found;
}

/** A Korean word without its particles and endings; itself when nothing would be left of it. A `known` name loses nothing. */
export function stem(word, known = () => false) {
  let rest = word;
  for (const cut of [PARTICLES, ENDINGS, PARTICLES]) {
    if (known(rest)) break;
    const shorter = rest.replace(cut, "");
    if (shorter.length > 1 || (shorter && rest.length > 2)) rest = shorter;
  }
  return rest;
}

const HANGUL_PARTICLE = new RegExp(`^${PARTICLES.source}`);

/** What a reader asks for: the words of the query that count, each `{as: run as typed, stem}`. `known` tells whether a word is a name as it stands. */
export function asked(query, known = () => false) {
  const plain = query.normalize("NFC").toLowerCase();
  const found = [];
  for (const { 0: run, index } of plain.matchAll(RUNS)) {
    // What follows a Latin word at once is its particle: "API는".
    if (hangul(run) && index > 0 && /[a-z0-9)]/.test(plain[index - 1]) && HANGUL_PARTICLE.test(run)) continue;
    const base = hangul(run) ? stem(run, known) : run.replace(/(?<=..[^su])s$|'s$/, "");
    // A single syllable is a word only where it is a name.
    found.push({ as: run, stem: base, aside: ASIDES.has(run) || ASIDES.has(base) || (hangul(base) && base.length < 2 && !known(base)) });
  }
  const counting = found.filter((word) => !word.aside);
  return counting.length ? counting : found;
}

/** The terms of one word of a query, as `terms` writes them. */
export const termsOf = (word) => (consonants(word) ? pairs(word, "ㆍ") : hangul(word) ? pairs(word) : [word]);
export { consonants, hangul };
