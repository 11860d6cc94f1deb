"""Drawings of any size in the browser: long flows, fonts we do not know, contrast, and what a screen reader is told."""

import pytest
from playwright.sync_api import expect

from generator import diagrams
from tests.e2e.easel import hang
from tests.unit.diagrams.sites import random_flow, random_site

# The last names no Korean font, so the browser takes whatever it finds.
STACKS = {"sans": "sans-serif", "serif": "serif", "latin": '"DejaVu Sans", "Liberation Sans", Arial'}
OVERFLOW = """() => [...document.querySelectorAll('svg.dg')].filter(svg => svg.getClientRects().length).flatMap(svg => {
  const faults = [];
  for (const box of svg.querySelectorAll('.box')) {
    const frame = box.querySelector('rect').getBoundingClientRect();
    for (const text of box.querySelectorAll('text')) {
      const words = text.getBoundingClientRect();
      if (words.left < frame.left - 1 || words.right > frame.right + 1) faults.push(`${box.dataset.id}: ${text.textContent}`);
    }
  }
  return faults;
})"""
# Luminance and contrast as WCAG counts them; every shape's colour against what lies behind it at its middle.
CONTRAST = """() => {
  const rgb = (value) => { const found = value.match(/[\\d.]+/g).map(Number); return found[3] === 0 ? null : found.slice(0, 3); };
  const light = (one) => { const [r, g, b] = one.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const page = rgb(getComputedStyle(document.body).backgroundColor);
  const behind = (x, y, svg) => [...svg.querySelectorAll('rect, .cap')].reduce((found, one) => { const r = one.getBoundingClientRect();
    const fill = getComputedStyle(one).fill;
    return fill !== 'none' && x > r.left && x < r.right && y > r.top && y < r.bottom ? rgb(fill) : found; }, page);
  const faults = [];
  for (const svg of document.querySelectorAll('svg.dg:not(.mini)')) {
    if (!svg.getClientRects().length) continue;
    for (const text of svg.querySelectorAll('text')) {
      const r = text.getBoundingClientRect();
      const found = ratio(rgb(getComputedStyle(text).fill), behind(r.left + r.width / 2, r.top + r.height / 2, svg));
      if (found < 4.5) faults.push(`${text.textContent} ${found.toFixed(2)}`);
    }
    for (const line of svg.querySelectorAll('.edges path')) {
      const stroke = rgb(getComputedStyle(line).stroke);
      const long = line.getTotalLength(), to = line.getScreenCTM();
      for (const part of [0.1, 0.5, 0.9]) {
        const at = line.getPointAtLength(long * part).matrixTransform(to);
        const found = ratio(stroke, behind(at.x, at.y, svg));
        if (found < 3) faults.push(`line ${line.dataset.e} ${found.toFixed(2)}`);
      }
    }
    for (const box of svg.querySelectorAll('.box > rect')) {
      const r = box.getBoundingClientRect();
      const found = ratio(rgb(getComputedStyle(box).stroke), behind(r.left - 2, r.top + r.height / 2, svg));
      if (found < 3) faults.push(`border ${box.parentNode.dataset.id} ${found.toFixed(2)}`);
    }
  }
  return faults;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("lanes", "steps"), [(3, 3), (12, 30)])
def test_long_flows_fit_and_keep_every_word(page, base, folder, lanes, steps, width):
    page.set_viewport_size({"width": width, "height": 900})
    for language in ("ko", "en"):
        view = diagrams.flow(random_flow(1, lanes, steps), language, "flow-random", str)
        page.goto(base + hang(folder, language, [("flow", "flow", view)], modules=("flow",)))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        rows = page.locator(".an-lanes__rows > li")
        expect(rows).to_have_count(steps)
        cut = rows.evaluate_all(
            """all => all.filter(row => { const r = row.getBoundingClientRect();
              return [...row.querySelectorAll('.who, .what, .tk svg')].some(one => {
              const b = one.getBoundingClientRect(); return b.width === 0 || b.left < r.left - 1 || b.right > r.right + 1;
              }); }).map(row => row.id)"""
        )
        assert cut == []
        small = rows.evaluate_all(
            """all => all.flatMap(row => [...row.querySelectorAll('.who, .what')])
              .filter(one => parseFloat(getComputedStyle(one).fontSize) < 12).length"""
        )
        assert small == 0
        page.keyboard.press("ArrowRight")
        expect(page.locator(".an-stage").get_by_role("status")).to_contain_text(f"1/{steps}")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("stack", STACKS)
def test_words_stay_in_their_boxes_in_any_font(page, base, folder, site, stack, width):
    page.set_viewport_size({"width": width, "height": 900})
    for language in ("ko", "en"):
        pieces = [
            ("architecture", "architecture", diagrams.architecture(site, language, "#{}".format)),
            ("around", "around", diagrams.around(site, language, "kubelet", "#{}".format)),
            ("architecture", "architecture", diagrams.architecture(random_site(2, 13, hub=True), language, "#{}".format)),
        ]
        page.goto(base + hang(folder, language, pieces))
        page.evaluate("family => document.documentElement.style.setProperty('--sans', family)", STACKS[stack])
        assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("context", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_words_and_lines_stand_out_in_both_schemes(page, base, width):
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("ko/components/", "en/components/kubelet/"):
        page.goto(base + path)
        assert page.evaluate(CONTRAST) == []


def test_a_screen_reader_is_told_what_the_drawing_shows(page, base, site):
    page.goto(f"{base}en/components/")
    drawing = page.get_by_role("group", name="Architecture: ")
    expect(drawing.first).to_be_visible()
    links = drawing.first.get_by_role("link")
    expect(links).to_have_count(len(site.boxes()))
    expect(drawing.first.get_by_role("link", name="etcd: ")).to_have_count(1)
    page.locator(".an-fig__rel summary").first.click()
    table = page.locator(".an-fig__rel").first.get_by_role("table")
    relations = [(box.id, relation) for box in site.boxes() for relation in box.relations]
    expect(table.get_by_role("row")).to_have_count(len(relations) + 1)
    expect(table.get_by_role("columnheader")).to_have_text(["From", "To", "Kind", "What"])


def test_a_screen_reader_hears_the_step(page, base, site):
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}en/flows/flow-deploy/#step-3")
    figure = page.get_by_role("figure", name=flow.title["en"])
    expect(figure.locator(".an-lanes__rows").get_by_role("listitem")).to_have_count(len(flow.steps))
    expect(page.locator(".an-stage").get_by_role("status")).to_have_text(f"3/{len(flow.steps)} {flow.steps[2].label['en']}")
    expect(page.get_by_role("navigation", name="Step through").get_by_role("link")).to_have_count(len(flow.steps))


def test_only_pages_with_a_flow_load_its_script(page, base):
    wanted = []
    page.on("request", lambda request: wanted.append(request.url))
    page.goto(f"{base}en/components/kubelet/")
    assert not any(url.endswith("/flow.js") for url in wanted)
    page.goto(f"{base}en/flows/flow-deploy/")
    assert any(url.endswith("/flow.js") for url in wanted)


def test_every_correction_of_the_note_is_one_click_away(page, base):
    page.goto(f"{base}en/flows/flow-deploy/")
    marks = page.locator(".an-lanes__rows .mk")
    assert marks.count() > 0
    reasons = marks.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert all("note/#L" in one or page.locator(one).count() == 1 for one in reasons)
    page.locator(".an-then .an-to").first.click()
    expect(page.locator(".an-stage").get_by_role("status")).to_be_visible()
