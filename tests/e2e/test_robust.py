"""Pages that go on working: blocked and corrupt storage, no script, a broken module, a slow network, back and forth, a folder of files."""

import json

import pytest
from playwright.sync_api import expect

PATHS = ["", "components/etcd/", "flows/flow-deploy/", "quiz/", "questions/", "note/", "glossary/"]
BLOCKED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });"""


def visit(page, base, language="ko"):
    for path in PATHS:
        page.goto(f"{base}{language}/{path}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        yield path


def test_blocked_storage_breaks_nothing(page, base):
    page.add_init_script(BLOCKED)
    for path in visit(page, base):
        before = page.locator("html").get_attribute("data-md-color-scheme")
        page.locator(".an-scheme").click()
        assert page.locator("html").get_attribute("data-md-color-scheme") != before, path
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("etcd")
    page.get_by_role("option").first.click()
    expect(page).not_to_have_url(f"{base}ko/glossary/")


def test_corrupt_storage_breaks_nothing(page, base, site):
    page.goto(f"{base}ko/")
    keys = [f"{site.settings.id}:scheme", f"{site.settings.id}:language", f"{site.settings.id}:1:item:{site.items[0].id}"]
    for junk in ("{", "null", "[]", '"\\u0000"', "9" * 400, json.dumps({"v": 1, "a": [1], "s": {}})):
        page.evaluate("([keys, junk]) => { for (const key of keys) localStorage.setItem(key, junk); }", [keys, junk])
        page.evaluate("(junk) => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, junk); }", junk)
        for path in visit(page, base):
            assert page.locator("html").get_attribute("data-md-color-scheme") in {"default", "slate"}, path


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_every_page_is_whole(page, base):
    for path in visit(page, base):
        assert page.locator(".an-search:visible, .an-scheme:visible").count() == 0, f"{path}: a button that could do nothing"
        assert len(page.locator("main").inner_text()) > 200, path


@pytest.mark.parametrize("broken", ["store.js", "search.js", "shell.js", "flow.js", "ring.js", "boot.js"])
def test_a_module_that_fails_takes_no_other_with_it(page, base, trouble, broken):
    page.route(f"**/js/**/{broken}", lambda route: route.fulfill(status=200, content_type="text/javascript", body="throw new Error('broken');"))
    page.route(f"**/js/{broken}", lambda route: route.fulfill(status=200, content_type="text/javascript", body="throw new Error('broken');"))
    page.goto(f"{base}ko/flows/flow-deploy/")
    expect(page.locator(".an-lanes__rows > li").first).to_be_visible()
    if broken != "shell.js":
        page.locator(".an-scheme").click()
        assert page.locator("html").get_attribute("data-md-color-scheme") in {"default", "slate"}
    if broken != "flow.js":
        page.locator(".an-stage button[data-go='1']").click()
        expect(page.locator(".an-lanes__rows > li[aria-current=step]")).to_have_count(1)
    trouble.found[:] = [entry for entry in trouble.found if "broken" not in entry and "MIME" not in entry and "export" not in entry]


def test_a_failed_index_is_said_and_asked_for_again(page, base, trouble):
    page.route("**/search.json", lambda route: route.abort())
    page.goto(f"{base}ko/sources/")
    page.keyboard.press("/")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).not_to_be_empty()
    page.keyboard.press("Escape")
    page.unroute("**/search.json")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("etcd")
    expect(page.get_by_role("option").first).to_be_visible()
    trouble.found.clear()


def test_a_slow_network_shows_the_text_first(page, base):
    waiting = []
    slow = [True]
    page.route("**/*.js", lambda route: waiting.append(route) if slow and not route.request.url.endswith("boot.js") else route.continue_())
    page.goto(f"{base}ko/components/etcd/", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("figure svg:visible").first).to_be_visible()
    assert waiting
    slow.clear()
    for route in waiting:
        route.continue_()
    expect(page.locator(".an-search")).to_be_visible()


def test_back_and_forth_shows_what_is_true_now(page, base):
    page.goto(f"{base}ko/")
    page.goto(f"{base}ko/components/etcd/#does")
    page.locator(".an-scheme").click()
    scheme = page.locator("html").get_attribute("data-md-color-scheme")
    page.go_back()
    expect(page).to_have_url(f"{base}ko/")
    assert page.locator("html").get_attribute("data-md-color-scheme") == scheme
    page.go_forward()
    expect(page).to_have_url(f"{base}ko/components/etcd/#does")


def test_the_folder_can_be_read_without_a_server(browser, folder):
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "ko" / "components" / "etcd" / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky", "the style sheet is there"
    expect(page.locator("figure svg:visible").first).to_be_visible()
    page.locator("main details > summary").first.click()
    assert page.locator("main details[open]").count() > 0
    context.close()


@pytest.mark.parametrize("context", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_more_contrast_is_given_where_it_is_asked_for(page, base):
    def ratio():
        return page.evaluate("""() => {
          const ink = (name) => { const box = document.createElement("i"); box.style.color = `var(${name})`; document.body.append(box);
            const [r, g, b] = getComputedStyle(box).color.match(/[\\d.]+/g).map(Number); box.remove();
            const line = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
            return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b); };
          const paper = ink("--bg");
          const against = (name) => { const [a, b] = [ink(name), paper].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
          return ["--ink-2", "--ink-3", "--line"].map(against);
        }""")

    page.goto(f"{base}ko/")
    usual = ratio()
    page.emulate_media(contrast="more")
    more = ratio()
    assert all(after > before for before, after in zip(usual, more, strict=True))
    assert all(text >= 7 for text in more)


def test_paper_carries_the_words_and_not_the_frame(page, base):
    page.goto(f"{base}ko/components/etcd/")
    page.emulate_media(media="print")
    for part in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_links_of_a_step_are_large_enough_for_a_finger(page, base, language):
    page.set_viewport_size({"width": 412, "height": 823})
    page.goto(f"{base}{language}/flows/flow-deploy/")
    links = page.locator(".an-lanes__rows a:visible").evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert links
    assert min(links) >= 24
