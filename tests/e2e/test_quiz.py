"""Taking a quiz: by mouse, by keyboard, without a script, on paper, and once more."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.single import PAGE, check, choose, right, root, state, wrong


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wrong_answer_by_mouse_explains_every_option(page, base, item, language):
    page.goto(f"{base}{language}/{PAGE}")
    expect(root(page, item)).to_have_attribute("data-state", "new")
    choose(page, item, wrong(item))
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "wrong")
    expect(root(page, item).get_by_role("status")).to_contain_text({"ko": "틀렸다", "en": "Wrong"}[language])
    expect(root(page, item).locator(".an-opt .why")).to_have_count(len(item.options))
    for option in item.options:
        row = root(page, item).locator(f".an-opt[data-option={option.id}]")
        expect(row.locator(".tag")).not_to_be_empty()
    expect(root(page, item).locator(".is-right")).to_have_attribute("data-option", right(item).id)
    expect(root(page, item).locator(".is-wrong")).to_have_attribute("data-option", wrong(item).id)


def test_a_right_answer_by_keyboard_alone(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
    root(page, item).locator("input").first.focus()
    page.keyboard.press("Space")
    shown = root(page, item).locator(".an-opts input").evaluate_all("all => all.map(one => one.value)")
    for name in shown:
        if name == right(item).id:
            break
        page.keyboard.press("ArrowDown")
        assert state(page, item) == "new", "an arrow key selects, it does not answer"
    expect(root(page, item).locator(f"[data-option={right(item).id}] input")).to_be_checked()
    page.keyboard.press("Tab")
    expect(root(page, item).locator(".an-sure input").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(root(page, item).locator(".an-q__foot button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(root(page, item)).to_have_attribute("data-state", "right")
    expect(root(page, item).get_by_role("status")).to_have_text("맞았다.")


def test_enter_on_an_option_checks_as_in_any_form_and_keeps_the_reader_in_place(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
    choose(page, item, right(item))
    page.keyboard.down("Enter")
    expect(root(page, item)).to_have_attribute("data-state", "right")
    expect(root(page, item).locator(".an-q__foot button")).to_be_focused()
    for _ in range(3):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert state(page, item) == "right", "a key held down answers once"


def test_a_double_click_answers_once(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    choose(page, item, right(item))
    root(page, item).locator(".an-q__foot button").evaluate(
        "button => [1, 2].forEach(detail => button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true })))"
    )
    expect(root(page, item)).to_have_attribute("data-state", "right")


def test_checking_without_a_choice_says_what_to_do(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    check(page, item)
    expect(root(page, item).get_by_role("status")).to_have_text("Choose one option, then check.")
    assert state(page, item) == "new"


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_without_a_script_everything_is_there_and_nothing_is_dead(context, base, item, language):
    page = context.new_page()
    page.goto(f"{base}{language}/{PAGE}")
    expect(page.locator("main button:visible")).to_have_count(0)
    expect(page.locator("header button:visible")).to_have_count(0)
    choose(page, item, right(item))
    key = root(page, item).locator("details")
    expect(key).to_be_visible()
    key.locator("summary").click()
    for option in item.options:
        expect(key.locator(f"[data-option={option.id}] .why")).to_be_visible()
    expect(key.locator("[data-correct]")).to_have_count(1)


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no script"])
def test_paper_shows_every_key_and_no_button(context, base, item):
    page = context.new_page()
    page.goto(f"{base}ko/{PAGE}")
    page.emulate_media(media="print")
    expect(root(page, item).locator(".an-key .why:visible")).to_have_count(len(item.options))
    expect(page.locator("main button:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("ko", "light", 360), ("ko", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280)],
)
def test_axe_finds_nothing_before_and_after_answering(browser, base, trouble, item, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, base)
    page = context.new_page()
    page.goto(f"{base}{language}/{PAGE}")
    for option in (None, wrong(item), right(item)):
        if option:
            if state(page, item) != "new":
                check(page, item)
            choose(page, item, option)
            check(page, item)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], option and option.id
    context.close()


def test_every_option_is_a_large_target(page, base):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{base}ko/quiz/etcd/")
    expect(page.locator(".an-q__foot button").first).to_be_visible()
    heights = page.locator(".an-opt:visible, .an-q__foot button:visible").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 24


def test_pages_without_a_quiz_load_no_quiz_code(page, base):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}ko/glossary/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "quiz" in url or "store" in url]


def test_retrying_only_what_was_missed(page, base, site):
    page.goto(f"{base}en/components/etcd/")
    items = page.locator(".an-quiz .an-q")
    ids = items.evaluate_all("all => all.map(one => one.dataset.item)")
    asked = [next(item for item in site.items if item.id == name) for name in ids]
    asked = [item for item in asked if item.type == "single"][:3]
    for item, option in zip(asked, (right(asked[0]), wrong(asked[1]), wrong(asked[2])), strict=True):
        choose(page, item, option)
        check(page, item)
    bar = page.locator(".an-quiz__bar")
    expect(bar.get_by_role("status")).to_have_text(f"3 of {len(ids)} answered, 1 right")
    bar.get_by_role("button", name="Retry the 2 missed").click()
    expect(page.locator(".an-q:visible")).to_have_count(2)
    for item in asked[1:]:
        assert state(page, item) == "new"
        choose(page, item, right(item))
        check(page, item)
    bar.get_by_role("button", name="Show all").click()
    expect(page.locator(".an-q:visible")).to_have_count(len(ids))
    expect(bar.get_by_role("status")).to_have_text(f"3 of {len(ids)} answered, 3 right")


def test_another_try_shows_the_options_in_another_order_and_keeps_the_letters(page, base, site):
    page.goto(f"{base}en/components/etcd/")
    orders = set()
    name = page.locator(".an-quiz .an-q[data-type=single]").first.get_attribute("data-item")
    item = next(item for item in site.items if item.id == name)
    for _ in range(4):
        choose(page, item, wrong(item))
        check(page, item)
        check(page, item)
        orders.add(tuple(root(page, item).locator(".an-opts input").evaluate_all("all => all.map(one => one.value)")))
        assert root(page, item).locator(".an-opts .key").all_text_contents() == list("ABCDE")[: len(item.options)]
    assert len(orders) > 1


@pytest.mark.parametrize("width", [360, 600, 1280])
def test_the_buttons_above_the_items_do_not_touch(page, base, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}en/quiz/kubelet/")
    one = next(item for item in site.items if item.type == "single" and item.ref == "kubelet")
    choose(page, one, wrong(one))
    check(page, one)
    above = page.locator(".an-acts .an-btn").bounding_box()
    below = page.locator(".an-quiz__bar .an-btn").bounding_box()
    assert below["y"] - (above["y"] + above["height"]) >= 8
