"""The index of a large site in many small files, so that a query fetches a few of them. Read by docs/js/search/chunked.js.

`search.json` holds what every query needs: the kind and the lengths of each document, and how many files of each sort there are.
`search/d*.json` hold documents, a few each; `search/n*.json` names, by their first letter; `search/l*.json` names once more, by how many
letters they have, for slips of the finger; `search/g*.json` Latin words, by each three letters in a row; `search/t*.json` terms with the
documents that have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from generator.compact import compact
from generator.search.documents import Document
from generator.search.tokens import LEAD, NAMES, flat, folded, hangul, leads, terms

FIELDS = ("t", "o", "x")
_SIZES = {"t": 3_000, "n": 2_000, "g": 2_000, "d": 1_200}
"""Bytes that a file of each sort should have on average."""
_SENTENCES = {"question", "flow"}
"""Kinds whose titles are sentences, and so name nothing."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class _Posting:
    """What one document has of a term: how often in each field, and where in the text as it is compared."""

    counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    places: list[int] = field(default_factory=list)


def chunks(documents: Sequence[Document]) -> dict[str, bytes]:
    """The files of one language by path."""
    postings: dict[str, dict[int, _Posting]] = {}
    lengths: list[list[int]] = [[], [], []]
    for number, document in enumerate(documents):
        for place, name in enumerate(FIELDS):
            counted = Counter(terms(document[name], names=name != "x"))
            lengths[place].append(len(counted))
            for term, count in counted.items():
                postings.setdefault(term, {}).setdefault(number, _Posting()).counts[place] = count
        _place(document, number, postings)
    words = {term: _written(found) for term, found in postings.items()}
    latin = [term for term in postings if term[0].isascii()]
    known = _known(documents)
    files = {
        "t": _sharded(words, "t", lambda term: term[:2] if term[0].isascii() else term),
        "n": _sharded(_names(documents, known), "n", lambda name: name[0]),
        "g": _sharded({gram: " ".join(found) for gram, found in _grams(latin).items()}, "g", lambda gram: gram),
    }
    firsts, blocks = _blocks(documents)
    kinds = list(dict.fromkeys(document["k"] for document in documents))
    head: dict[str, Any] = {
        "kinds": kinds,
        "kind": "".join(str(kinds.index(document["k"])) for document in documents),
        "lengths": lengths,
        "averages": [_average(one) for one in lengths],
        "firsts": firsts,
        "letters": sorted({_letters(name) for name in known}),
        "files": {sort: len(listed) for sort, listed in files.items()},
    }
    every: dict[str, Any] = {"search.json": head} | {f"search/d{number}.json": block for number, block in enumerate(blocks)}
    every |= {f"search/{sort}{number}.json": shard for sort, listed in files.items() for number, shard in enumerate(listed)}
    for letters in sorted({_letters(name) for name in known}):
        every[f"search/l{letters}.json"] = {name: order for order, name in enumerate(known) if _letters(name) == letters}
    return {name: compact(value) for name, value in every.items()}


def _place(document: Document, number: int, postings: dict[str, dict[int, _Posting]]) -> None:
    """Notes where each pair stands in the text as it is compared, and each pair of consonants in the names."""
    text = flat("⏎".join(document[name] for name in FIELDS).replace("\n", "⏎"))
    head = re.sub(r"[^가-힣\n]+", "", _head(document).replace(" · ", "\n"))
    consonants = "·".join(leads(name) for name in head.split("\n"))
    for words, mark in ((text, ""), (consonants, LEAD)):
        for place, (first, second) in enumerate(pairwise(words)):
            whole = first != "·" != second if mark else hangul(first) and hangul(second)
            if whole and (found := postings.get(f"{mark}{first}{second}", {}).get(number)):
                found.places.append(place)


def _head(document: Document) -> str:
    return folded(f"{document['t']} · {document['o']}")


def _known(documents: Sequence[Document]) -> list[str]:
    """Every name of a thing and each run in it, as they are compared, in the order in which the browser lists them."""
    named = [_head(document) for document in documents if document["k"] not in _SENTENCES]
    runs = [match[0] for head in named for match in NAMES.finditer(head)]
    return list(dict.fromkeys(filter(None, [*runs, *(flat(name) for head in named for name in head.split(" · "))])))


def _names(documents: Sequence[Document], known: Iterable[str]) -> dict[str, list[int]]:
    """Every name and title, as it is compared: 1 when it counts as a name (else 0), then the documents that have it."""
    found = {name: [1] for name in known}
    for number, document in enumerate(documents):
        for name in dict.fromkeys(filter(None, map(flat, _head(document).split(" · ")))):
            found.setdefault(name, [0]).append(number)
    return found


def _letters(name: str) -> int:
    """How many letters a name has, those of a Hangul syllable counted each."""
    return len(normalize("NFD", name))


def _grams(words: Iterable[str]) -> dict[str, list[str]]:
    """For each three letters in a row, the words that have them, in their order."""
    found: dict[str, list[str]] = {}
    for word in words:
        for gram in dict.fromkeys(word[at : at + 3] for at in range(len(word) - 2)):
            found.setdefault(gram, []).append(word)
    return found


def _written(found: Mapping[int, _Posting]) -> str:
    """Postings as text, in numbers to the base of 36: `3TX2P1a,5;` is three documents on, with the term in its title and twice in its text, there.

    Documents and places count on from the one before.
    """
    parts = []
    last = 0
    for number, posting in found.items():
        fields = "".join(f"{name}{'' if count == 1 else _base(count)}" for name, count in zip("TOX", posting.counts, strict=True) if count)
        steps = [after - before for before, after in pairwise([0, *posting.places])]
        places = f"P{','.join(map(_base, steps))}" if steps else ""
        parts.append(f"{_base(number - last)}{fields}{places};")
        last = number
    return "".join(parts)


def _base(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits


def _sharded(entries: Mapping[str, Any], sort: str, key: Any) -> list[dict[str, Any]]:
    """The entries over as many files as their size asks for; `key` gives what of an entry's name decides its file."""
    size = sum(len(compact({name: value})) for name, value in entries.items())
    shards: list[dict[str, Any]] = [{} for _ in range(max(1, size // _SIZES[sort]))]
    for name, value in entries.items():
        shards[_hash(key(name)) % len(shards)][name] = value
    return shards


def _hash(word: str) -> int:
    """FNV-1a over the characters, as in the browser."""
    found = 0x811C9DC5
    for character in word:
        found = ((found ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return found


def _average(lengths: Iterable[int]) -> float:
    """The mean, added up in the order and with the rounding of the index in the browser, so that scores are the same."""
    mean = 0.0
    for number, length in enumerate(lengths):
        mean = (mean * number + length) / (number + 1)
    return mean


def _blocks(documents: Sequence[Document]) -> tuple[list[int], list[list[Document]]]:
    """The documents a few at a time, and the number of the first of each."""
    firsts: list[int] = []
    blocks: list[list[Document]] = []
    size = _SIZES["d"]
    for number, document in enumerate(documents):
        if size >= _SIZES["d"]:
            firsts.append(number)
            blocks.append([])
            size = 0
        blocks[-1].append(document)
        size += len(compact(document))
    return firsts, blocks
