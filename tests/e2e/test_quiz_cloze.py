"""Gaps in a browser. What holds for every type stands in test_quiz_types.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

NAME = "cloze"


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


def fill(card, temperature, solid):
    card.root.locator("select").select_option(temperature)
    card.root.locator(".an-cloze input").fill(solid)


@pytest.mark.parametrize(
    ("temperature", "solid", "state", "struck", "rows"),
    [
        ("zero", "ice", "right", [], 2),
        ("zero", " ICE.", "right", [], 2),
        ("zero", "얼음", "right", [], 3),
        ("zero", "snow", "partial", ["snow"], 3),
        ("four", "ice", "partial", ["4 °C"], 3),
        ("four", "snow", "wrong", ["snow", "4 °C"], 4),
    ],
)
def test_each_gap_is_judged_on_its_own(card, temperature, solid, state, struck, rows):
    fill(card, temperature, solid)
    card.check()
    card.is_(state)
    assert card.root.locator("del.an-gap").all_text_contents() == struck
    expect(card.root.locator("ins.an-gap")).to_have_count(2)
    expect(card.root.locator(".an-rows .an-opt")).to_have_count(rows)
    expect(card.root.locator(".an-rows .is-wrong")).to_have_count(len(struck))
    expect(card.root.locator(".an-cloze [data-gap]:visible")).to_have_count(0)


@pytest.mark.parametrize(("language", "keys", "names"), [("ko", "0 °C, 얼음", ["빈칸 1", "빈칸 2"]), ("en", "ice, 0 °C", ["Gap 1", "Gap 2"])])
def test_the_order_of_the_gaps_is_that_of_the_language(types_page, types_site, language, keys, names):
    card = Card(types_page, types_site, NAME, language)
    for name in names:
        expect(card.root.get_by_label(name)).to_be_visible()
    fill(card, "four", "snow")
    card.check()
    card.says(keys)
    option = card.item.gaps[0].options[1]
    wrong = card.root.locator(".an-opt.is-wrong", has_text="4 °C")
    expect(wrong.locator(".why")).to_have_text(option.explanation[language])
    expect(card.root.locator(".an-opt.is-right .why")).to_have_count(2)


def test_a_gap_left_empty_is_asked_for(card):
    card.root.locator("select").select_option("zero")
    card.check()
    card.says("Fill every gap, then check.")
    card.is_("new")
    expect(card.root.locator("select")).to_have_value("zero")


def test_by_keyboard_alone_and_again(card):
    card.root.locator(".an-cloze input").focus()
    card.page.keyboard.type("ice")
    card.page.keyboard.press("Tab")
    expect(card.root.locator("select")).to_be_focused()
    while card.root.locator("select").input_value() != "zero":
        card.page.keyboard.press("ArrowDown")
        card.is_("new")
    card.page.keyboard.press("Shift+Tab")
    card.page.keyboard.press("Enter")
    card.is_("right")
    expect(card.button).to_be_focused()
    card.page.keyboard.press("Enter")
    card.is_("new")
    expect(card.root.locator(".an-cloze input")).to_be_focused()
    assert card.root.locator("[data-gap]").evaluate_all("all => all.map(one => one.value)") == ["", ""]
    expect(card.root.locator(".an-gap, .an-rows")).to_have_count(0)
    expect(card.root.locator(".an-cloze [data-gap]:visible")).to_have_count(2)


def test_the_answer_stays_in_the_other_language(card):
    fill(card, "four", "ice")
    card.check()
    assert card.stored() == ["solid=ice", "temperature=four"]
    for language in ("en", "ko"):
        card.go(language)
        card.is_("partial")
        expect(card.root.locator("del.an-gap")).to_have_text("4 °C")


@pytest.mark.parametrize(
    "junk",
    [
        ["temperature=zero"],
        ["temperature=zero", "temperature=zero"],
        ["temperature=ninety", "solid=ice"],
        ["temperature=", "solid=ice"],
        ["temperature=zero", "solid=?"],
        ["temperature=zero", f"solid={'x' * 101}"],
        ["temperature=zero", "solid=ice", "liquid=water"],
        ["solid", "temperature"],
    ],
)
def test_junk_is_no_answer(card, junk):
    card.keep(junk)
    card.is_("new")


def test_an_equals_sign_may_be_typed(card):
    fill(card, "zero", "a=b")
    card.check()
    card.is_("partial")
    card.page.reload()
    card.is_("partial")
    expect(card.root.locator("del.an-gap")).to_have_text("a=b")


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_in_an_answered_item(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    for given, state in ((("four", "x" * 100), "wrong"), (("zero", "snow"), "partial"), (("zero", "ice"), "right")):
        card.keep([f"temperature={given[0]}", f"solid={given[1]}"])
        card.is_(state)
        card.clean()
    context.close()
