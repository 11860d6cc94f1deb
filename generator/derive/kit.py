"""What all generators share: the site's names and links, words in every language, and how options are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

from generator import text
from generator.derive.words import Likeness, gives_away, marked_as, names_it, unlinked
from generator.fields import Record, Text
from generator.model import Actor, Addon, Component, Flow, Item, Part, Product, Question, Site
from generator.questions import TYPES
from generator.walk import fields, texts

Box = Component | Addon
Named = Component | Addon | Part | Product | Actor
T = TypeVar("T")
_WORK = {"role", "tag", "what", "detail", "does", "parts", "products", "relations", "problem", "details"}
SAME = 0.5
"""From this share of common words on, one text is taken to say what another says."""
SHARED = 0.33
"""The same between two boxes that work together, whose tasks are told in different words."""
RATIO = 1.4
"""How much longer than the wrong options a right one may be."""
NEAR = 7
"""Wrong options to choose from."""
ASKED = 200
"""How many entries of a large pool are looked at closely: time grows with the square of the site otherwise."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option to be: its id, its words, and the fact that says why it is right or wrong."""

    id: str
    text: Text
    why: Text


@dataclass(frozen=True, slots=True)
class About:
    """Where the fact behind an item stands: the thing, the section of its page, further pages, sources."""

    ref: str
    sources: Sequence[str]
    at: str | None = None
    also: tuple[str, ...] = ()


def digest(value: Text, language: str) -> str:
    """Four letters that change with the words of a text in one language; part of an option's id where the words are the key."""
    return sha256(value[language].encode()).hexdigest()[:4]


class Kit:
    """A site with the answers to what generators ask of it. Holds no rule of any one of them."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.boxes: dict[str, Box] = {box.id: box for box in site.boxes()}
        self.holders = {name: holder.id for name, _, holder in site.things() if holder is not None}
        self.named: dict[str, Named] = {name: thing for name, thing, _ in site.things() if isinstance(thing, Component | Addon | Part | Product)}
        self.products = {product.id for addon in site.addons for product in addon.products}
        self._bare: dict[tuple[tuple[str, str], ...], Text] = {}
        self.pages = {name for name, _, _ in site.things()}

    # --- words -------------------------------------------------------------------------------------------------

    def words(self, key: str, **places: Text | str | int) -> Text:
        """The UI string `derive.<key>` in every language, its places filled with the words of that language."""

        def spoken(value: Text | str | int, language: str) -> str:
            return value[language] if isinstance(value, Text) else str(value)

        filled = {
            language: text.fill(self.site.strings[language][f"derive.{key}"], **{name: spoken(value, language) for name, value in places.items()})
            for language in self.site.languages
        }
        parts = [value for value in places.values() if isinstance(value, Text) and not value.neutral]
        found, untold = marked_as(filled, parts), self._untold(key)
        return replace(found, borrowed=untold & found.borrowed if parts else untold)

    def _untold(self, key: str) -> frozenset[str]:
        """Drafts that say the UI string with the words of the default language."""
        site = self.site
        default = site.strings[site.settings.default_language][f"derive.{key}"]
        return frozenset(one for one in site.languages if one not in site.finished and site.strings[one][f"derive.{key}"] == default)

    def listed(self, values: Sequence[Text]) -> Text:
        """Several names in a row."""
        return marked_as({language: ", ".join(value[language] for value in values) for language in self.site.languages}, values)

    def bare(self, value: Text) -> Text:
        """A text whose references are plain words: for stems and options, which hold no links."""
        known = tuple(value.values.items())
        if known not in self._bare:
            self._bare[known] = marked_as({language: unlinked(value[language], self._titles[language]) for language in self.site.languages}, [value])
        return self._bare[known]

    @cached_property
    def _titles(self) -> dict[str, dict[str, str]]:
        things = [(name, thing.title if isinstance(thing, Flow | Question) else thing.name) for name, thing, _ in self.site.things()]
        return {language: {name: title[language] for name, title in things} for language in self.site.languages}

    def name(self, identifier: str, flow: Flow | None = None) -> Text:
        """What a box, part or product is called in a sentence, or an actor of a flow. Raises KeyError for an unknown id."""
        actor = next((one for one in flow.actors if one.id == identifier), None) if flow else None
        return (actor or self.named[identifier]).name

    def names(self, identifier: str, flow: Flow | None = None) -> list[str]:
        """Every name a reader may know it by, in all languages. Aliases are not among them."""
        found = [identifier, *self.name(identifier, flow).values.values()]
        box = self.boxes.get(identifier)
        return [*found, *(box.box.values.values() if box and box.box else ())]

    def mentions(self, value: Text, identifier: str) -> bool:
        """Whether a text names a thing in some language, by its names or aliases."""
        names = [*self.names(identifier), *getattr(self.named[identifier], "aliases", ())]
        return any(names_it(words, names) for words in self.bare(value).values.values())

    def telling(self, value: Text, key: Iterable[str], others: Iterable[Iterable[str]]) -> bool:
        """Whether a text gives its answer away in some language."""
        key, others = list(key), [list(names) for names in others]
        return any(gives_away(words, key, others) for words in self.bare(value).values.values())

    # --- what the model links ------------------------------------------------------------------------------------

    def box_of(self, identifier: str, flow: Flow | None = None) -> str | None:
        """The box in which something stands: itself, its holder, or where an actor is; None for an actor outside all boxes."""
        actor = next((one for one in flow.actors if one.id == identifier), None) if flow else None
        return actor.at if actor else self.holders.get(identifier)

    @cached_property
    def links(self) -> frozenset[frozenset[str]]:
        """Pairs of boxes that a relation or a step joins, in either direction."""
        found = {frozenset((box.id, relation.to)) for box in self.boxes.values() for relation in box.relations}
        for flow in self.site.flows:
            ends = ((self.box_of(step.source_actor, flow), self.box_of(step.to, flow)) for step in flow.steps)
            found |= {frozenset((one, other)) for one, other in ends if one and other}
        return frozenset(found)

    def linked(self, one: str, other: str) -> bool:
        """Whether anything passes between two boxes directly."""
        return frozenset((one, other)) in self.links

    @cached_property
    def needs(self) -> Mapping[str, frozenset[str]]:
        """For each box all others that its relations lead to, over any number of lines."""
        direct = {box.id: {relation.to for relation in box.relations} for box in self.boxes.values()}

        def reached(start: str) -> frozenset[str]:
            found: set[str] = set()
            ends = [*direct[start]]
            while ends:
                here = ends.pop()
                ends += direct[here] - found
                found.add(here)
            return frozenset(found - {start})

        return {start: reached(start) for start in self.boxes}

    # --- what would be right too ---------------------------------------------------------------------------------

    @cached_property
    def likeness(self) -> Likeness:
        """Compares texts by the words of this site."""
        return Likeness(value for _, _, value in texts(self.site))

    @cached_property
    def _work(self) -> dict[str, tuple[Text, ...]]:
        """Everything the model says that a box, part or product does, steps of flows among it."""
        found = {name: [value for path, value in fields(thing) if isinstance(value, Text) and path[0] in _WORK] for name, thing in self.named.items()}
        for flow in self.site.flows:
            for step in flow.steps:
                for end in {step.source_actor, step.to, self.box_of(step.source_actor, flow), self.box_of(step.to, flow)} & found.keys():
                    found[end or ""] += [step.label, step.detail]
        return {name: tuple(values) for name, values in found.items()}

    def fits(self, value: Text, identifier: str, same: float = SAME) -> bool:
        """Whether the model says of a thing what this text says: then it would be a right answer too."""
        return any(self.likeness.share(value, other) >= same for other in self._work[identifier])

    # --- choosing and building -----------------------------------------------------------------------------------

    def nearest(
        self, pool: Iterable[T], seed: str, count: int, near: Callable[[T], int], name: Callable[[T], str], fair: Callable[[T], bool] | None = None
    ) -> list[T]:
        """The `count` entries of a pool that are nearest to the key and pass `fair`; those equally near in an order drawn by the seed.

        What one entry draws depends on its own name alone, so that a new entry moves only the items it enters. `fair` may be slow: it
        is asked of the nearest first, until enough have passed or ASKED were heard.
        """
        ranked = sorted(pool, key=lambda one: (-near(one), sha256(f"{seed}\0{name(one)}".encode()).digest()))
        return list(islice(filter(fair, ranked[:ASKED]) if fair else ranked, count))

    def single(self, identifier: str, level: str, about: About, stem: Text, right: Choice, wrong: Sequence[Choice]) -> Iterator[Item]:
        """A single-choice item, unless there are too few options. `wrong` stands nearest first; three of them are taken."""
        if len(wrong) >= 2:
            options = [_option(right, True), *(_option(choice, False) for choice in _even(right, wrong))]
            yield from self.item("single", identifier, level, about, stem, options=_mixed(options, identifier))

    def multiple(self, identifier: str, level: str, about: About, stem: Text, right: Sequence[Choice], wrong: Sequence[Choice]) -> Iterator[Item]:
        """A multiple-choice item, unless there are too few options."""
        if len(right) >= 2 and wrong and len(right) + len(wrong) >= 4:
            options = [*(_option(choice, True) for choice in right), *(_option(choice, False) for choice in wrong)]
            yield from self.item("multiple", identifier, level, about, stem, options=_mixed(options, identifier))

    def item(self, kind: str, identifier: str, level: str, about: About, stem: Text, **own: Any) -> Iterator[Item]:
        """An item of a type, unless the site's registry lacks the type or the type itself finds fault with the item."""
        if kind not in TYPES:
            return
        source, *also = dict.fromkeys(about.sources)
        pages = tuple(name for name in dict.fromkeys(about.also) if name in self.pages and name != about.ref)
        head: dict[str, Any] = {"id": identifier, "type": kind, "level": level, "ref": about.ref, "at": about.at, "about": pages}
        made: Any = TYPES[kind].schema.model_validate({**head, "stem": stem, "source": source, "also": tuple(also), **own})
        if not TYPES[kind].check(made):
            yield made


def _even(right: Choice, wrong: Sequence[Choice]) -> list[Choice]:
    """Three wrong options. Where the right one is much longer, a longer one that is next in line takes the place of the shortest."""
    chosen, waiting = list(wrong[:3]), list(wrong[3:])
    while _stands_out(right, chosen):
        place = min(range(len(chosen)), key=lambda index: _length(chosen[index]))
        longer = [choice for choice in waiting if _length(choice) > _length(chosen[place])]
        if not longer:
            break
        waiting.remove(longer[0])
        chosen[place] = longer[0]
    return chosen


def _stands_out(right: Choice, chosen: Sequence[Choice]) -> bool:
    """Whether the right option is much longer than the others in some language in which all have words of their own."""
    spoken = [(language, words) for language, words in right.text.values.items() if all(language in choice.text.values for choice in chosen)]
    return any(len(chosen) * len(words) > RATIO * sum(len(choice.text[language]) for choice in chosen) for language, words in spoken)


def _length(choice: Choice) -> int:
    return sum(len(words) for words in choice.text.values.values()) // len(choice.text.values)


def _mixed(options: list[dict[str, Any]], seed: str) -> list[dict[str, Any]]:
    """The options in an order that says nothing of the key."""
    return sorted(options, key=lambda option: sha256(f"{seed}\0{option['id']}".encode()).digest())


def _option(choice: Choice, correct: bool) -> dict[str, Any]:
    return {"id": choice.id, "text": choice.text, "correct": correct, "explanation": choice.why}


def sources_of(record: Record, *fallback: Record) -> tuple[str, ...]:
    """The sources of a fact, or of the first record that has some."""
    return next((found for one in (record, *fallback) if (found := getattr(one, "sources", ()))), ())
