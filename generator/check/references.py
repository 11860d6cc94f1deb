"""Every id that is named must exist, and be of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import text
from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, Severity, nearest
from generator.questions import TYPES
from generator.walk import Path, fields, records, texts

_SOURCE_FIELDS = {"sources", "source", "also"}
_THING = "thing with a page"


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an id is named: the record, the path in it, the kind the id must be of, the id."""

    record: str
    path: Path
    kind: str
    identifier: str


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K021 for an id that does not exist, K060 for a link scheme that is refused, K098 for a source that nothing rests on."""
    # What a broken record holds cannot be seen, but its ids do exist.
    known = {kind: found | origins.lost for kind, found in _known(site).items()}
    for naming in _named(site):
        if naming.identifier not in known[naming.kind]:
            yield _dangling(origins, naming, known[naming.kind])
    yield from _uncited(site, origins)
    yield from _flow_ends(site, origins, known["box, part, add-on or product"])
    things = known[_THING]
    for record, path, value in texts(site):
        for language, words in value.written().items():
            inner = (*path, language) if language else path
            for identifier in text.references(words):
                if identifier not in things:
                    yield _dangling(origins, Naming(record, inner, _THING, identifier), things)
            for target in text.refused_links(words):
                message = f"the link to '{target}' is refused"
                yield Problem(origins.at(record, *inner), "K060", message, "link to http(s):// or mailto:, or write [[id]] for a page of this site")


def _uncited(site: Site, origins: Origins) -> Iterator[Problem]:
    named = {naming.identifier for naming in _named(site) if naming.kind == "source"}
    for source in site.sources:
        if source.id not in named:
            message = f"nothing rests on the source '{source.id}'"
            yield Problem(origins.at(source.id, "id"), "K098", message, "cite it where it is true, or drop it", Severity.WARNING)


def _known(site: Site) -> dict[str, set[str]]:
    things = {identifier for identifier, _, _ in site.things()}
    flows, terms, questions = ({one.id for one in listed} for listed in (site.flows, site.terms, site.questions))
    return {
        "zone": {zone.id for zone in site.settings.zones},
        "kind of line": {kind.id for kind in site.settings.line_kinds},
        "box": {box.id for box in site.boxes()},
        "box, part, add-on or product": things - flows - terms - questions,
        _THING: things,
        "flow": flows,
        "claim": {claim.id for claim in site.claims},
        "question": questions,
        "source": {source.id for source in site.sources},
        "stop of the path": {stop.id for stop in site.path.stops} if site.path else set(),
    }


def _named(site: Site) -> Iterator[Naming]:
    """Each id that a record names, but for the ends of flow steps, which may be actors of their flow."""
    yield Naming("site", ("home", "start"), "flow", site.settings.home.start)
    yield from _each("site", ("home", "corrections"), "claim", site.settings.home.corrections)
    yield from _boxes(site)
    yield from _flows(site)
    yield from _note(site)
    yield from _path(site)
    for quiz in site.items:
        yield Naming(quiz.id, ("ref",), _THING, quiz.ref)
        yield from _each(quiz.id, ("about",), _THING, quiz.about)
        yield from (Naming(quiz.id, path, kind, name) for path, kind, name in TYPES[quiz.type].names(quiz))
    for name, record in records(site):
        for path, value in fields(record):
            if isinstance(value, str) and any(step in _SOURCE_FIELDS for step in path[-2:]):
                yield Naming(name, path, "source", value)


def _boxes(site: Site) -> Iterator[Naming]:
    for box in site.boxes():
        yield Naming(box.id, ("zone",), "zone", box.zone)
        for index, relation in enumerate(box.relations):
            yield Naming(box.id, ("relations", index, "to"), "box", relation.to)
            yield Naming(box.id, ("relations", index, "kind"), "kind of line", relation.kind)


def _flows(site: Site) -> Iterator[Naming]:
    for flow in site.flows:
        for index, actor in enumerate(flow.actors):
            yield Naming(flow.id, ("actors", index, "zone"), "zone", actor.zone)
            if actor.at:
                yield Naming(flow.id, ("actors", index, "at"), "box", actor.at)
        for index, step in enumerate(flow.steps):
            yield Naming(flow.id, ("steps", index, "kind"), "kind of line", step.kind)
            yield from _each(flow.id, ("steps", index, "claims"), "claim", step.claims)


def _note(site: Site) -> Iterator[Naming]:
    for index, item in enumerate(site.note.items):
        yield from _each("note", ("items", index, "claims"), "claim", item.claims)
        yield from _each("note", ("items", index, "questions"), "question", item.questions)
    for claim in site.claims:
        yield from _each(claim.id, ("about",), _THING, claim.about)
    for change in site.changes:
        yield from _each(change.id, ("about",), _THING, change.about)
    for term in site.terms:
        yield from _each(term.id, ("see",), _THING, term.see)
    for question in site.questions:
        yield Naming(question.id, ("answered_at",), _THING, question.answered_at)


def _path(site: Site) -> Iterator[Naming]:
    for index, stop in enumerate(site.path.stops if site.path else ()):
        yield from _each("path", ("stops", index, "things"), _THING, stop.things)
        yield from _each("path", ("stops", index, "needs"), "stop of the path", stop.needs)


def _each(record: str, path: Path, kind: str, identifiers: Iterable[str]) -> Iterator[Naming]:
    for index, identifier in enumerate(identifiers):
        yield Naming(record, (*path, index), kind, identifier)


def _flow_ends(site: Site, origins: Origins, known: set[str]) -> Iterator[Problem]:
    for flow in site.flows:
        here = known | {actor.id for actor in flow.actors}
        for index, step in enumerate(flow.steps):
            for end, identifier in (("from", step.source_actor), ("to", step.to)):
                if identifier not in here:
                    yield _dangling(origins, Naming(flow.id, ("steps", index, end), "box, part, product or actor of this flow", identifier), here)


def _dangling(origins: Origins, naming: Naming, known: set[str]) -> Problem:
    near = nearest(naming.identifier, known)
    advice = f"did you mean '{near}'?" if near else f"write the id of a {naming.kind} that exists"
    message = f"there is no {naming.kind} '{naming.identifier}'"
    return Problem(origins.at(naming.record, *naming.path), "K021", message, advice)
