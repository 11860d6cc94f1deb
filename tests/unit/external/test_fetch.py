"""What one address answers, against a server on this machine."""

import time

import pytest

from generator.external.answer import Answer, Manner
from generator.external.fetch import AGENT, ask

QUICK = Manner(timeout=3, pause=0.01)
NONE = frozenset()


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/fine", 200, "A fine page & more"),
        ("/gone", 404, None),
        ("/broken", 500, None),
        ("/shy", 403, None),
        ("/untitled", 200, None),
        ("/icon", 200, None),
        ("/korean", 200, "쿠키 똠방각하"),
        ("/korean-header", 200, "한글 제목"),
        ("/strange-charset", 200, "한글"),
        ("/pdf", 200, None),
        ("/packed", 200, "Packed"),
        ("/odd-markup", 200, "Odd"),
    ],
)
def test_status_and_title(web, path, status, title):
    assert ask(web(path), NONE, QUICK) == Answer(status, title)


def test_a_title_cannot_steer_a_terminal(web):
    assert ask(web("/escape"), NONE, QUICK).title == "red [31m and bell"


@pytest.mark.parametrize("path", ["/moved", "/twice"])
def test_redirects_are_followed_and_their_end_is_told(web, path):
    assert ask(web(path), NONE, QUICK) == Answer(200, "A fine page & more", web("/fine"))


def test_an_address_that_moved_to_a_dead_one_is_dead(web):
    assert ask(web("/moved-away"), NONE, QUICK) == Answer(404, final=web("/gone"))


def test_a_redirect_that_wants_a_cookie_back_is_no_move(web):
    assert ask(web("/cookie"), NONE, QUICK) == Answer(200, "Fed")


def test_anchors_are_looked_for(web):
    answer = ask(web("/fine"), frozenset({"part", "old", "theirs", "가나", "nowhere"}), QUICK)
    assert (set(answer.has), answer.lacks) == ({"part", "old", "theirs", "가나"}, ("nowhere",))


def test_a_page_is_read_further_for_its_anchors(web):
    short = Manner(timeout=3, limit=1000, deep=400_000)
    assert ask(web("/long"), frozenset({"end"}), short).has == ("end",)


def test_of_a_page_that_is_too_long_nobody_knows_what_it_lacks(web):
    answer = ask(web("/long"), frozenset({"end", "nowhere"}), Manner(timeout=3, deep=1000))
    assert (answer.status, answer.title, answer.has, answer.lacks) == (200, "Long", (), ())


def test_what_is_no_page_lacks_no_anchor(web):
    assert ask(web("/pdf"), frozenset({"page=3"}), QUICK) == Answer(200)


def test_no_more_is_read_than_the_limit(web):
    assert ask(web("/endless"), NONE, QUICK) == Answer(200, "Endless")
    # What a socket holds on its way is not to be told apart from what was read; the whole would be hundreds of times more.
    assert web.sent < 20 * QUICK.limit


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/circle", "its redirects lead in circles"),
        ("/elsewhere", "no address that can be asked"),
        ("/hangs-up", "the connection broke"),
    ],
)
def test_failures_are_told_in_words(web, path, says):
    assert ask(web(path), NONE, QUICK) == Answer(failed=says)


def test_a_closed_port(web, closed):
    assert ask(closed, NONE, QUICK) == Answer(failed="connection refused")


def test_a_host_that_does_not_exist(web):
    assert ask("http://nobody.invalid/", NONE, QUICK) == Answer(failed="no host of that name")


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_a_host_that_never_ends_costs_the_time_limit_and_no_more(web, path):
    before = time.monotonic()
    assert ask(web(path), NONE, Manner(timeout=0.5, pause=0.01)) == Answer(failed="no answer within 0.5 s")
    assert time.monotonic() - before < 4  # the page takes five seconds


def test_what_fails_for_now_is_asked_once_more(web):
    assert ask(web("/shaky"), NONE, QUICK).status == 200
    assert web.paths == ["/shaky", "/shaky"]


@pytest.mark.parametrize(("path", "times"), [("/gone", 1), ("/broken", 2), ("/hangs-up", 2)])
def test_nothing_is_asked_more_than_twice(web, path, times):
    ask(web(path), NONE, QUICK)
    assert web.paths == [path] * times


def test_the_product_is_named_and_nobodys_password_is_sent(web, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    ask(web("/moved"), NONE, QUICK)
    for _, headers in web.asked:
        assert headers["User-Agent"] == AGENT
        assert AGENT.startswith("AnsweredNotes/")
        assert "Authorization" not in headers
