"""Puts payloads into every text field of a model, and builds the site that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as engine
from mkdocs.config import load_config

from generator import pipeline, write
from generator.fields import Record, Text
from generator.model import Site

# Not words: names of things, files and forms, which are checked when they are read.
# fmt: off
FORMS = {
    "id", "type", "level", "kind", "verdict", "confidence", "status", "state", "style", "zone", "line", "lines", "note_lines", "ref", "at",
    "about", "source", "also", "sources", "url", "repository", "date", "checked", "published", "default_language", "language", "code", "to",
    "source_actor", "claims", "questions", "see", "start", "corrections", "file", "answered_at", "quotes", "quote", "items",
    "boxes", "names", "category", "things", "needs", "pages"
}
# fmt: on
# What a drawing has to find room for, and what stands on a line: these get one short payload, anything else gets all of them.
_BRACES = str.maketrans("{}", "()")
SHORT = {"name", "box", "tag", "label", "short", "title", "subject"}


def hostile(site: Site, given: Callable[[bool], str]) -> Site:
    """The site with `given(short)` after the words of every text."""
    lists = {name: tuple(_record(one, given) for one in getattr(site, name)) for name in _lists(site)}
    strings = {
        code: {key: words + given(True).replace("{", "(").replace("}", ")") for key, words in each.items()} for code, each in site.strings.items()
    }
    lines = tuple(line + given(True) for line in site.note_lines)
    return replace(site, settings=_record(site.settings, given), note=_record(site.note, given), note_lines=lines, strings=strings, **lists)


def _lists(site: Site) -> Iterator[str]:
    for name in site.__dataclass_fields__:
        value = getattr(site, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            yield name


def _record(record: Any, given: Callable[[bool], str]) -> Any:
    changed = {name: _value(name, getattr(record, name), given) for name in type(record).model_fields}
    return record.model_copy(update=changed)


def _value(name: str, value: Any, given: Callable[[bool], str]) -> Any:
    if isinstance(value, Text):
        return Text({language: words + given(name in SHORT) for language, words in value.values.items()}, value.neutral)
    if isinstance(value, Record):
        return _record(value, given)
    if isinstance(value, tuple) and (name not in FORMS or any(isinstance(one, Record) for one in value)):
        return tuple(_value("alias", one, given) for one in value)
    if isinstance(value, str) and value and name not in FORMS:
        return value + given(name in SHORT)
    return value


def build(site: Site, checked: pipeline.Checked, work: Path) -> Path:
    """Builds a changed site with the engine; gives the folder of the result."""
    result = pipeline.render_pages(replace(checked, site=site), pipeline.ROOT / "docs")
    write.write(result.files, work / "docs")
    config = load_config(str(pipeline.ROOT / "mkdocs.yml"), hooks=[], watch=[], site_dir=str(work / "notes"), docs_dir=str(work / "docs"))
    config.nav = result.nav
    config.extra.update(result.extra)
    config.extra["serving"] = False
    config.site_name = site.settings.title[site.settings.default_language]
    engine(config)
    return work / "notes"
