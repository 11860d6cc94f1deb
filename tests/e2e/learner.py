"""A learner in the browser: starts a session, answers its cards; and the records that are kept."""

import json
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.stored import KEY, record


def records(page):
    """All records that are kept, by the id of their item."""
    return page.evaluate(
        "prefix => Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith(prefix))"
        ".map(key => [key.slice(prefix.length), JSON.parse(localStorage[key])]))",
        KEY,
    )


def put(page, item, when=None, **more):
    """Puts a record there, five days old unless `when` is given; gives it back."""
    when = when or datetime.now(UTC) - timedelta(days=5)
    kept = record(["x"], when=when.isoformat(timespec="milliseconds").replace("+00:00", "Z"), **more)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}{item}", json.dumps(kept)])
    return kept


def take(page, file):
    """Chooses a file to take records from."""
    expect(page.locator(".an-file input")).to_be_enabled()
    page.locator(".an-file input").set_input_files(file)


def plain(site):
    """Single-choice items by id."""
    return {item.id: item for item in site.items if item.type == "single"}


def option(item, right=True):
    return next(one.id for one in item.options if one.correct == right)


def answer(page, site, right=True):
    """Answers the card on the stage; gives its id."""
    card = page.locator(".an-session .an-q:visible")
    name = card.get_attribute("data-item")
    card.locator(f"[data-option={option(plain(site)[name], right)}] input").check()
    return name


def check(page):
    page.locator(".an-session .an-q:visible .an-q__foot button").click()


def start(page, base, path, **choices):
    page.goto(f"{base}{path}")
    for name, value in choices.items():
        page.locator(f"[name={name}]").select_option(value)
    page.locator(".an-setup button").click()
    expect(page.locator(".an-session .an-q:visible")).to_have_count(1)


def practise(page, base, site):
    """One missed and one right answer, the sum, and the missed one again. Gives the ids of both."""
    start(page, base, "ko/practice/", topic="etcd", type="single")
    total = page.locator(".an-session__t").text_content()
    missed = answer(page, site, right=False)
    page.locator(".an-sure input[value=sure]").check()
    check(page)
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-state", "wrong")
    page.locator(".an-session__go button").click()
    expect(page.locator(".an-session__t")).not_to_have_text(total)
    known = answer(page, site)
    check(page)
    page.locator(".an-session__go button").click()
    page.get_by_role("button", name="마치기").click()
    expect(page.locator(".an-session__say")).to_have_text("2문항 중 1개 맞음, 0개 일부 맞음, 1개 틀림")
    page.get_by_role("button", name="틀린 1개 다시 풀기").click()
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-item", missed)
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-state", "new")
    return missed, known
