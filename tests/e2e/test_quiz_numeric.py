"""Numbers in a browser. What holds for every type stands in test_quiz_types.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

NAME = "numeric"
READ = """words => import(new URL("quiz/numeric.js", document.querySelector('script[src$="/quiz.js"]').src))
  .then(({ read }) => words.map(word => String(read(word)[0])))"""
NUMBERS = {
    "30": "30", "1,000": "1000", "1.000": "1", "1 000 000": "1000000", "1\u202f000": "1000", "1'000": "1000", "1,000,000": "1000000",
    "1.000.000": "1000000", "1,234.5": "1234.5", "1.234,5": "1234.5", "2,5": "2.5", "2.5": "2.5", ".5": "0.5", "5.": "5", "0,125": "0.125",
    "-3": "-3", "−3": "-3", "+4": "4", "３０": "30", "007": "7",
    "": "NaN", "-": "NaN", ".": "NaN", "abc": "NaN", "1,2,3": "NaN", "1.5.2": "NaN", "12,34,567": "NaN", "--3": "NaN", "Infinity": "NaN",
}  # fmt: skip


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


def test_numbers_are_read_as_people_write_them(card):
    assert dict(zip(NUMBERS, card.page.evaluate(READ, list(NUMBERS)), strict=True)) == NUMBERS


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("500", "right"),
        ("500.0", "right"),
        ("490", "right"),
        ("510", "right"),
        ("500 seconds", "right"),
        ("500초", "right"),
        ("511", "wrong"),
        ("8", "wrong"),
        ("-500", "wrong"),
    ],
)
def test_what_lies_within_the_tolerance_is_right(card, typed, state):
    card.root.get_by_label("Your answer").fill(typed)
    card.check()
    card.is_(state)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_known_slip_says_what_is_wrong_with_it(types_page, types_site, language):
    card = Card(types_page, types_site, NAME, language)
    card.root.locator(".an-in").fill("8")
    card.check()
    card.says({"ko": "틀렸다. 정답: 500초 (±10).", "en": "Wrong. Correct answer: 500 seconds (±10)."}[language])
    expect(card.root.locator(".an-opt.is-wrong .say")).to_have_text({"ko": "8초", "en": "8 seconds"}[language])
    expect(card.root.locator(".an-opt.is-wrong .why")).to_have_text(card.item.misses[0].explanation[language])
    expect(card.root.locator(".an-opt.is-right .why")).to_have_text(card.item.explanation[language])


@pytest.mark.parametrize("typed", ["many", "500 minutes", "8-9", "1/2", "1e3", "30, 40"])
def test_what_is_no_number_is_asked_for_again_and_not_wrong(card, typed):
    card.root.locator(".an-in").fill(typed)
    card.check()
    card.is_("new")
    card.says("Type a number, then check.")
    expect(card.root.locator(".an-in")).to_have_value(typed)
    card.keep([typed])
    card.is_("new")


def test_by_keyboard_alone_and_kept_for_the_other_language(card):
    card.root.locator(".an-in").focus()
    card.page.keyboard.type("495 seconds")
    card.page.keyboard.press("Enter")
    card.is_("right")
    expect(card.button).to_be_focused()
    assert card.stored() == ["495 seconds"]
    card.go("ko")
    card.is_("right")
    expect(card.root.locator(".an-opt .say").first).to_have_text("495초")
    expect(card.root.locator(".an-opt .tag").first).to_have_text("내 답 · 맞음")
    card.check()
    card.is_("new")
    expect(card.root.locator(".an-in")).to_have_value("")


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_in_an_answered_item(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    for typed, state in (("9" * 99, "wrong"), ("8", "wrong"), ("500", "right")):
        card.keep([typed])
        card.is_(state)
        card.clean()
    context.close()
