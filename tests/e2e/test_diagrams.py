"""Diagrams in the browser: links, names, both widths, and what happens when a box stops."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_box_is_a_named_link_in_the_drawing_that_is_shown(page, base, site, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}{language}/components/")
    figure = page.locator("figure[data-diagram=architecture]")
    expect(figure.locator("svg.dg:visible")).to_have_count(1)
    boxes = figure.locator("svg.dg:visible a.box")
    expect(boxes).to_have_count(len(site.boxes()))
    names = boxes.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert all(any((box.box or box.name)[language] in name for name in names) for box in site.boxes())
    assert boxes.evaluate_all("all => all.every(one => one.querySelector('rect'))")


def test_the_table_says_what_the_drawing_shows(page, base, site):
    page.goto(f"{base}en/components/")
    relations = [(box.id, relation) for box in site.boxes() for relation in box.relations]
    expect(page.locator("figure[data-diagram=architecture] tbody tr")).to_have_count(len(relations))
    drawn = page.locator("figure[data-diagram=architecture] svg.wide [data-e]").evaluate_all("all => all.flatMap(one => one.dataset.e.split(' '))")
    assert sorted(map(int, drawn)) == list(range(len(relations)))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_words_leave_their_box_and_none_cover_others(page, base, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("components/", "components/kube-apiserver/", "components/kubelet/", "addons/network/"):
        page.goto(f"{base}{language}/{path}")
        faults = page.locator("figure.an-fig svg.dg:visible").evaluate_all(
            """all => all.flatMap(svg => {
              const faults = [];
              for (const box of svg.querySelectorAll('.box')) {
                const frame = box.querySelector('rect').getBoundingClientRect();
                for (const text of box.querySelectorAll('text')) {
                  const words = text.getBoundingClientRect();
                  if (words.left < frame.left - 1 || words.right > frame.right + 1 || words.top < frame.top - 2 || words.bottom > frame.bottom + 2)
                    faults.push(`${box.dataset.id}: ${text.textContent}`);
                }
              }
              const words = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
              const meet = (a, b) => a.left < b.right - 1.5 && b.left < a.right - 1.5 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
              words.forEach(([name, a], at) => words.slice(at + 1).forEach(([other, b]) => {
                if (meet(a, b)) faults.push(`${name} × ${other}`);
              }));
              return faults;
            })"""
        )
        assert faults == [], path


@pytest.mark.parametrize("width", [360, 1280])
def test_no_words_are_smaller_than_twelve_pixels(page, base, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}ko/components/")
    sizes = page.locator("figure[data-diagram=architecture] svg.dg:visible text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )
    assert min(sizes) >= 11.99


def test_a_stopped_box_marks_what_breaks(page, base):
    page.goto(f"{base}ko/components/")
    page.locator("[data-off=etcd] summary").click()
    expect(page.locator("svg.wide .box.off")).to_have_attribute("data-id", "etcd")
    expect(page.locator("svg.wide .cut")).to_have_count(1)
    page.locator("[data-off=kube-apiserver] summary").click()
    expect(page.locator(".an-stop[open]")).to_have_count(1)
    expect(page.locator("svg.wide .box.off")).to_have_attribute("data-id", "kube-apiserver")
    page.locator("[data-off=kube-apiserver] summary").click()
    expect(page.locator("svg.wide .off, svg.wide .cut")).to_have_count(0)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_what_stops_is_told_without_a_script(context, base):
    page = context.new_page()
    page.goto(f"{base}en/components/")
    page.locator("[data-off=etcd] summary").click()
    expect(page.locator("[data-off=etcd] table")).to_have_count(2)
    expect(page.locator("[data-off=etcd]")).to_contain_text("From kubectl apply to a running Pod")
