/* Words to search terms. Korean is matched inside words too: runs of Hangul become pairs of syllables, across particles. */
const LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const PARTICLES = /(?:으로부터|에서는|에서의|에서|에게|으로|부터|까지|처럼|보다|이나|이란|란|과의|와의|에는|은|는|이|가|을|를|의|에|도|로|과|와|만|나)$/;
const RUNS = /[가-힣]+|[ㄱ-ㅎ]+|[a-z0-9]+(?:[.'][a-z0-9]+)*/g;

/** The initial consonants of a Hangul word: 스케줄러 → ㅅㅋㅈㄹ. */
export const leads = (word) => [...word].map((syllable) => LEADS[Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)]).join("");

const pairs = (word, mark = "") => {
  if (word.length < 2) return [mark + word];
  return Array.from({ length: word.length - 1 }, (_, at) => mark + word.slice(at, at + 2));
};

/** Terms of a text, or of what a reader typed when `asked`: then particles at the end of a word are dropped. */
export function tokenize(text, asked = false) {
  const terms = [];
  const plain = text.normalize("NFC").toLowerCase();
  for (const { 0: run, index } of plain.matchAll(RUNS)) {
    if (/^[가-힣]/.test(run)) {
      // What follows a Latin word at once is its particle: "API는".
      if (asked === true && index > 0 && /[a-z0-9)]/.test(plain[index - 1]) && run.replace(PARTICLES, "") === "") continue;
      const stem = asked === true && run.length > 2 ? run.replace(PARTICLES, "") || run : run;
      terms.push(...pairs(stem));
      if (asked !== true) {
        if (stem.length > 1) terms.push(...[...stem]);
        terms.push(...pairs(leads(stem), "ㆍ"));
      }
    } else if (/^[ㄱ-ㅎ]/.test(run)) terms.push(...pairs(run, "ㆍ"));
    else terms.push(run);
  }
  return terms;
}
