"""Taking a quiz: by mouse, by keyboard, without a script, across reloads, languages, tabs and broken storage."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGE = "questions/oq-etcd-consistency/"
KEY = "k8s:2:item:"
OLD = "k8s:1:item:"


def record(answer, state="right", known="h", **more):
    """A stored record of today's version."""
    when = "2026-01-01T00:00:00.000Z"
    return {"v": 2, "a": answer, "s": state, "h": known, "t": when, "c": None, "d": None, "l": [[when, state, None]], **more}


@pytest.fixture(scope="session")
def item(site):
    """A single-choice item of that page, with its right and one wrong option."""
    return next(item for item in site.items if "oq-etcd-consistency" in (item.ref, *item.about))


def right(item):
    return next(option for option in item.options if option.correct)


def wrong(item):
    return next(option for option in item.options if not option.correct)


def root(page, item):
    return page.locator(f"#q-{item.id}")


def choose(page, item, option):
    root(page, item).locator(f"[data-option={option.id}] input").check()


def check(page, item):
    root(page, item).locator(".an-q__foot button").click()


def state(page, item):
    return root(page, item).get_attribute("data-state")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wrong_answer_by_mouse_explains_every_option(page, base, item, language):
    page.goto(f"{base}{language}/{PAGE}")
    expect(root(page, item)).to_have_attribute("data-state", "new")
    choose(page, item, wrong(item))
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "wrong")
    expect(root(page, item).get_by_role("status")).to_contain_text({"ko": "틀렸다", "en": "Wrong"}[language])
    expect(root(page, item).locator(".an-opt .why")).to_have_count(len(item.options))
    for option in item.options:
        row = root(page, item).locator(f".an-opt[data-option={option.id}]")
        expect(row.locator(".tag")).not_to_be_empty()
    expect(root(page, item).locator(".is-right")).to_have_attribute("data-option", right(item).id)
    expect(root(page, item).locator(".is-wrong")).to_have_attribute("data-option", wrong(item).id)


def test_a_right_answer_by_keyboard_alone(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
    root(page, item).locator("input").first.focus()
    page.keyboard.press("Space")
    shown = root(page, item).locator(".an-opts input").evaluate_all("all => all.map(one => one.value)")
    for name in shown:
        if name == right(item).id:
            break
        page.keyboard.press("ArrowDown")
        assert state(page, item) == "new", "an arrow key selects, it does not answer"
    expect(root(page, item).locator(f"[data-option={right(item).id}] input")).to_be_checked()
    page.keyboard.press("Tab")
    expect(root(page, item).locator(".an-sure input").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(root(page, item).locator(".an-q__foot button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(root(page, item)).to_have_attribute("data-state", "right")
    expect(root(page, item).get_by_role("status")).to_have_text("맞았다.")


def test_enter_on_an_option_checks_as_in_any_form_and_keeps_the_reader_in_place(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
    choose(page, item, right(item))
    page.keyboard.down("Enter")
    expect(root(page, item)).to_have_attribute("data-state", "right")
    expect(root(page, item).locator(".an-q__foot button")).to_be_focused()
    for _ in range(3):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert state(page, item) == "right", "a key held down answers once"


def test_a_double_click_answers_once(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    choose(page, item, right(item))
    root(page, item).locator(".an-q__foot button").evaluate(
        "button => [1, 2].forEach(detail => button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true })))"
    )
    expect(root(page, item)).to_have_attribute("data-state", "right")


def test_the_verdict_goes_when_another_tab_takes_the_answer_back(context, base, item):
    first, second = context.new_page(), context.new_page()
    first.goto(f"{base}ko/{PAGE}")
    choose(first, item, wrong(item))
    check(first, item)
    expect(root(first, item).get_by_role("status")).not_to_be_empty()
    second.goto(f"{base}en/{PAGE}")
    expect(root(second, item)).to_have_attribute("data-state", "wrong")
    check(second, item)
    expect(root(first, item)).to_have_attribute("data-state", "new")
    expect(root(first, item).get_by_role("status")).to_be_empty()


def test_checking_without_a_choice_says_what_to_do(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    check(page, item)
    expect(root(page, item).get_by_role("status")).to_have_text("Choose one option, then check.")
    assert state(page, item) == "new"


def test_an_answer_stays_across_reloads_and_languages_until_it_is_reset(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    choose(page, item, wrong(item))
    check(page, item)
    page.reload()
    expect(root(page, item)).to_have_attribute("data-state", "wrong")
    page.goto(f"{base}en/{PAGE}")
    expect(root(page, item)).to_have_attribute("data-state", "wrong")
    expect(root(page, item).locator(".an-opt .why")).to_have_count(len(item.options))
    page.goto(f"{base}en/questions/")
    expect(page.locator(f"[data-progress={item.id}] .ring").first).to_have_attribute("data-s", "wrong")
    page.goto(f"{base}en/{PAGE}")
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "new")
    expect(root(page, item).locator("input:checked")).to_have_count(0)
    page.reload()
    expect(root(page, item)).to_have_attribute("data-state", "new")
    kept = stored(page, item)
    assert (kept["a"], kept["s"]) == (None, "new")
    assert [one[1] for one in kept["l"]] == ["wrong"], "what was learned stays"


def stored(page, item):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}{item.id}')"))


def test_one_key_for_each_item_with_a_documented_record(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    choose(page, item, right(item))
    check(page, item)
    kept = stored(page, item)
    assert kept.keys() == {"v", "a", "s", "h", "t", "c", "d", "l"}
    assert (kept["v"], kept["a"], kept["s"], kept["c"], kept["d"]) == (2, [right(item).id], "right", None, None)
    assert kept["h"] == root(page, item).get_attribute("data-hash")
    assert kept["l"] == [[kept["t"], "right", None]]


def test_how_sure_the_reader_is_goes_with_the_answer(page, base, item):
    page.goto(f"{base}en/{PAGE}")
    choose(page, item, right(item))
    root(page, item).get_by_label("Guess").check()
    check(page, item)
    expect(root(page, item).locator(".an-sure")).to_be_hidden()
    assert stored(page, item)["c"] == "guess"
    assert stored(page, item)["l"][0][1:] == ["right", "guess"]
    check(page, item)
    expect(root(page, item).locator(".an-sure :checked")).to_have_count(0)


def test_answers_of_the_first_version_move_to_the_new_one(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    known = root(page, item).get_attribute("data-hash")
    old = {"v": 1, "a": [right(item).id], "s": "right", "h": known, "t": "2026-01-01T00:00:00.000Z"}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{OLD}{item.id}", json.dumps(old)])
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{OLD}broken", "{"])
    page.reload()
    expect(root(page, item)).to_have_attribute("data-state", "right")
    assert stored(page, item) == record(old["a"], known=known)
    assert page.evaluate("key => localStorage.getItem(key)", f"{OLD}{item.id}") is None
    assert page.evaluate("key => localStorage.getItem(key)", f"{OLD}broken") == "{", "what is not understood is left alone"


def test_an_edited_item_says_so_and_keeps_the_rest(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    old = record([right(item).id], known="0ld")
    page.evaluate(f"localStorage.setItem('{KEY}{item.id}', '{json.dumps(old)}')")
    page.reload()
    expect(root(page, item)).to_have_attribute("data-state", "changed")
    expect(root(page, item).locator(".an-q__state")).to_have_text("답한 뒤에 바뀐 문항")
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}{item.id}')")) == old
    choose(page, item, right(item))
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "right")


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_without_a_script_everything_is_there_and_nothing_is_dead(context, base, item, language):
    page = context.new_page()
    page.goto(f"{base}{language}/{PAGE}")
    expect(page.locator("main button:visible")).to_have_count(0)
    expect(page.locator("header button:visible")).to_have_count(0)
    choose(page, item, right(item))
    key = root(page, item).locator("details")
    expect(key).to_be_visible()
    key.locator("summary").click()
    for option in item.options:
        expect(key.locator(f"[data-option={option.id}] .why")).to_be_visible()
    expect(key.locator("[data-correct]")).to_have_count(1)


BROKEN = [
    "",
    "null",
    "true",
    "3",
    '"text"',
    "[]",
    "{}",
    "{",
    "undefined",
    "\\u0000",
    "x" * 5000,
    '{"v":2}',
    '{"v":3,"a":["x"],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":2,"a":"x","s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":2,"a":[1],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":2,"a":[],"s":"great","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":3,"t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":"h","t":null,"c":null,"d":null,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":"h","t":"soon","c":null,"d":null,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":"certain","d":null,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":5,"l":[]}',
    '{"v":2,"a":[],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":{}}',
    '{"v":2,"a":[],"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[["x","right",null]]}',
    '{"v":2,"a":null,"s":"right","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
    '{"v":1,"a":["x"],"s":"right","h":"h","t":"t"}',
    '{"__proto__":{"v":2}}',
    '[{"v":1}]',
    '{"v":2,"a":["<img src=x onerror=alert(1)>"],"s":"wrong","h":"h","t":"2026-01-01T00:00:00.000Z","c":null,"d":null,"l":[]}',
]


def test_no_shape_of_broken_storage_breaks_the_page(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    for value in BROKEN:
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}{item.id}", value])
        page.evaluate("value => localStorage.setItem('k8s:scheme', value)", value)
        page.reload()
        expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
        assert state(page, item) in {"new", "changed"}, value
    choose(page, item, right(item))
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "right")


def test_a_stored_verdict_is_not_believed(page, base, item):
    page.goto(f"{base}ko/{PAGE}")
    known = root(page, item).get_attribute("data-hash")
    good, bad = right(item).id, wrong(item).id
    for chosen, claimed, shown in ([bad], "right", "wrong"), ([good], "wrong", "right"), (["ghost"], "right", "new"), ([good, bad], "right", "new"):
        kept = json.dumps(record(chosen, claimed, known))
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}{item.id}", kept])
        page.reload()
        expect(root(page, item).locator(".an-q__foot button")).to_be_visible()
        assert state(page, item) == shown, chosen


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no script"])
def test_paper_shows_every_key_and_no_button(context, base, item):
    page = context.new_page()
    page.goto(f"{base}ko/{PAGE}")
    page.emulate_media(media="print")
    expect(root(page, item).locator(".an-key .why:visible")).to_have_count(len(item.options))
    expect(page.locator("main button:visible")).to_have_count(0)


@pytest.mark.parametrize(
    "block",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    ],
    ids=["blocked", "full"],
)
def test_storage_that_refuses_costs_nothing_but_the_memory(context, base, item, block):
    context.add_init_script(block)
    page = context.new_page()
    page.goto(f"{base}en/{PAGE}")
    choose(page, item, right(item))
    check(page, item)
    expect(root(page, item)).to_have_attribute("data-state", "right")
    expect(root(page, item).get_by_role("status")).to_contain_text("This browser blocks storage")
    page.locator(".an-scheme").click()
    assert page.locator("html").get_attribute("data-md-color-scheme") in {"default", "slate"}


ROUNDS = 200


@pytest.mark.parametrize("run", range(4))
def test_two_tabs_lose_nothing_and_see_each_other(context, base, item, run):
    """Both answer at the same time: every record is there in the end."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(f"{base}ko/{PAGE}")
        page.evaluate(
            "() => import(document.querySelector('script[src$=\"quiz.js\"]').src.replace('quiz.js', 'store.js')).then(s => { window.store = s; })"
        )
    for page, side in ((first, "a"), (second, "b")):
        page.evaluate(
            # Hidden tabs wait a second for timers and frames, but not for messages.
            "([side, rounds]) => { const turn = () => new Promise((go) => { const way = new MessageChannel();"
            " way.port1.onmessage = go; way.port2.postMessage(0); }); window.done = (async () => { for (let i = 0; i < rounds; i += 1) {"
            " store.write(`${side}-${i}`, ['x'], 'right', 'h'); await turn(); } })(); }",
            [side, ROUNDS],
        )
    choose(first, item, right(item))
    check(first, item)
    expect(root(second, item)).to_have_attribute("data-state", "right")
    for page in (first, second):
        page.evaluate("() => window.done")
    kept = first.evaluate("prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length))", KEY)
    assert set(kept) == {item.id} | {f"{side}-{index}" for side in "ab" for index in range(ROUNDS)}, run


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("ko", "light", 360), ("ko", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280)],
)
def test_axe_finds_nothing_before_and_after_answering(browser, base, trouble, item, language, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    trouble.follow(context, base)
    page = context.new_page()
    page.goto(f"{base}{language}/{PAGE}")
    for option in (None, wrong(item), right(item)):
        if option:
            if state(page, item) != "new":
                check(page, item)
            choose(page, item, option)
            check(page, item)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], option and option.id
    context.close()


def test_every_option_is_a_large_target(page, base):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{base}ko/quiz/etcd/")
    expect(page.locator(".an-q__foot button").first).to_be_visible()
    heights = page.locator(".an-opt:visible, .an-q__foot button:visible").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 24


def test_pages_without_a_quiz_load_no_quiz_code(page, base):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}ko/glossary/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "quiz" in url or "store" in url]


def test_retrying_only_what_was_missed(page, base, site):
    page.goto(f"{base}en/components/etcd/")
    items = page.locator(".an-quiz .an-q")
    ids = items.evaluate_all("all => all.map(one => one.dataset.item)")
    asked = [next(item for item in site.items if item.id == name) for name in ids]
    asked = [item for item in asked if item.type == "single"][:3]
    for item, option in zip(asked, (right(asked[0]), wrong(asked[1]), wrong(asked[2])), strict=True):
        choose(page, item, option)
        check(page, item)
    bar = page.locator(".an-quiz__bar")
    expect(bar.get_by_role("status")).to_have_text(f"3 of {len(ids)} answered, 1 right")
    bar.get_by_role("button", name="Retry the 2 missed").click()
    expect(page.locator(".an-q:visible")).to_have_count(2)
    for item in asked[1:]:
        assert state(page, item) == "new"
        choose(page, item, right(item))
        check(page, item)
    bar.get_by_role("button", name="Show all").click()
    expect(page.locator(".an-q:visible")).to_have_count(len(ids))
    expect(bar.get_by_role("status")).to_have_text(f"3 of {len(ids)} answered, 3 right")


def test_another_try_shows_the_options_in_another_order_and_keeps_the_letters(page, base, site):
    page.goto(f"{base}en/components/etcd/")
    orders = set()
    name = page.locator(".an-quiz .an-q[data-type=single]").first.get_attribute("data-item")
    item = next(item for item in site.items if item.id == name)
    for _ in range(4):
        choose(page, item, wrong(item))
        check(page, item)
        check(page, item)
        orders.add(tuple(root(page, item).locator(".an-opts input").evaluate_all("all => all.map(one => one.value)")))
        assert root(page, item).locator(".an-opts .key").all_text_contents() == list("ABCDE")[: len(item.options)]
    assert len(orders) > 1
