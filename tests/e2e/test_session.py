"""Practice, exam and review, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.learner import answer, check, option, plain, put, records, start


def to_single(page, count=1):
    """Opens a card of single choice in the exam and gives the places of the first `count` of them."""
    types = page.locator(".an-session .an-q").evaluate_all("all => all.map(one => one.dataset.type)")
    places = [place for place, name in enumerate(types) if name == "single"][:count]
    page.locator(".an-numbers button").nth(places[0]).click()
    return places


def test_an_exam_says_nothing_before_it_is_handed_in(page, base, site):
    start(page, base, "en/exam/", topic="etcd")
    size = page.locator(".an-numbers li").count()
    first, second = to_single(page, 2)
    asked = [answer(page, site, right=False)]
    expect(page.locator(".an-session .an-q:visible .an-q__foot")).to_be_hidden()
    expect(page.locator(".an-session .an-q__src:visible")).to_have_count(0)
    page.locator(".an-numbers button").nth(second).click()
    asked.append(answer(page, site))
    page.locator(".an-numbers button").nth(first).click()
    expect(page.locator(".an-session .an-q:visible input:checked")).to_have_count(1)
    assert records(page) == {}
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("status").filter(has_text="Unanswered")).to_have_text(f"Unanswered: {size - 2}. Press again to hand in as it is.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".an-session__t")).to_have_text(f"Not passed: {round(100 / size)} points")
    expect(page.locator(".an-session__t")).to_be_focused()
    expect(page.locator(".an-session .an-q:visible")).to_have_count(size)
    assert {name: record["s"] for name, record in records(page).items()} == dict(zip(asked, ("wrong", "right"), strict=True))


def test_time_runs_out_without_shouting(page, base, site):
    page.clock.install()
    start(page, base, "en/exam/", topic="etcd", minutes="10")
    expect(page.locator(".an-clock")).to_have_text("Time left: 10 min")
    to_single(page)
    answer(page, site)
    page.clock.run_for(9.5 * 60 * 1000)
    expect(page.locator(".an-session__say")).to_have_text("Less than a minute left")
    page.clock.run_for(60 * 1000)
    expect(page.locator(".an-session__say")).to_contain_text("Time is up")
    assert [record["s"] for record in records(page).values()] == ["right"]


def test_filters_of_practice(page, base, site):
    page.goto(f"{base}en/practice/")
    number = page.locator(".an-setup__n")
    expect(number).to_have_text(f"Items: {len(site.items)}")
    page.locator("[name=which]").select_option("missed")
    expect(number).to_have_text("No item fits.")
    expect(page.locator(".an-setup button")).to_be_disabled()
    page.locator("[name=which]").select_option("all")
    page.locator("[name=level]").select_option("apply")
    expect(number).to_have_text(f"Items: {sum(item.level == 'apply' for item in site.items)}")


def test_a_link_starts_practice_on_a_topic(page, base, site):
    page.goto(f"{base}en/quiz/etcd/")
    page.get_by_role("link", name="Take them one at a time, mixed").click()
    expect(page.locator(".an-session .an-q")).to_have_count(1)
    expect(page.locator(".an-setup")).to_be_hidden()


def test_skipping_an_item_keeps_its_earlier_answer(page, base, site):
    page.goto(f"{base}en/quiz/etcd/")
    for item in plain(site).values():
        root = page.locator(f"#q-{item.id}")
        if root.count():
            root.locator(f"[data-option={option(item)}] input").check()
            root.locator(".an-q__foot button").click()
    before = records(page)
    start(page, base, "en/practice/", topic="etcd", type="single")
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-state", "new")
    page.get_by_role("button", name="Skip").click()
    assert records(page) == before


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("path", ["practice/", "exam/", "review/"])
def test_without_a_script_the_way_to_all_items_is_shown(context, base, path, site):
    page = context.new_page()
    page.goto(f"{base}ko/{path}")
    expect(page.locator("main form:visible, main button:visible")).to_have_count(0)
    expect(page.locator(".an-nojs a").first).to_be_visible()


@pytest.mark.parametrize(("language", "scheme", "width"), [("ko", "light", 360), ("en", "dark", 1280)])
def test_axe_finds_nothing_on_any_of_these_pages(browser, base, trouble, site, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, base)
    page = context.new_page()

    def clean(where):
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], where
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{where} scrolls sideways"

    page.goto(f"{base}{language}/quiz/")
    clean("quiz")
    start(page, base, f"{language}/practice/", topic="etcd", type="single")
    answer(page, site, right=False)
    check(page)
    clean("practice")
    start(page, base, f"{language}/exam/", topic="etcd", minutes="10")
    clean("exam")
    page.get_by_role("button", name={"ko": "답안 내기", "en": "Hand in"}[language]).click()
    page.get_by_role("button", name={"ko": "답안 내기", "en": "Hand in"}[language]).click()
    clean("result")
    put(page, "web-ui-2026", c="sure")
    page.goto(f"{base}{language}/review/")
    page.locator(".an-session__go button").click()
    clean("review")
    page.goto(f"{base}{language}/progress/")
    expect(page.locator(".plot").first).to_be_visible()
    clean("progress")
    context.close()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("glossary/", set()),
        ("sources/", set()),
        ("quiz/etcd/", {"quiz.js", "store.js"}),
        ("review/", {"review.js", "fsrs.js", "ts-fsrs.js", "store.js"}),
        ("practice/", {"practice.js", "store.js"}),
    ],
)
def test_pages_load_only_the_quiz_code_they_use(page, base, path, expected):
    asked = set()
    page.on("request", lambda request: asked.add(request.url.rpartition("/")[2]))
    page.goto(f"{base}ko/{path}")
    page.wait_for_load_state("networkidle")
    ours = {"quiz.js", "store.js", "item.js", "fsrs.js", "ts-fsrs.js", "practice.js", "review.js", "exam.js", "record.js", "progress.js", "bank.js"}
    assert expected <= asked
    if not expected:
        assert not asked & ours
    if "review" not in path:
        assert not asked & {"fsrs.js", "ts-fsrs.js"}
