"""The records of a learner: the whole journey to another browser, files, schedule, deleting, and the copy for offline use."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.learner import answer, check, practise, put, records, take
from tests.e2e.stored import KEY


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
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}{name}", late])
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


def test_no_button_without_a_name_is_seen_before_the_script_is_there(page, base, trouble):
    page.route("**/words/session-*", lambda route: route.abort())
    page.goto(f"{base}en/progress/", wait_until="networkidle")
    assert [one for one in page.locator("main button:visible").all_inner_texts() if not one.strip()] == []
    assert trouble.found != []
    trouble.found.clear()
