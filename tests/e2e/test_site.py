"""Finding one's way: pages, languages, frame, search."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


def test_the_root_offers_both_languages_and_leads_to_the_wanted_one(context, base):
    page = context.new_page()
    page.goto(base)
    expect(page).to_have_url(re.compile(r"/notes/en/$"))


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_the_root_works_without_a_script(context, base):
    page = context.new_page()
    page.goto(base)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.locator("main a[hreflang=ko]").click()
    expect(page).to_have_url(f"{base}ko/")


def test_a_reader_goes_from_home_to_a_component_and_switches_language_in_place(page, base):
    page.goto(f"{base}ko/")
    page.locator("figure[data-diagram=architecture] svg:visible a[data-id=etcd]").first.click()
    expect(page).to_have_url(f"{base}ko/components/etcd/")
    page.locator(".an-lang a[hreflang=en]").click()
    expect(page).to_have_url(f"{base}en/components/etcd/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".an-next a[rel=next]").click()
    assert "/notes/en/" in page.url


def test_the_navigation_marks_where_one_is(page, base):
    page.goto(f"{base}ko/components/kubelet/")
    current = page.locator(".md-nav--primary [aria-current=page]")
    expect(current).to_have_count(1)
    expect(current).to_have_text("kubelet")


def test_the_scheme_is_kept(page, base):
    page.goto(f"{base}en/")
    before = page.locator("html").get_attribute("data-md-color-scheme")
    page.locator(".an-scheme").click()
    after = page.locator("html").get_attribute("data-md-color-scheme")
    assert {before, after} == {"default", "slate"}
    page.goto(f"{base}ko/note/")
    assert page.locator("html").get_attribute("data-md-color-scheme") == after


def test_the_drawer_of_a_phone_opens_and_closes_by_keyboard(page, base):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}ko/components/etcd/")
    expect(page.locator("#nav")).to_be_hidden()
    page.locator(".an-menu").press("Enter")
    expect(page.locator("#nav")).to_be_visible()
    expect(page.locator(".an-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#nav")).to_be_hidden()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_the_drawer_opens_without_a_script(context, base):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}ko/components/etcd/")
    page.locator(".an-menu").click()
    expect(page.locator("#nav")).to_be_visible()
    page.locator(".an-close").click()
    expect(page.locator("#nav")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "query", "title"),
    [
        ("ko", "노드가 죽으면", "노드"),
        ("ko", "스케줄러가", "kube-scheduler"),
        ("ko", "ㅋㄹㅅㅌ", "클러스터"),
        ("ko", "어피니티", "어피니티"),
        ("ko", "etcd는", "etcd"),
        ("ko", "taint", "테인트"),
        ("en", "kubelt", "kubelet"),
        ("en", "대시보드", "Dashboard"),
    ],
)
def test_search_finds(page, base, language, query, title):
    page.goto(f"{base}{language}/sources/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    box.fill(query)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert any(title in text for text in options.all_inner_texts()), options.all_inner_texts()
    hrefs = options.evaluate_all("all => all.map(one => new URL(one.href).pathname)")
    assert all(path.startswith(f"/notes/{language}/") for path in hrefs), "a search stays in its language"
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()


def test_search_leads_to_the_chosen_place_by_keyboard(page, base):
    page.goto(f"{base}en/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("kube-proxy")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}en/components/kube-proxy/")


def test_a_page_that_is_not_there_speaks_both_languages(page, base, trouble):
    page.goto(f"{base}ko/no/such/page/")
    assert page.locator("main section[lang=ko]").count() == 1
    assert page.locator("main section[lang=en]").count() == 1
    page.locator("main section[lang=en] a").click()
    expect(page).to_have_url(f"{base}en/")
    trouble.found[:] = [entry for entry in trouble.found if "/no/such/page/" not in entry and "404" not in entry]


class _Head(HTMLParser):
    def __init__(self):
        super().__init__()
        self.lang = ""
        self.headings = 0
        self.alternates = {}
        self.forms = {}
        self.shared = {}
        self.canonical = ""
        self.description = ""
        self.inline = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "html":
            self.lang = given["lang"]
        if tag == "h1":
            self.headings += 1
        if tag == "link" and given.get("rel") == "alternate" and given.get("type"):
            self.forms[given["type"]] = given["href"]
        elif tag == "link" and given.get("rel") == "alternate":
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        if tag == "meta" and str(given.get("property", "")).startswith("og:"):
            self.shared[given["property"]] = given["content"]
        if tag == "meta" and given.get("name") == "description":
            self.description = given["content"]
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append((tag, given))
        if tag == "script" and "src" not in given and given.get("type") not in {"application/json", "application/ld+json"}:
            self.inline.append((tag, given))


def test_every_finished_page_has_its_head_in_order(folder):
    pages = sorted(folder.rglob("index.html"))
    assert len(pages) > 60
    for path in pages:
        place = path.relative_to(folder).parent.as_posix()
        head = _Head()
        head.feed(path.read_text(encoding="utf-8"))
        assert head.headings == 1, place
        assert head.inline == [], place
        assert head.description, place
        if place == ".":
            continue
        language, _, rest = place.partition("/")
        rest = f"{rest}/" if rest else ""
        root = "http://notes.test/notes/"
        assert head.lang == language, place
        assert head.canonical == f"{root}{language}/{rest}", place
        wanted = {"ko": f"{root}ko/{rest}", "en": f"{root}en/{rest}", "x-default": f"{root}ko/{rest}" if rest else root}
        assert head.alternates == wanted, place
        assert head.shared["og:url"] == head.canonical, place
        card = head.shared["og:image"].removeprefix(root)
        assert (folder / card).read_bytes().startswith(b"\x89PNG"), place
        for address in head.forms.values():
            assert (path.parent / address).is_file(), (place, address)
        assert head.forms.keys() == {"application/atom+xml", "text/markdown"}, place


def test_nothing_of_another_theme_is_published(folder):
    names = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert names <= {".html", ".json", ".js", ".css", ".svg", ".xml", ".gz", ".txt", ".md", ".png"}
    assert not list(folder.rglob("*bundle*"))


PAGES = [
    "",
    "components/",
    "components/kube-controller-manager/",
    "flows/flow-deploy/",
    "addons/network/",
    "glossary/",
    "questions/",
    "note/",
    "quiz/",
    "sources/",
]
FURTHER = ["questions/oq-affinity/", "flows/", "addons/", "errata/", "path/", "path/start/", "freshness/", "quality/", "quiz/etcd/", "progress/"]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_page_scrolls_sideways(page, base, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    for path in [*PAGES, *FURTHER, "flows/flow-node-failure/"]:
        page.goto(f"{base}{language}/{path}")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, (path, over)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_axe_finds_nothing(browser, base, trouble, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    trouble.follow(context, base)
    page = context.new_page()
    for path in [*PAGES, *FURTHER]:
        page.goto(f"{base}{language}/{path}")
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:160], len(one["nodes"])) for one in found] == [], path
    context.close()


OVER = """all => all.flatMap(row => {
  const parts = [...row.children].map(part => [...part.querySelectorAll('*')]
    .filter(one => one.checkVisibility() && !one.closest('svg, details > :not(summary)'))
    .map(one => one.getBoundingClientRect())).map(all => ({
      left: Math.min(...all.map(r => r.left)), right: Math.max(...all.map(r => r.right)),
      top: Math.min(...all.map(r => r.top)), bottom: Math.max(...all.map(r => r.bottom)) }));
  return parts.flatMap((a, i) => parts.slice(i + 1)
    .filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(() => row.id));
})"""


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_in_a_row_of_the_ledger_lies_on_its_neighbour(page, base, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}{language}/questions/")
    rows = page.locator(".an-rows > li")
    assert rows.count() > 5
    assert rows.evaluate_all(OVER) == []
    heights = rows.locator(".ln a").evaluate_all("all => all.map(one => one.getClientRects().length)")
    assert set(heights) == {1}, "the number of a line breaks"


def test_the_flows_of_an_addon_are_a_list_and_not_dressed_as_a_field(page, base):
    page.goto(f"{base}en/addons/dns/")
    listed = page.locator("#flows ~ ul.an-in").first
    expect(listed).to_be_visible()
    assert listed.evaluate("one => getComputedStyle(one).borderTopStyle") == "none"
