"""Terms and what they mean, in one direction or the other."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.derive.kit import NEAR, SAME, About, Choice, Kit, digest
from generator.derive.words import gives_away, names_it, opening, stems
from generator.fields import Text
from generator.model import Item, Term

LONGEST = 150
FEWEST = 4


def terms(kit: Kit) -> Iterator[Item]:
    """`m-term-<id>` asks for the term that a definition explains, `m-means-<id>` for the meaning of a term; a draw by id decides."""
    for term in kit.site.terms:
        meaning = _meaning(kit, term)
        if not _long(meaning) and not _empty(meaning):
            yield from _either(kit, term, meaning, term.id.removeprefix("t-"))


def _either(kit: Kit, term: Term, meaning: Text, seed: str) -> Iterator[Item]:
    near = kit.nearest(
        kit.site.terms, seed, NEAR, lambda other: _closeness(term, other), lambda other: other.id, lambda other: _rival(kit, term, other)
    )
    if _tells(meaning, _names(term), [_names(other) for other in near]):
        return
    backward = sha256(seed.encode()).digest()[0] % 3 == 0
    yield from _means(kit, term, seed) if backward else _term(kit, term, seed, near)


def _term(kit: Kit, term: Term, seed: str, near: list[Term]) -> Iterator[Item]:
    meaning = _meaning(kit, term)
    right = Choice(f"{term.id}-{digest(meaning, kit.site.settings.default_language)}", term.name, term.definition.text)
    wrong = [Choice(other.id, other.name, kit.words("fact", name=other.name, text=other.definition.text)) for other in near]
    about = About(term.id, term.definition.sources, None, tuple(name for name in term.see if name in kit.named))
    yield from kit.single(f"m-term-{seed}", "recall", about, kit.words("term", text=meaning), right, wrong)


def _means(kit: Kit, term: Term, seed: str) -> Iterator[Item]:
    language = kit.site.settings.default_language
    mine = _meaning(kit, term)

    def fair(one: tuple[Term, Text]) -> bool:
        other, text = one
        plain = not _long(text) and not _empty(text) and not _tells(text, _names(other), []) and not _tells(text, _names(term), [])
        return plain and _rival(kit, term, other)

    near = kit.nearest(
        ((other, _meaning(kit, other)) for other in kit.site.terms),
        seed,
        NEAR,
        lambda one: 2 * _closeness(term, one[0]) + _as_long(mine, one[1]),
        lambda one: one[0].id,
        fair,
    )
    right = Choice(f"{term.id}-{digest(mine, language)}", mine, kit.words("fact", name=term.name, text=term.definition.text))
    wrong = [
        Choice(f"{other.id}-{digest(text, language)}", text, kit.words("fact", name=other.name, text=other.definition.text)) for other, text in near
    ]
    about = About(term.id, term.definition.sources, None, tuple(name for name in term.see if name in kit.named))
    yield from kit.single(f"m-means-{seed}", "recall", about, kit.words("means", name=term.name), right, wrong)


def _meaning(kit: Kit, term: Term) -> Text:
    return kit.bare(opening(term.definition.text))


def _names(term: Term) -> list[str]:
    return [*term.name.values.values(), term.id.removeprefix("t-")]


def _tells(meaning: Text, key: list[str], others: list[list[str]]) -> bool:
    return any(gives_away(words, key, others) for words in meaning.values.values())


def _rival(kit: Kit, term: Term, other: Term) -> bool:
    """Whether another term is surely not meant: no shared name, no name inside the other's, no definition that says the same."""
    if term.id == other.id or not _spellings(term).isdisjoint(_spellings(other)):
        return False
    if any(one.casefold() in two.casefold() or two.casefold() in one.casefold() for one in _names(term) for two in _names(other)):
        return False
    mine, theirs = _meaning(kit, term), _meaning(kit, other)
    if any(names_it(words, _names(other)) for words in mine.values.values()):
        return False
    if _category(kit, term, other) or _category(kit, other, term) or any(kit.fits(mine, name) for name in other.see if name in kit.products):
        return False
    return kit.likeness.share(mine, other.definition.text) < SAME and kit.likeness.share(theirs, term.definition.text) < SAME


def _spellings(term: Term) -> set[str]:
    return {name.casefold() for name in (*_names(term), *term.aliases)}


def _category(kit: Kit, term: Term, other: Term) -> bool:
    """Whether one term is a product and the other leads to the category of it: a definition of the one may fit the other."""
    homes = {kit.holders[name] for name in term.see if name in kit.products}
    return not homes.isdisjoint(other.see) and kit.products.isdisjoint(other.see)


def _closeness(term: Term, other: Term) -> int:
    """Terms that lead to the same pages come first, then terms that rest on the same sources."""
    return 2 * len(set(term.see) & set(other.see)) + bool(set(term.definition.sources) & set(other.definition.sources))


def _as_long(one: Text, other: Text) -> int:
    return sum(len(words) <= 1.15 * len(other.values[language]) for language, words in one.values.items() if language in other.values)


def _empty(text: Text) -> bool:
    """Whether a sentence says too little to be told from others."""
    return any(len(stems(words)) < FEWEST for words in text.values.values())


def _long(text: Text) -> bool:
    return any(len(words) > LONGEST for words in text.values.values())
