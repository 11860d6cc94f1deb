"""Typed answers made comparable. The same folding in Python and in `docs/js/quiz/fold.js`; a test compares the two."""

from __future__ import annotations

import re
from unicodedata import normalize

from generator.fields import Text

# Both languages of the site's code must agree on every character, so none is left to what each calls a space.
_SILENT = re.compile(r"[\s\x1c-\x1f\x85\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff_.,:;!?'\"`´‘’“”·()\[\]-]+")


def fold(words: str) -> str:
    """The words in NFKC, without case, spaces, hyphens and punctuation: `CNI-Plugin ` and `cni plugin` are alike."""
    return _SILENT.sub("", normalize("NFKC", words).lower())


def accepted(*texts: Text | str) -> tuple[str, ...]:
    """Every spelling of these texts in every language, folded, each once. What holds nothing but marks folds to `""`."""
    spelled = (words for text in texts for words in (text.values.values() if isinstance(text, Text) else (text,)))
    return tuple(dict.fromkeys(fold(words) for words in spelled))
