"""What the reader knows, on the boxes of a diagram: a sign, a word in the name, and the legend."""

import re

import pytest
from playwright.sync_api import expect

from generator import diagrams
from tests.e2e.easel import hang

STATES = ["new", "learning", "due", "known"]
MARK = """async ([path, states]) => {
  const { mark } = await import(path);
  mark(document.querySelector("figure"), new Map(states));
}"""


@pytest.fixture
def shown(page, base, folder, site):
    """The whole architecture at some width, and a function that gives its boxes states."""

    def open_(language: str, width: int):
        page.set_viewport_size({"width": width, "height": 900})
        view = diagrams.architecture(site, language, "#{}".format)
        page.goto(base + hang(folder, language, [("architecture", "architecture", view)], mastery=True))
        script = "/notes/" + next(folder.glob("assets/*/js/mastery.js")).relative_to(folder).as_posix()
        return page, lambda states: page.evaluate(MARK, [script, list(states.items())])

    return open_


def test_boxes_take_a_state_and_lose_it_again(shown):
    page, mark = shown("en", 1280)
    legend = page.locator(".an-mastery")
    expect(legend).to_be_hidden()
    mark({"etcd": "known", "kubelet": "due"})
    expect(legend).to_be_visible()
    expect(page.locator("svg.wide a.box[data-mastery]")).to_have_count(2)
    expect(page.locator("svg.narrow a.box[data-mastery] > .ms")).to_have_count(2)
    expect(page.get_by_role("link", name=re.compile(r"^etcd: .+, known$"))).to_be_visible()
    mark({"etcd": "learning"})
    expect(page.locator("svg.wide a.box[data-mastery]")).to_have_attribute("data-mastery", "learning")
    expect(page.locator("svg.wide .ms")).to_have_count(1)
    mark({"etcd": "no such state"})
    expect(page.locator("a.box[data-mastery], a.box .ms")).to_have_count(0)
    expect(legend).to_be_hidden()


def test_each_state_has_a_sign_of_its_own(shown):
    page, mark = shown("ko", 1280)
    mark({"etcd": "new", "kubelet": "learning", "kube-proxy": "due", "kube-scheduler": "known"})
    signs = page.locator("svg.wide .box .ms path").evaluate_all("all => all.map(one => one.getAttribute('d'))")
    assert len(set(signs)) == len(STATES)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_signs_cover_no_words(shown, site, language, width):
    page, mark = shown(language, width)
    mark({box.id: STATES[index % 4] for index, box in enumerate(site.boxes())})
    svg = page.locator("svg.dg:visible")
    expect(svg.locator(".ms")).to_have_count(len(site.boxes()))
    covered = svg.evaluate(
        """svg => { const words = [...svg.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
          return [...svg.querySelectorAll('.ms circle')].flatMap(sign => { const a = sign.getBoundingClientRect();
            return words.filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
              .map(([word]) => word); }); }"""
    )
    assert covered == []
