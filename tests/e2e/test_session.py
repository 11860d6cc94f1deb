"""Practice, exam, review, progress: the whole journey of a learner, in a real browser."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PREFIX = "k8s:2:item:"


def records(page):
    return page.evaluate(
        "prefix => Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith(prefix))"
        ".map(key => [key.slice(prefix.length), JSON.parse(localStorage[key])]))",
        PREFIX,
    )


def put(page, item, **more):
    when = more.pop("when", datetime.now(UTC) - timedelta(days=5)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    state = more.pop("state", "right")
    record = {"v": 2, "a": ["x"], "s": state, "h": "h", "t": when, "c": None, "d": None, "l": [[when, state, None]], **more}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}{item}", json.dumps(record)])
    return record


def take(page, file):
    """Chooses a file to take records from."""
    expect(page.locator(".an-file input")).to_be_enabled()
    page.locator(".an-file input").set_input_files(file)


def plain(site):
    """Single-choice items by id."""
    return {item.id: item for item in site.items if item.type == "single"}


def option(item, right=True):
    return next(one.id for one in item.options if one.correct == right)


def answer(page, site, right=True):
    """Answers the card on the stage; gives its id."""
    card = page.locator(".an-session .an-q:visible")
    name = card.get_attribute("data-item")
    card.locator(f"[data-option={option(plain(site)[name], right)}] input").check()
    return name


def check(page):
    page.locator(".an-session .an-q:visible .an-q__foot button").click()


def start(page, base, path, **choices):
    page.goto(f"{base}{path}")
    for name, value in choices.items():
        page.locator(f"[name={name}]").select_option(value)
    page.locator(".an-setup button").click()
    expect(page.locator(".an-session .an-q:visible")).to_have_count(1)


def practise(page, base, site):
    """One missed and one right answer, the sum, and the missed one again. Gives the ids of both."""
    start(page, base, "ko/practice/", topic="etcd", type="single")
    total = page.locator(".an-session__t").text_content()
    missed = answer(page, site, right=False)
    page.locator(".an-sure input[value=sure]").check()
    check(page)
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-state", "wrong")
    page.locator(".an-session__go button").click()
    expect(page.locator(".an-session__t")).not_to_have_text(total)
    known = answer(page, site)
    check(page)
    page.locator(".an-session__go button").click()
    page.get_by_role("button", name="마치기").click()
    expect(page.locator(".an-session__say")).to_have_text("2문항 중 1개 맞음, 0개 일부 맞음, 1개 틀림")
    page.get_by_role("button", name="틀린 1개 다시 풀기").click()
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-item", missed)
    expect(page.locator(".an-session .an-q")).to_have_attribute("data-state", "new")

    return missed, known


def test_a_journey_from_the_first_answer_to_another_browser(browser, context, base, site, trouble, tmp_path):
    page = context.new_page()
    missed, known = practise(page, base, site)
    page.goto(f"{base}en/quiz/etcd/")
    expect(page.locator(f"#q-{missed}")).to_have_attribute("data-state", "wrong")
    expect(page.locator(f"#q-{known}")).to_have_attribute("data-state", "right")
    page.close()

    page = context.new_page()
    page.goto(f"{base}en/review/")
    expect(page.locator(".an-session__t")).to_have_text("Nothing is due today")
    kept = records(page)
    assert kept[known]["d"] > kept[missed]["d"]
    for name in (missed, known):
        late = json.dumps({**kept[name], "d": "2026-01-01T00:00:00.000Z", "l": [["2025-12-01T00:00:00.000Z", kept[name]["s"], None]]})
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{PREFIX}{name}", late])
    page.reload()
    expect(page.locator(".an-session__t")).to_have_text("Due today: 2")
    expect(page.locator(".an-due")).to_be_visible()
    page.get_by_role("button", name="Start the review").click()
    answer(page, site)
    check(page)
    expect(page.locator(".an-q__after")).to_contain_text("Next review:")

    page.goto(f"{base}en/progress/")
    expect(page.locator(".an-score")).to_contain_text("2 right")
    expect(page.locator(".an-page a.box[data-id=etcd]:visible")).to_have_attribute("data-mastery", "due")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    before = records(page)

    fresh = browser.new_context()
    trouble.follow(fresh, base)
    other = fresh.new_page()
    other.goto(f"{base}ko/progress/")
    take(other, file)
    expect(other.locator(".an-backup__say")).to_have_text(
        "파일의 기록 2개: 새로 생기는 것 2개, 파일 쪽이 새로워 바뀌는 것 0개, 그대로 두는 것 0개, 쓸 수 없는 것 0개."
    )
    assert records(other) == {}, "nothing is changed before the reader agrees"
    other.get_by_role("button", name="적용하기").click()
    moved = records(other)
    assert {name: record["l"] for name, record in moved.items()} == {name: record["l"] for name, record in before.items()}
    expect(other.locator(".an-score")).to_contain_text("2개를 맞혔다")
    fresh.close()


def test_the_newer_record_wins_and_both_logs_are_joined(page, base, tmp_path):
    page.goto(f"{base}en/progress/")
    mine = put(page, "web-ui-2026", state="wrong")
    newer = {**mine, "t": "2099-01-01T00:00:00.000Z", "s": "right", "l": [["2099-01-01T00:00:00.000Z", "right", "sure"]]}
    data = {
        "format": "answered-notes-progress",
        "version": 2,
        "site": "k8s",
        "exported": "x",
        "items": {"web-ui-2026": newer, "<img>": newer, "bad": {"v": 2}},
    }
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data))
    page.reload()
    take(page, file)
    expect(page.locator(".an-backup__say")).to_have_text(
        "Records in the file: 3. New here: 0. Newer in the file: 1. Kept as they are: 0. Unusable: 2."
    )
    page.get_by_role("button", name="Cancel").click()
    assert records(page)["web-ui-2026"]["s"] == "wrong"
    take(page, file)
    page.get_by_role("button", name="Apply").click()
    kept = records(page)
    assert list(kept) == ["web-ui-2026"]
    assert kept["web-ui-2026"]["s"] == "right"
    assert [one[1] for one in kept["web-ui-2026"]["l"]] == ["wrong", "right"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "other"}', '{"format": "answered-notes-progress", "site": "else", "items": {}}', "null"])
def test_a_file_that_is_no_progress_is_refused(page, base, tmp_path, text):
    file = tmp_path / "a.json"
    file.write_text(text)
    page.goto(f"{base}en/progress/")
    take(page, file)
    expect(page.locator(".an-backup__say")).to_contain_text("no progress file")


def test_deleting_asks_first_and_can_be_undone(page, base):
    page.goto(f"{base}ko/progress/")
    before = put(page, "web-ui-2026")
    page.reload()
    page.get_by_role("button", name="모두 지우기").click()
    assert len(records(page)) == 1
    page.get_by_role("button", name="지우기", exact=True).click()
    assert records(page) == {}
    page.get_by_role("button", name="되돌리기").click()
    assert records(page) == {"web-ui-2026": before}


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


def test_the_schedule_grows_with_right_answers_and_falls_back_after_a_wrong_one(page, base):
    page.goto(f"{base}en/review/")
    days = page.evaluate(
        """async () => {
          const script = [...document.scripts].find((one) => one.src.endsWith("review.js")).src;
          const { due } = await import(script.replace("review.js", "fsrs.js"));
          const from = Date.UTC(2026, 0, 1), day = 864e5;
          const gap = (log) => Math.round((Date.parse(due(log)) - Date.parse(log.at(-1)[0])) / day);
          const at = (n) => new Date(from + n * day).toISOString();
          return {
            first: gap([[at(0), "right", null]]),
            guessed: gap([[at(0), "right", "guess"]]),
            second: gap([[at(0), "right", null], [at(3), "right", null]]),
            lapse: gap([[at(0), "right", null], [at(3), "right", null], [at(20), "wrong", "sure"]]),
            empty: due([]),
          };
        }"""
    )
    assert days["empty"] is None
    assert 1 <= days["guessed"] <= days["first"] < days["second"]
    assert days["lapse"] == 0


def test_records_of_items_that_are_no_more_are_never_due(page, base):
    page.goto(f"{base}en/review/")
    put(page, "an-item-that-was-removed")
    page.reload()
    expect(page.locator(".an-session__t")).to_have_text("Nothing is due today")
    page.reload()
    expect(page.locator(".an-due")).to_be_hidden()


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


def test_a_reader_who_asks_for_it_keeps_the_whole_site(browser, base, site):
    """Without the usual watch on failed requests: the network is cut on purpose."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}en/progress/")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    page.get_by_role("button", name="Save the whole site").click()
    expect(page.locator(".an-offline [role=status]")).to_contain_text("now opens without a network", timeout=60000)
    context.set_offline(True)
    page.goto(f"{base}ko/components/{site.components[0].id}/")
    expect(page.locator("h1")).to_have_text(site.components[0].name["ko"])
    page.goto(f"{base}ko/practice/?topic=etcd&start")
    expect(page.locator(".an-session .an-q")).to_have_count(1)
    context.set_offline(False)
    page.goto(f"{base}en/progress/")
    page.get_by_role("button", name="Delete the saved site").click()
    expect(page.locator(".an-offline [role=status]")).to_contain_text("untouched")
    assert page.evaluate("Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then((all) => all.flat().length)") == 0
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


def test_no_button_without_a_name_is_seen_before_the_script_is_there(page, base, trouble):
    page.route("**/words/session-*", lambda route: route.abort())
    page.goto(f"{base}en/progress/", wait_until="networkidle")
    assert [one for one in page.locator("main button:visible").all_inner_texts() if not one.strip()] == []
    assert trouble.found != []
    trouble.found.clear()
