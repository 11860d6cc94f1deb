"""Nothing an author writes is ever run: two hundred payloads through every text field of a model, in a real browser."""

import re
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from generator import pipeline
from tests.browser import served
from tests.hostile import inject
from tests.hostile.payloads import payloads

ROUNDS = 3
MAIL = Path(__file__).parents[1] / "fixtures" / "mail"
PLANTED = "globalThis.hits = 0; globalThis.pwned = () => { globalThis.hits += 1; };"
STRANGE = """() => {
  const wrong = [];
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (/^on/.test(name) || name === "style" || name === "srcdoc" || name === "formaction") wrong.push(`${one.localName} ${name}`);
      if (/^(xlink:)?href$|^src$|^action$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)) wrong.push(`${name}=${value.slice(0, 40)}`);
    }
  }
  const never = "iframe, object, embed, base, style, img, video, audio, marquee, math, foreignObject, animate, set, body body, custom-element, x";
  for (const one of document.querySelectorAll(never)) wrong.push(one.localName);
  for (const one of document.scripts) {
    if (!one.src.startsWith(`${location.origin}/assets/`) && !/^application\\/(ld\\+)?json$/.test(one.type)) wrong.push(one.outerHTML);
    if (/json/.test(one.type)) JSON.parse(one.textContent);
  }
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  if (comments.nextNode()) wrong.push(`<!--${comments.currentNode.data.slice(0, 40)}`);
  return wrong;
}"""


@dataclass
class Hostile:
    """A built site full of payloads."""

    folder: Path
    pages: list[str]


@pytest.fixture(scope="module", params=range(ROUNDS))
def hostile(request, tmp_path_factory) -> Hostile:
    every = payloads()
    group = " ".join(every[request.param :: ROUNDS])
    # A drawing that has no room for a text refuses it, so what is drawn gets the short ones.
    short = cycle([one for one in every if len(one) <= 36][request.param :: ROUNDS])
    checked = pipeline.load_site(MAIL)
    site = inject.hostile(checked.site, lambda brief: f" {next(short)}" if brief else f" {group}")
    folder = inject.build(site, checked, tmp_path_factory.mktemp("hostile"))
    return Hostile(folder, sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")))


def test_there_are_two_hundred_payloads():
    assert len(payloads()) >= 200


def test_no_payload_runs_even_without_a_policy(hostile, browser):
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(PLANTED)
    page = context.new_page()
    with served(hostile.folder) as base:
        for name in hostile.pages:
            page.goto(f"{base}{name}")
            assert page.evaluate(STRANGE) == [], name
            assert page.evaluate("hits") == 0, name
        page.goto(f"{base}ko/quiz/relay/")
        item = page.locator(".an-q[data-type=single]").first
        item.locator("label").first.click()
        item.locator("button.primary").first.click()
        page.keyboard.press("/")
        page.get_by_role("combobox").fill("pwned")
        expect(page.get_by_role("option").first).to_be_visible()
        assert page.evaluate(STRANGE) == []
        assert page.evaluate("hits") == 0
    context.close()


def test_every_drawing_stays_well_formed(hostile):
    drawings = 0
    for name in hostile.pages:
        for drawing in re.findall(r"<svg\b.*?</svg>", (hostile.folder / name).read_text(encoding="utf-8"), re.DOTALL):
            ElementTree.fromstring(drawing)  # noqa: S314  # our own output
            drawings += 1
    assert drawings > 100


def test_a_planted_script_would_have_been_noticed(browser):
    """The instruments themselves: an element that runs code is seen by both."""
    context = browser.new_context()
    context.add_init_script(PLANTED)
    page = context.new_page()
    page.goto("about:blank")
    page.set_content("<p onclick=pwned()>x</p><img src=x onerror=pwned()>")
    page.wait_for_function("hits > 0")
    assert page.evaluate(STRANGE)
    context.close()
