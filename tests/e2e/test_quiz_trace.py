"""Turn by turn: the next turn comes with an answer, the verdict with the last."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

NAME = "trace"
RIGHT = ["heat=warms", "hot=bubbles", "poured=colour"]


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


def turns(card):
    return card.root.locator(".an-turns > li:visible")


def choose(card, *answers):
    for answer in answers:
        card.root.locator(f'input[value="{answer}"]').check()


def test_the_next_turn_comes_with_an_answer(card):
    expect(turns(card)).to_have_count(1)
    choose(card, "heat=boils")
    expect(turns(card)).to_have_count(2)
    card.is_("new")
    card.check()
    card.is_("new")
    card.says("Choose one option in each turn")
    choose(card, *RIGHT[1:])
    expect(turns(card)).to_have_count(3)


@pytest.mark.parametrize(
    ("answers", "state"),
    [(RIGHT, "right"), (["heat=boils", *RIGHT[1:]], "partial"), (["heat=boils", "hot=hotter", "poured=colour"], "wrong")],
)
def test_the_verdict_counts_turns_and_is_kept(card, answers, state):
    choose(card, *answers)
    card.check()
    card.is_(state)
    assert card.stored() == answers
    card.page.reload()
    card.is_(state)
    expect(turns(card)).to_have_count(3)
    card.go("ko")
    card.is_(state)
    expect(card.root.locator(".an-turns .why:visible")).to_have_count(7)


def test_by_keyboard_alone(card):
    card.root.locator("input").first.focus()
    for number in range(1, 4):
        card.page.keyboard.press("Space")
        card.is_("new")
        card.page.keyboard.press("ArrowDown")
        card.is_("new")
        if number < 3:
            expect(turns(card)).to_have_count(number + 1)
            card.page.keyboard.press("Tab")
    card.page.keyboard.press("Enter")
    expect(card.root).not_to_have_attribute("data-state", "new")


def test_a_new_try_starts_with_one_turn(card):
    choose(card, *RIGHT)
    card.check()
    card.is_("right")
    card.check()
    card.is_("new")
    expect(turns(card)).to_have_count(1)
    expect(card.root.locator(".an-turns :checked")).to_have_count(0)


@pytest.mark.parametrize(
    "junk", [RIGHT[:2], [*RIGHT[:2], "poured=ghost"], [RIGHT[0], RIGHT[0], RIGHT[1]], ["heat=warms", "heat=boils", "hot=bubbles"], [*RIGHT, "x"]]
)
def test_what_is_no_answer_to_every_turn_is_none(card, junk):
    card.keep(junk)
    card.is_("new")


@pytest.mark.parametrize("types_context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_all_turns_stand_there(types_context, types_site):
    page = types_context.new_page()
    page.goto(types_site.url("en"))
    expect(page.locator(f"#q-{types_site.items[NAME].id} .an-turns > li:visible")).to_have_count(3)


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_after_an_answer(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    choose(card, "heat=boils", *RIGHT[1:])
    card.check()
    card.is_("partial")
    card.clean()
    context.close()
