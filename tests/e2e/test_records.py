"""What is kept of an answer: across reloads, languages and tabs, after an edit, and with storage that is broken or refuses."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.single import PAGE, check, choose, right, root, state, stored, wrong
from tests.e2e.stored import KEY, record

OLD = "k8s:1:item:"


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
