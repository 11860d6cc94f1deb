"""Short text in a browser. What holds for every type stands in test_quiz_types.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card
from tests.unit.questions.folded import ALIKE

NAME = "short"
FOLD = "words => import(new URL('quiz/fold.js', document.querySelector('script[src$=\"/quiz.js\"]').src)).then(({ fold }) => words.map(fold))"


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


def test_the_browser_folds_as_the_generator_does(card):
    assert card.page.evaluate(FOLD, [typed for typed, _ in ALIKE]) == [folded for _, folded in ALIKE]


@pytest.mark.parametrize(("typed", "rows"), [("hydrogen", 1), (" Hydro-GEN. ", 1), ("h", 2), ("수소", 2)])
def test_every_spelling_in_every_language_is_right(card, typed, rows):
    card.root.get_by_label("Your answer").fill(typed)
    card.check()
    card.is_("right")
    card.says("Right.")
    expect(card.root.locator(".an-opt.is-right")).to_have_count(rows)
    expect(card.root.locator(".an-opt").last).to_contain_text(card.item.explanation["en"])


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_known_slip_says_what_is_wrong_with_it(types_page, types_site, language):
    card = Card(types_page, types_site, NAME, language)
    card.root.locator(".an-in").fill("산소")
    card.check()
    card.is_("wrong")
    card.says({"ko": "틀렸다. 정답: 수소.", "en": "Wrong. Correct answer: hydrogen."}[language])
    expect(card.root.locator(".an-opt.is-wrong .why")).to_have_text(card.item.misses[0].explanation[language])
    expect(card.root.locator(".an-opt.is-right .why")).to_have_text(card.item.explanation[language])


def test_another_word_is_wrong_without_a_reason_of_its_own(card):
    card.root.locator(".an-in").fill("<b>iron</b>")
    card.check()
    card.is_("wrong")
    expect(card.root.locator(".an-opt.is-wrong .say")).to_have_text("<b>iron</b>")
    expect(card.root.locator(".an-opt.is-wrong .why")).to_have_count(0)


def test_by_keyboard_alone(card):
    card.root.locator(".an-in").focus()
    card.page.keyboard.type("?!")
    card.page.keyboard.press("Enter")
    card.says("Type an answer, then check.")
    card.page.keyboard.press("ControlOrMeta+A")
    card.page.keyboard.type("hydrogen")
    card.page.keyboard.press("ArrowDown")
    card.is_("new")
    card.page.keyboard.press("Enter")
    card.is_("right")
    expect(card.button).to_be_focused()
    card.page.keyboard.press("Enter")
    card.is_("new")
    expect(card.root.locator(".an-in")).to_be_focused()
    expect(card.root.locator(".an-in")).to_have_value("")
    expect(card.root.locator(".an-rows")).to_have_count(0)


def test_the_answer_stays_as_it_was_typed(card):
    card.root.locator(".an-in").fill(" oxygen")
    card.check()
    assert card.stored() == ["oxygen"]
    for language in ("en", "ko"):
        card.go(language)
        card.is_("wrong")
        expect(card.root.locator(".an-opt.is-wrong .say")).to_have_text("oxygen")


@pytest.mark.parametrize("junk", [["hydrogen", "hydrogen"], ["?"], ["x" * 101]])
def test_junk_is_no_answer(card, junk):
    card.keep(junk)
    card.is_("new")


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_in_an_answered_item(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    for typed, state in (("x" * 100, "wrong"), ("산소", "wrong"), ("H", "right")):
        card.keep([typed])
        card.is_(state)
        card.clean()
    context.close()
