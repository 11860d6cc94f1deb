"""Every page links the style sheets that it has a use for, and what only scripts need comes with the scripts."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, expect

from generator.pages import FAMILIES
from generator.pages.styles import ORDER
from generator.pipeline import ROOT
from generator.questions import TYPES
from tests.e2e.types import HOME

LACKS = """async ([folder, names]) => {
  const linked = new Set([...document.styleSheets].map((sheet) => sheet.href?.split("/").at(-1).replace(".css", "")));
  const passing = /::?(after|backdrop|before|checked|details-content|disabled|focus(-visible|-within)?|hover|marker|target)\\b/g;
  const lasting = (selector) => selector.replace(passing, ":is(*)");
  const found = [];
  const look = (rules, name) => {
    for (const rule of rules) {
      if (rule.selectorText === undefined) look(rule.cssRules ?? [], name);
      else if (document.querySelector(lasting(rule.selectorText))) found.push(`${name}: ${rule.selectorText}`);
    }
  };
  for (const name of names.filter((one) => !linked.has(one))) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(`${folder}css/${name}.css`)).text());
    look(sheet.cssRules, name);
  }
  return found;
}"""


def pages(site) -> Iterable[str]:
    """One page of each family, and one for each type of item."""
    for family in FAMILIES:
        for thing in list(family.things(site))[:1]:
            yield family.path.format(id=getattr(thing, "id", ""))
    for name in TYPES:
        topic = next((item.ref for item in site.items if item.type == name and "-" not in item.ref), None)
        if topic:
            yield f"quiz/{topic}/"


def lacking(page: Page, address: str) -> list[str]:
    page.goto(address)
    for quiz in page.locator(".an-quiz:has(.an-q)").all():
        quiz.scroll_into_view_if_needed()
        expect(quiz.locator(".an-q").last.locator(".an-q__foot")).to_have_count(1)
    folder = page.locator("link[rel=stylesheet]").first.evaluate("(link) => link.href.replace('css/site.css', '')")
    return page.evaluate(LACKS, [folder, [*ORDER, "live"]])


def test_every_sheet_has_its_place_in_the_cascade():
    assert {path.stem for path in (ROOT / "docs" / "css").iterdir()} == {"site", "live", *ORDER}


def test_no_page_lacks_a_rule_that_it_has_a_use_for(page, base, site):
    seen = dict.fromkeys(pages(site))
    assert len(seen) > len(FAMILIES)
    assert {path: missing for path in seen if (missing := lacking(page, f"{base}ko/{path}"))} == {}
    assert lacking(page, base) == []


def test_no_type_of_item_lacks_a_rule(types_page, types_site):
    assert lacking(types_page, f"{types_site.base}ko/{HOME}") == []


# --- what comes when the reader comes near ------------------------------------------------------------------------------

LATE = ("quiz/item.js", "css/live.css", "/words/")


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def late(asked: list[str]) -> set[str]:
    return {part for part in LATE if any(part in url for url in asked)}


def test_scripts_for_the_items_come_when_the_reader_comes_near(page, base, asked):
    page.goto(f"{base}ko/components/kube-apiserver/", wait_until="networkidle")
    assert late(asked) == set()
    page.get_by_role("link", name="확인 문제").first.click()
    card = page.locator(".an-q").first
    card.locator(".an-opt").first.click()
    card.get_by_role("button", name="확인").click()
    assert card.get_attribute("data-state") in {"right", "wrong"}
    assert late(asked) == set(LATE)


def test_the_link_of_an_item_leads_to_a_card_that_can_be_answered(page, base):
    page.goto(f"{base}en/quiz/kubelet/")
    name = page.locator(".an-q").last.get_attribute("id")
    page.goto(f"{base}en/")
    page.goto(f"{base}en/quiz/kubelet/#{name}")
    expect(page.locator(f"#{name}").get_by_role("button", name="Check")).to_be_in_viewport()


def test_the_focus_brings_them_too(page, base, asked):
    page.goto(f"{base}en/components/kube-apiserver/", wait_until="networkidle")
    page.locator(".an-q input").first.evaluate("(input) => input.focus({ preventScroll: true })")
    expect(page.locator(".an-q").first.get_by_role("button", name="Check")).to_have_count(1)
    assert late(asked) == set(LATE)


@pytest.mark.parametrize(("lost", "answerable"), [("**/css/live.css", True), ("**/words/*", False), ("**/quiz/bar.js", False)])
def test_without_one_of_them_the_items_are_still_whole(page, base, trouble, lost, answerable):
    page.route(lost, lambda route: route.abort())
    page.goto(f"{base}ko/components/kube-apiserver/")
    card = page.locator(".an-q").first
    card.scroll_into_view_if_needed()
    if answerable:
        card.locator(".an-opt").first.click()
        card.get_by_role("button", name="확인").click()
        assert card.get_attribute("data-state") in {"right", "wrong"}
    else:
        page.wait_for_load_state("networkidle")
        card.get_by_text("정답과 해설").click()
        expect(card.locator(".an-key .why").first).to_be_visible()
        expect(card.get_by_role("button")).to_have_count(0)
    assert trouble.found != []
    trouble.found.clear()
