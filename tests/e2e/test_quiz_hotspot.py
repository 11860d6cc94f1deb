"""Pointing at a box: by mouse, by keyboard, and what the drawing says afterwards."""

import pytest
from playwright.sync_api import expect

from tests.e2e.types import SIGHTS, Card

NAME = "hotspot"


@pytest.fixture
def card(types_page, types_site):
    return Card(types_page, types_site, NAME)


def box(card, name):
    expect(card.button).to_be_visible()  # the boxes are buttons from then on
    return card.root.locator(f".an-board svg:visible [data-id={name}]")


@pytest.mark.parametrize("width", [360, 1280])
def test_by_mouse_and_kept_in_both_languages(card, width):
    card.page.set_viewport_size({"width": width, "height": 900})
    box(card, "client").click()
    expect(box(card, "client")).to_have_attribute("aria-pressed", "true")
    box(card, "relay").click()
    expect(box(card, "client")).to_have_attribute("aria-pressed", "false")
    card.check()
    card.is_("right")
    assert card.stored() == ["relay"]
    card.page.reload()
    card.is_("right")
    card.go("ko")
    card.is_("right")
    expect(box(card, "relay").locator(".mk")).to_have_text("내 답 · 정답")


def test_by_keyboard_alone(card):
    first = box(card, "client")
    first.focus()
    card.page.keyboard.press("Tab")
    assert card.page.evaluate("document.activeElement.dataset.id") != "client"
    box(card, "mailbox").focus()
    card.page.keyboard.press("Space")
    expect(box(card, "mailbox")).to_have_attribute("aria-pressed", "true")
    box(card, "relay").focus()
    card.page.keyboard.press("ArrowDown")
    card.is_("new")
    card.page.keyboard.press("Enter")
    expect(box(card, "relay")).to_have_attribute("aria-pressed", "true")
    card.is_("new")
    card.button.focus()
    card.page.keyboard.press("Enter")
    card.is_("right")


def test_a_wrong_box_and_the_right_one_are_told_by_sign_word_and_reason(card):
    box(card, "mailbox").click()
    card.check()
    card.is_("wrong")
    card.says("Relay")
    expect(box(card, "mailbox")).to_have_accessible_name("Mailbox server: Your answer")
    expect(box(card, "relay")).to_have_accessible_name("Relay: Correct answer")
    expect(card.root.locator(".an-board svg:visible .sg")).to_have_count(2)
    expect(card.root.locator(".an-spots .why:visible")).to_have_text(
        ["The ref of this item names that box.", "Keeps what arrived."], use_inner_text=True
    )
    box(card, "client").click(force=True)
    expect(box(card, "client")).to_have_attribute("aria-pressed", "false")
    card.check()
    card.is_("new")
    expect(card.root.locator(".sg")).to_have_count(0)
    expect(box(card, "mailbox")).to_have_attribute("aria-pressed", "false")


def test_the_list_stands_aside_while_the_drawing_is_alive(card):
    expect(box(card, "relay")).to_have_role("button")
    expect(card.root.locator(".an-spots input:visible")).to_have_count(0)
    assert box(card, "relay").bounding_box()["height"] >= 24


@pytest.mark.parametrize("types_context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_the_drawing_is_a_picture_and_the_list_answers(types_context, types_site):
    page = types_context.new_page()
    page.goto(types_site.url("en"))
    root = page.locator(f"#q-{types_site.items[NAME].id}")
    expect(root.locator("svg.dg:visible")).to_have_role("img")
    expect(root.get_by_role("radio")).to_have_count(4)


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_after_an_answer(browser, types_site, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, types_site.base)
    card = Card(context.new_page(), types_site, NAME, language)
    box(card, "client").click()
    card.clean()
    card.check()
    card.is_("wrong")
    card.clean()
    context.close()
