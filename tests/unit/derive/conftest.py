"""The real site before anything is derived, and ways to change one fact of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import parse, pipeline
from generator.derive import derive
from generator.questions import TYPES


@pytest.fixture(scope="session")
def site():
    reading = parse.read(pipeline.DEFAULT_CONTENT)
    assert reading.site is not None
    return reading.site


@pytest.fixture(scope="session")
def items(site):
    return by_id(site)


def by_id(site):
    """The derived items of a site by their ids."""
    return {item.id: item for item in derive(site)}


def changed(site, listed, identifier, **fields):
    """The site with other fields in one record of a list."""
    records = tuple(one.model_copy(update=fields) if one.id == identifier else one for one in getattr(site, listed))
    return replace(site, **{listed: records})


def swapped(site, listed, one, other, field):
    """The site with a field of two records of a list exchanged."""
    found = {record.id: getattr(record, field) for record in getattr(site, listed)}
    return changed(changed(site, listed, one, **{field: found[other]}), listed, other, **{field: found[one]})


def find(records, identifier):
    return next(record for record in records if record.id == identifier)


def keys(item):
    """Ids of the right options."""
    return {option.id for option in item.options if option.correct}


def asks(item):
    """What an answer to the item refers to: it must not stay the same when the fact changes."""
    return TYPES[item.type].fingerprint(item)
