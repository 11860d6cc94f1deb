/* Typed answers made comparable: the folding of generator/questions/fold.py, character for character. */
const SILENT = /[\s\x1c-\x1f\x85\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff_.,:;!?'"`´‘’“”·()[\]-]+/gu;

/** The words in NFKC, without case, spaces, hyphens and punctuation. */
export const fold = (words) => words.normalize("NFKC").toLowerCase().replace(SILENT, "");
