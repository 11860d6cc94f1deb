"""Taking a diagram along: files that stand alone, and text for other notes."""

import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ["svg", "title", "desc", "rect", "path", "circle", "text", "tspan", "g", "a", "defs", "marker"]
PAGES = ["components/", "components/kubelet/", "flows/flow-deploy/"]


def saved(page, kind, at) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-copy={kind}]").first.click()
    path = at / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


@pytest.mark.parametrize("context", [{"color_scheme": "dark"}, {"color_scheme": "light"}], indirect=True, ids=["dark", "light"])
@pytest.mark.parametrize(("path", "width"), [(path, width) for path in PAGES for width in (360, 1280)])
def test_the_file_looks_like_the_page_without_it(page, base, tmp_path, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}ko/{path}")
    page.locator(".an-copy summary").first.click()
    root = ElementTree.fromstring(saved(page, "svg", tmp_path))  # noqa: S314
    assert root.find(f"{SVG}title").text
    paper = root.find(f"{SVG}rect").get("fill")
    assert paper == page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    every = list(root.iter())
    assert not any("class" in one.attrib or "style" in one.attrib or "var(" in " ".join(one.attrib.values()) for one in every)
    assert {one.tag for one in every} <= {SVG + name for name in SHAPES}
    assert all(one.get("href").startswith("http") for one in every if one.tag == f"{SVG}a")
    drawn = {"".join(one.itertext()) for one in every if one.tag == f"{SVG}text"}
    legend = page.locator(".an-fig").first.locator(".an-legend:not([hidden]) li").all_inner_texts()
    assert set(legend) <= drawn


def test_the_picture_has_twice_the_size(page, base, tmp_path):
    page.goto(f"{base}en/components/")
    page.locator(".an-copy summary").first.click()
    root = ElementTree.fromstring(saved(page, "svg", tmp_path))  # noqa: S314
    png = saved(page, "png", tmp_path)
    assert png.startswith(b"\x89PNG")
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == tuple(int(2 * float(root.get(name))) for name in ("width", "height"))
    expect(page.locator(".an-copy").first.get_by_role("status")).to_have_text("Saved: architecture-en.png")


def test_a_picture_of_a_flow_has_every_step(page, base, site, tmp_path):
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}en/flows/flow-deploy/")
    page.locator(".an-copy summary").click()
    root = ElementTree.fromstring(saved(page, "svg", tmp_path))  # noqa: S314
    words = " ".join(one.text or "" for one in root.iter(f"{SVG}text"))
    what = page.locator(".an-lanes .what").all_inner_texts()
    assert len(what) == len(flow.steps)
    assert all(step in words for step in what)
    assert len(list(root.iter(f"{SVG}circle"))) >= len(flow.steps)


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_the_text_goes_to_the_clipboard_by_keyboard_alone(page, base):
    page.goto(f"{base}en/components/")
    menu = page.locator(".an-copy").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("button")).to_have_text(["Save as SVG", "Save as PNG", "Copy Mermaid text"])
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(menu.get_by_role("status")).to_have_text("The Mermaid text is on the clipboard.")
    assert page.evaluate("navigator.clipboard.readText()") == menu.locator("pre").text_content()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", re.compile(""))
    expect(menu.locator("summary")).to_be_focused()


def test_without_the_clipboard_the_text_is_selected(page, base):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{base}en/components/")
    menu = page.locator(".an-copy").first
    menu.locator("summary").click()
    menu.get_by_role("button", name="Copy Mermaid text").click()
    expect(menu.get_by_role("status")).to_contain_text("selected")
    assert page.evaluate("getSelection().toString()").strip() == menu.locator("pre").text_content().strip()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_the_text_is_there(context, base):
    page = context.new_page()
    page.goto(f"{base}en/flows/flow-deploy/")
    page.locator(".an-copy summary").click()
    expect(page.locator(".an-copy pre")).to_contain_text("sequenceDiagram")
    expect(page.locator(".an-copy button:visible")).to_have_count(0)
