"""The live preview in a real browser: an edit shows by itself, a fault shows inside the page, and goes when it is mended."""

import re
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.serving import body, serving, until
from tests.trees import MAIL

CLIENT = "ko/components/client/"
ROLE = "사람이 쓴 메일을 제출한다."
SLOW = 30_000


@pytest.fixture
def content(tmp_path) -> Path:
    return Path(shutil.copytree(MAIL, tmp_path / "content"))


@pytest.fixture
def live(content, tmp_path):
    with serving(["generator", "serve", "--content", str(content), "--addr", "{addr}"], tmp_path, CLIENT) as base:
        yield base


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    one = context.new_page()
    one.set_default_timeout(SLOW)
    yield one
    context.close()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def settle(address):
    """Waits until a page has not changed for two seconds."""
    seen = [(time.monotonic(), body(address))]

    def still():
        now = body(address)
        if now != seen[-1][1]:
            seen.append((time.monotonic(), now))
        return time.monotonic() - seen[-1][0] > 2

    until(still)


def panel(page):
    return page.locator("#an-preview")


def test_an_edit_shows_by_itself_and_the_page_stays_where_it_was(live, content, page):
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(live + CLIENT)
    page.wait_for_function("() => { scrollTo(0, 300); return scrollY > 200; }")  # items made from the model may still arrive
    change(content / "components" / "client.yaml", ROLE, "사람이 쓴 글을 맡긴다.")
    expect(page.locator("article")).to_contain_text("사람이 쓴 글을 맡긴다.", timeout=SLOW)
    page.wait_for_function("scrollY > 200")


def test_a_fault_shows_in_the_page_with_its_place_and_goes_when_it_is_mended(live, content, page):
    page.goto(live + CLIENT)
    expect(panel(page).locator("details.error")).to_have_count(0)
    change(content / "components" / "client.yaml", "zone: sender", "zone: sendr")
    expect(panel(page)).to_contain_text("client.yaml:2:7", timeout=SLOW)
    expect(panel(page)).to_contain_text("did you mean 'sender'?")
    expect(panel(page).locator("details.error .own")).to_have_count(1)
    expect(panel(page).locator("details.error mark")).to_have_text("s")
    expect(page).to_have_title(re.compile(r"^\(1\) "))
    change(content / "components" / "client.yaml", "zone: sendr", "zone: sender")
    expect(panel(page).locator("details.error")).to_have_count(0, timeout=SLOW)
    expect(page.locator("article")).to_contain_text(ROLE)


def test_all_faults_of_all_files_show_on_any_page(live, content, page):
    page.goto(live + "en/flows/flow-send/")
    change(content / "components" / "client.yaml", "zone: sender", "zone: sendr")
    change(content / "components" / "relay.yaml", "to: mailbox", "to: malbox")
    change(content / "sources.yaml", "publisher: RFC Editor", "publisher: [RFC Editor")
    expect(panel(page).locator("details.error li")).to_have_count(3, timeout=SLOW)
    expect(panel(page).locator(".own")).to_have_count(0)


def test_a_page_that_the_fault_takes_away_is_shown_as_it_was(live, content, page):
    path = content / "components" / "client.yaml"
    page.goto(live + CLIENT)
    # The last good state is known once every rule has been applied.
    settle(live + CLIENT)
    whole = path.read_text(encoding="utf-8")
    path.write_text("id: [client\n" + whole, encoding="utf-8")
    expect(panel(page)).to_contain_text("K003", timeout=SLOW)
    expect(panel(page).locator(".old")).to_be_visible()
    expect(page.locator("article")).to_contain_text(ROLE)
    path.write_text(whole.replace(ROLE, "다시 온 글이다."), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("다시 온 글이다.", timeout=SLOW)
    expect(panel(page).locator(".old")).to_have_count(0)


def test_a_fault_elsewhere_leaves_what_the_reader_has_done(live, content, page):
    settle(live + "en/quiz/")
    page.goto(live + "en/quiz/")
    page.evaluate("document.body.dataset.touched = 'yes'")
    change(content / "components" / "relay.yaml", "to: mailbox", "to: malbox")
    expect(panel(page)).to_contain_text("did you mean 'mailbox'?", timeout=SLOW)
    expect(page.locator("body[data-touched=yes]")).to_have_count(1)


def test_a_server_started_on_broken_content_shows_what_is_wrong_and_then_the_site(content, tmp_path, page):
    change(content / "site.yaml", "id: mail", "id: [mail")
    with serving(["generator", "serve", "--content", str(content), "--addr", "{addr}"], tmp_path, CLIENT) as base:
        page.goto(base + CLIENT)
        expect(panel(page)).to_contain_text("site.yaml", timeout=SLOW)
        expect(page.locator("article")).to_have_count(0)
        change(content / "site.yaml", "id: [mail", "id: mail")
        expect(page.locator("article")).to_contain_text(ROLE, timeout=SLOW)


def test_addresses_behave_as_on_the_published_site(live, page):
    assert page.goto(live + "ko/components/nobody/").status == 404
    page.goto(live + CLIENT.removesuffix("/"))
    assert page.url == live + CLIENT
    for name in ("ko/search.json", "quiz.json", "sw.js", "llms.txt", "en/feed.xml", "en/components/client/index.md"):
        assert body(live + name), name
    for address in page.locator("link[rel=stylesheet], script[src]").evaluate_all("all => all.map(one => one.href || one.src)"):
        assert body(address), address
    page.goto(live)
    expect(page.locator("a[hreflang]").first).to_be_visible()


def test_a_page_that_is_not_there_waits_quietly_until_it_is(live, content, page):
    loads = []
    page.on("load", lambda _: loads.append(1))
    page.goto(live + "en/components/relay-two/")
    page.wait_for_timeout(1500)
    assert len(loads) == 1
    text = (content / "components" / "mailbox.yaml").read_text(encoding="utf-8")
    (content / "components" / "relay-two.yaml").write_text(text.replace("id: mailbox", "id: relay-two"), encoding="utf-8")
    expect(page.locator("article h1")).to_be_visible(timeout=SLOW)
    expect(page.locator(".an-lost")).to_have_count(0, timeout=SLOW)
