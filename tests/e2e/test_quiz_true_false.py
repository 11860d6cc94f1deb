"""True or false in a browser. What holds for every type stands in test_quiz_types.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

NAME = "true_false"
WORDS = {"ko": ("맞았다.", "틀렸다. 정답: 거짓."), "en": ("Right.", "Wrong. Correct answer: False.")}


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("chosen", "state"), [("false", "right"), ("true", "wrong")])
def test_an_answer_by_mouse_is_judged_and_explained(types_page, types_site, language, chosen, state):
    card = Card(types_page, types_site, NAME, language)
    card.root.locator(f".an-opt[data-option={chosen}] input").click()
    card.check()
    card.is_(state)
    card.says(WORDS[language][state == "wrong"])
    expect(card.root.locator(".an-opt .why")).to_have_count(1)
    expect(card.root.locator(".an-opt[data-option=false] .why")).to_have_text(card.item.explanation[language])
    tag = {"right": {"ko": "내 답 · 정답", "en": "Your answer · Correct answer"}, "wrong": {"ko": "내 답 · 틀림", "en": "Your answer · Wrong"}}
    expect(card.root.locator(f".an-opt[data-option={chosen}] .tag")).to_have_text(tag[state][language])
    expect(card.root.locator(".an-opt .tag")).to_have_count(2)


def test_by_keyboard_alone(card):
    card.root.locator("input").first.focus()
    card.page.keyboard.press("Space")
    card.page.keyboard.press("ArrowRight")
    card.is_("new")
    expect(card.root.locator("input[value=false]")).to_be_checked()
    card.page.keyboard.press("Enter")
    card.is_("right")
    expect(card.button).to_be_focused()
    card.page.keyboard.press("Enter")
    card.is_("new")
    expect(card.root.locator("input").first).to_be_focused()
    expect(card.root.locator("input:checked")).to_have_count(0)
    assert card.root.locator(".an-opts .key").all_text_contents() == ["", ""]


def test_the_answer_stays_in_the_other_language_and_keeps_its_order(card):
    card.root.locator("input[value=true]").check()
    card.check()
    for language in ("en", "ko"):
        card.go(language)
        card.is_("wrong")
        assert card.root.locator(".an-opts input").evaluate_all("all => all.map(one => one.value)") == ["true", "false"]
    assert card.stored() == ["true"]


@pytest.mark.parametrize("junk", [["maybe"], ["true", "false"], ["True"]])
def test_junk_is_no_answer(card, junk):
    card.keep(junk)
    card.is_("new")


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_in_an_answered_item(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    for chosen in ("true", "false"):
        card.keep([chosen])
        card.is_("wrong" if chosen == "true" else "right")
        card.clean()
    context.close()
