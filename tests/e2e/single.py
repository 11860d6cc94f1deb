"""One single-choice item of the site for tests of taking it: where it is, what is stored of it, and how it is answered."""

import json

import pytest

PAGE = "questions/oq-etcd-consistency/"
KEY = "k8s:2:item:"


def record(answer, state="right", known="h", **more):
    """A stored record of today's version."""
    when = "2026-01-01T00:00:00.000Z"
    return {"v": 2, "a": answer, "s": state, "h": known, "t": when, "c": None, "d": None, "l": [[when, state, None]], **more}


@pytest.fixture(scope="session")
def item(site):
    """A single-choice item of that page, with its right and one wrong option."""
    return next(item for item in site.items if "oq-etcd-consistency" in (item.ref, *item.about))


def right(item):
    return next(option for option in item.options if option.correct)


def wrong(item):
    return next(option for option in item.options if not option.correct)


def root(page, item):
    return page.locator(f"#q-{item.id}")


def choose(page, item, option):
    root(page, item).locator(f"[data-option={option.id}] input").check()


def check(page, item):
    root(page, item).locator(".an-q__foot button").click()


def state(page, item):
    return root(page, item).get_attribute("data-state")


def stored(page, item):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}{item.id}')"))
