"""Ordering, matching and categorize in a browser. What holds for every type stands in test_quiz_types.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

ORDER = ["mercury", "ice", "tin", "iron"]
PAIRS = ["iron=iron", "gold=gold", "silver=silver", "tin=tin"]
GROUPS = ["iron=solid", "mercury=liquid", "oxygen=gas", "water=liquid"]
ANSWERS = {
    "ordering": {"right": ORDER, "partial": ["ice", "tin", "mercury", "iron"], "wrong": ["ice", "mercury", "iron", "tin"]},
    "matching": {
        "right": PAIRS,
        "partial": [*PAIRS[:2], "silver=tin", "tin=silver"],
        "wrong": ["iron=iron", "gold=sulfur", "silver=tin", "tin=tin"][:1],
    },
    "categorize": {
        "right": GROUPS,
        "partial": [*GROUPS[:2], "oxygen=solid", "water=gas"],
        "wrong": [GROUPS[0], "mercury=gas", "oxygen=solid", "water=gas"],
    },
}
JUNK = {
    "ordering": [ORDER[:3], [*ORDER, "iron"], [*ORDER[:3], "tin"], [*ORDER[:3], "gold"], [*ORDER, "gold"]],
    "matching": [["iron"], ["iron="], ["iron=water"], ["iron=iron", "iron=gold"], ["iron=iron=iron"], ["sulfur=iron"], ["=iron"], [*PAIRS, "x=iron"]],
    "categorize": [["iron"], ["iron=metal"], ["iron=solid", "iron=gas"], ["solid=iron"], ["iron=solid=gas"], [*GROUPS, "gold=solid"]],
}
CASES = [(name, state) for name, states in ANSWERS.items() for state in states]


def order(card):
    return card.root.locator(".an-row").evaluate_all("all => all.map(one => one.dataset.option)")


def row(card, name):
    return card.root.locator(f".an-row[data-option={name}]")


def enter(card, answer):
    """Gives an answer by mouse."""
    if card.item.type == "ordering":
        for place, name in enumerate(answer):
            while order(card).index(name) > place:
                row(card, name).get_by_role("button").first.click()
    for pair in answer if card.item.type != "ordering" else ():
        name, value = pair.split("=")
        if card.item.type == "matching":
            row(card, name).locator("select").select_option(value)
        else:
            row(card, name).locator(f"input[value={value}]").check()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("name", "state"), CASES)
def test_an_answer_is_judged_row_by_row_and_stays(types_page, types_site, name, state, language):
    card = Card(types_page, types_site, name, language)
    answer = ANSWERS[name][state]
    if name == "matching" and state == "wrong":
        answer = ["iron=iron", "gold=sulfur", "silver=tin", "tin=silver"]
    enter(card, answer)
    card.check()
    card.is_(state)
    expect(card.root.get_by_role("status")).not_to_be_empty()
    for one in (language, {"ko": "en", "en": "ko"}[language]):
        card.go(one)
        card.is_(state)
        assert sorted(card.stored()) == sorted(answer)
        expect(card.root.locator("fieldset .why")).to_have_count(4)
        expect(card.root.locator("fieldset .tag")).to_have_count(4)
        expect(card.root.locator(".an-row :is(select, input, button):enabled")).to_have_count(0)
    card.check()
    card.is_("new")
    expect(card.root.locator("fieldset :is(.why, .tag, .ring)")).to_have_count(0)
    expect(card.root.locator(".an-row :is(select, button, input):disabled")).to_have_count(0)
    card.check()
    card.is_("new")


@pytest.mark.parametrize("name", ["matching", "categorize"])
def test_each_row_says_its_verdict_and_the_answer_where_it_was_wrong(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    enter(card, ANSWERS[name]["partial"])
    card.check()
    card.says("Partly right. 2 of 4 are correct; the others now show the answer.")
    assert (
        sorted(card.root.locator("fieldset .tag").all_text_contents())
        == {
            "matching": ["Right", "Right", "Wrong · Correct answer: Ag", "Wrong · Correct answer: Sn"],
            "categorize": ["Right", "Right", "Wrong · Correct answer: Gas", "Wrong · Correct answer: Liquid"],
        }[name]
    )


@pytest.mark.parametrize("name", ["matching", "categorize"])
def test_an_unfinished_answer_is_not_taken(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    enter(card, ANSWERS[name]["right"][:3])
    card.check()
    card.is_("new")
    card.says("for every entry")
    enter(card, ANSWERS[name]["right"][3:])
    card.check()
    card.is_("right")


@pytest.mark.parametrize("name", JUNK)
def test_junk_is_no_answer(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    for answer in JUNK[name]:
        card.keep(answer)
        card.is_("new")


def test_one_entry_out_of_place_is_the_only_one_marked(types_page, types_site):
    card = Card(types_page, types_site, "ordering")
    enter(card, ["ice", "tin", "iron", "mercury"])
    card.check()
    card.is_("partial")
    card.says("Mercury → Ice → Tin → Iron")
    assert card.root.locator(".is-wrong").evaluate_all("all => all.map(one => one.dataset.option)") == ["mercury"]
    expect(row(card, "mercury").locator(".tag")).to_have_text("Wrong · Correct place: 1")
    assert order(card) == ["ice", "tin", "iron", "mercury"], "the reader's own order stays"


def test_ordering_by_keyboard_alone_keeps_the_focus_and_tells_the_place(types_page, types_site):
    card = Card(types_page, types_site, "ordering")
    live = card.root.locator(".an-moved")
    expect(live).to_have_attribute("aria-live", "polite")
    for place, name in enumerate(ORDER):
        up = row(card, name).get_by_role("button").first
        up.focus()
        while order(card).index(name) > place:
            before = order(card).index(name)
            types_page.keyboard.press("ArrowUp" if place else "Enter")
            expect(up).to_be_focused()
            expect(live).to_have_text(f"{row(card, name).locator('.say').text_content()}: place {before} of 4")
    down = card.root.get_by_role("button", name="Down: Mercury", exact=True)
    down.focus()
    for key, found in (("End", 3), ("ArrowDown", 3), ("Home", 0), ("Space", 1), ("ArrowUp", 0), ("ArrowUp", 0)):
        types_page.keyboard.press(key)
        assert order(card).index("mercury") == found, key
        expect(down).to_be_focused()
    card.is_("new")
    card.button.focus()
    types_page.keyboard.press("Enter")
    card.is_("right")


def test_a_row_is_dragged_to_its_place(types_page, types_site):
    card = Card(types_page, types_site, "ordering")
    first = order(card)[0]
    row(card, first).scroll_into_view_if_needed()
    start, end = row(card, first).bounding_box(), card.root.locator(".an-row").last.bounding_box()
    types_page.mouse.move(start["x"] + 80, start["y"] + 20)
    types_page.mouse.down()
    types_page.mouse.move(end["x"] + 80, end["y"] + end["height"] - 2, steps=8)
    types_page.mouse.up()
    assert order(card)[-1] == first
    expect(card.root.locator(".an-moved")).to_contain_text("place 4 of 4")


def test_another_try_never_shows_the_right_order(types_page, types_site):
    card = Card(types_page, types_site, "ordering")
    seen = set()
    for _ in range(30):
        enter(card, ["iron", "tin", "ice", "mercury"])
        if card.root.locator("[data-touched]").count() == 0:
            row(card, "iron").get_by_role("button").last.click()
        card.check()
        card.check()
        seen.add(tuple(order(card)))
    assert tuple(ORDER) not in seen
    assert len(seen) > 5


def test_matching_by_keyboard_alone(types_page, types_site):
    card = Card(types_page, types_site, "matching")
    for name, letter in (("iron", "F"), ("gold", "A"), ("silver", "A"), ("tin", "S")):
        row(card, name).locator("select").focus()
        expect(row(card, name).get_by_role("combobox", name=row(card, name).locator(".say").text_content())).to_be_focused()
        options = row(card, name).locator("option").evaluate_all("all => all.map(one => one.value)")
        for _ in range(options.index(name)):
            types_page.keyboard.press("ArrowDown")
        assert row(card, name).locator("option:checked").text_content().startswith(letter)
    card.is_("new")
    card.button.press("Enter")
    card.is_("right")


def test_categorize_by_keyboard_alone(types_page, types_site):
    card = Card(types_page, types_site, "categorize")
    for name, steps in (("iron", 0), ("mercury", 1), ("oxygen", 2), ("water", 1)):
        row(card, name).locator("input").first.focus()
        types_page.keyboard.press("Space")
        for _ in range(steps):
            types_page.keyboard.press("ArrowRight")
    expect(card.root.get_by_role("radio", name="Water Liquid", exact=True)).to_be_focused()
    types_page.keyboard.press("Enter")
    card.is_("right")
    card.says("Right.")


@pytest.mark.parametrize("name", ANSWERS)
def test_after_an_exam_an_unanswered_item_shows_its_key(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    expect(card.button).to_be_visible()
    types_page.evaluate(
        """async name => {
          const quiz = [...document.scripts].map(one => one.src).find(src => /quiz/.test(src));
          const type = await import(new URL(`quiz/${name}.js`, quiz));
          type.reveal(document.querySelector(`.an-q[data-type=${name}]`), []);
        }""",
        name,
    )
    expect(card.root.locator("fieldset .why")).to_have_count(4)
    expect(card.root.locator("fieldset :is(.is-right, .is-wrong)")).to_have_count(0)
    if name == "ordering":
        assert order(card) == ORDER


@pytest.mark.parametrize("name", ANSWERS)
def test_no_sideways_scroll_at_320_pixels_with_an_answer(types_page, types_site, name):
    types_page.set_viewport_size({"width": 320, "height": 700})
    card = Card(types_page, types_site, name)
    card.keep(ANSWERS[name]["wrong"])
    card.is_("wrong")
    assert types_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    card.check()
    heights = card.root.locator(".an-cell, .an-move").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights, default=24) >= 24


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_in_an_answered_item(browser, types_site, trouble, name, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, name, language)
    for state, answer in ANSWERS[name].items():
        card.keep(answer)
        card.is_(state)
        card.clean()
    context.close()


@pytest.mark.parametrize("types_context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no script"])
def test_a_printed_topic_has_its_answers_on_a_sheet_of_their_own(types_context, types_site):
    page = types_context.new_page()
    page.goto(f"{types_site.base}en/quiz/relay/")
    answers = page.locator(".an-sheet li")
    expect(answers.first).to_be_hidden()
    assert answers.count() == page.locator(".an-q").count()
    page.emulate_media(media="print")
    expect(page.locator(".an-sheet li:visible")).to_have_count(answers.count())
    expect(page.locator(".an-key:visible")).to_have_count(0)
    assert page.locator(".an-sheet").evaluate("one => getComputedStyle(one).breakBefore") == "page"
    assert "Solid: Iron; Liquid: Mercury, Water; Gas: Oxygen" in [one.strip() for one in answers.all_text_contents()]


@pytest.mark.parametrize(("language", "width"), [("ko", 768), ("en", 1280)])
def test_the_names_of_groups_break_between_words_only(page, base, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}{language}/components/kube-controller-manager/")
    heads = page.locator(".an-sort thead th")
    assert heads.count() > 2
    broken = heads.evaluate_all(
        """heads => heads.flatMap((head) => {
          const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (const { 0: word, index } of node.data.matchAll(/[^\\s-]+/g)) {
              const range = new Range();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              if (range.getClientRects().length > 1) found.push(word);
            }
          }
          return found;
        })"""
    )
    assert broken == []
