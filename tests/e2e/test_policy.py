"""One constant policy on every page, and nothing on any page that breaks it, whatever the reader does."""

import re

import pytest
from playwright.sync_api import expect

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
TYPES = [
    "",
    "components/",
    "components/etcd/",
    "flows/",
    "flows/flow-deploy/",
    "addons/",
    "addons/network/",
    "questions/",
    "questions/oq-affinity/",
    "note/",
    "quiz/",
    "glossary/",
    "sources/",
    "errata/",
    "freshness/",
    "path/",
    "progress/",
    "quality/",
    "review/",
]


def test_the_policy_is_the_same_on_every_page_and_allows_nothing_unsafe(folder):
    policies = set()
    for path in folder.rglob("*.html"):
        if path.name == "easel.html":
            continue  # a page of other tests
        text = path.read_text(encoding="utf-8")
        policies.update(POLICY.findall(text))
        if 'http-equiv="refresh"' in text:
            continue  # the stub of an old address holds nothing but the way to the new one
        assert text.index("Content-Security-Policy") < text.index("<link"), path
        assert '<meta name="referrer" content="strict-origin-when-cross-origin">' in text, path
    assert len(policies) == 1
    rules = dict(rule.strip().split(" ", 1) for rule in policies.pop().split(";"))
    assert "unsafe" not in str(rules)
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"


WATCH = "globalThis.broken = []; addEventListener('securitypolicyviolation', (one) => broken.push(`${one.violatedDirective} ${one.blockedURI}`));"


@pytest.mark.parametrize("path", ["practice/", "exam/"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_round_from_its_start_to_its_end_keeps_the_policy(page, base, language, path):
    page.add_init_script(WATCH)
    page.goto(f"{base}{language}/{path}")
    page.locator("[name=topic]").select_option("etcd")
    page.locator(".an-setup button").click()
    expect(page.locator(".an-session .an-q:visible")).to_have_count(1)
    for place in range(3):
        numbers = page.locator(".an-numbers button:visible")
        if numbers.count():
            numbers.nth(place).click()
        item = page.locator(".an-session .an-q:visible")
        choice = item.locator("label:visible").filter(has=page.locator("input:enabled"))
        if choice.count():
            choice.first.click()
        check = item.locator(".an-q__foot button:visible")
        if check.count():
            check.first.click()
    page.locator(".an-scheme").click()
    assert page.evaluate("broken") == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_use_of_any_page_breaks_the_policy(page, base, language):
    page.add_init_script(WATCH)
    for path in TYPES:
        page.goto(f"{base}{language}/{path}")
        page.locator(".an-scheme").click()
        item = page.locator(".an-q:visible").first
        if item.count():
            item.scroll_into_view_if_needed()
            expect(page.locator(".an-q .an-key:visible")).to_have_count(0)
        for each in page.locator("main details > summary").all()[:3]:
            if each.is_visible():
                each.click()
        if item.count():
            item.locator("label:visible").first.click()
            item.locator("button.primary:visible").first.click()
        play = page.locator("[data-go='1']:visible")
        if play.count():
            play.first.click()
        page.keyboard.press("/")
        page.locator(".an-find").get_by_role("combobox").fill("etcd")
        expect(page.locator(".an-find").get_by_role("option").first).to_be_visible()
        page.keyboard.press("Escape")
        assert page.evaluate("broken") == [], path
