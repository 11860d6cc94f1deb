"""One single-choice item of the site for tests of taking it: where it is, how it is answered, and what is kept of it."""

import json

import pytest

from tests.e2e.stored import KEY

PAGE = "questions/oq-etcd-consistency/"


@pytest.fixture(scope="session")
def item(site):
    """A single-choice item of that page."""
    return next(item for item in site.items if item.type == "single" and "oq-etcd-consistency" in (item.ref, *item.about))


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
