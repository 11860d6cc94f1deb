"""What holds for a question of any type, tried on the example of each."""

import pytest
from playwright.sync_api import expect

from generator.questions import TYPES
from tests.e2e.types import SIGHTS, STORE, Card

JUNK = [[], [""], ["ghost"], ["ghost=ghost"], ["ghost", "ghost"], ["__proto__"], ["=", "=="], ["\u0000"], ["<img src=x onerror=alert(1)>=x"]]


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_before_an_answer(browser, types_site, trouble, name, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    Card(context.new_page(), types_site, name, language).clean()
    context.close()


@pytest.mark.parametrize("name", TYPES)
def test_what_no_reader_can_have_answered_is_no_answer(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    free_text = name == "short"
    for answer in JUNK:
        card.keep(answer)
        if free_text and any(answer) and len(answer) == 1:
            continue  # whatever is typed is an answer
        card.is_("new")


@pytest.mark.parametrize("name", TYPES)
def test_checking_nothing_says_what_to_do(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    card.check()
    expect(card.root.get_by_role("status")).not_to_be_empty()
    card.is_("new")
    assert card.page.evaluate("key => localStorage.getItem(key)", f"{STORE}{card.item.id}") is None


@pytest.mark.parametrize("name", TYPES)
def test_every_target_is_large_enough_at_320_pixels(types_page, types_site, name):
    types_page.set_viewport_size({"width": 320, "height": 700})
    card = Card(types_page, types_site, name)
    expect(card.button).to_be_visible()
    heights = card.root.locator(
        ".an-opt:visible, [role=button]:visible, fieldset :is(select, button, input[type=text]):visible, .an-q__foot button"
    ).evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 24
    assert types_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("types_context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no script"])
@pytest.mark.parametrize("name", TYPES)
def test_paper_shows_every_reason_and_no_button(types_context, types_site, name):
    page = types_context.new_page()
    page.goto(types_site.url("ko"))
    page.locator(".an-sheet").evaluate("(sheet) => sheet.remove()")  # beside a sheet of answers the items keep theirs to themselves
    page.emulate_media(media="print")
    root = page.locator(f"#q-{types_site.items[name].id}")
    reasons = root.locator(".an-key .why")
    expect(root.locator(".an-key .why:visible")).to_have_count(reasons.count())
    assert reasons.count() > 0
    expect(page.locator("main button:visible")).to_have_count(0)


@pytest.mark.parametrize("types_context", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("name", TYPES)
def test_without_a_script_nothing_is_dead(types_context, types_site, name):
    page = types_context.new_page()
    page.goto(types_site.url("en"))
    root = page.locator(f"#q-{types_site.items[name].id}")
    expect(root.locator("button:visible")).to_have_count(0)
    expect(root.locator("fieldset :is(input, select, textarea):visible").first).to_be_enabled()
    root.locator(".an-key summary").click()
    expect(root.locator(".an-key .why").first).to_be_visible()


CALL = """([name, id, step]) => import(new URL(`quiz/${name}.js`, document.querySelector('script[src$="/quiz.js"]').src))
  .then((type) => type[step](document.getElementById(`q-${id}`), []))"""


@pytest.mark.parametrize("name", TYPES)
def test_an_item_left_out_in_an_exam_shows_its_key_and_nothing_as_the_readers(types_page, types_site, name):
    card = Card(types_page, types_site, name)
    expect(card.button).to_be_visible()
    fields = card.root.locator("fieldset:not(.an-sure) :is(input, select):visible:enabled")
    count = fields.count()
    types_page.evaluate(CALL, [name, card.item.id, "reveal"])
    expect(card.root.locator(".why:visible").first).to_be_visible()
    expect(card.root.get_by_text("Your answer")).not_to_be_visible()
    types_page.evaluate(CALL, [name, card.item.id, "conceal"])
    expect(card.root.locator(".why:visible")).to_have_count(0)
    expect(fields).to_have_count(count)
