"""Many addresses: politely, and with patience that ends. No other part of the generator asks the network."""

import ast
import threading
from pathlib import Path

from generator.external.answer import Answer, Manner
from generator.external.fetch import ask
from generator.external.rounds import PATIENCE, ask_all

GENERATOR = Path(__file__).parents[3] / "generator"
QUICK = Manner(timeout=3, pause=0.01)


def all_of(addresses, manner=QUICK, how=ask):
    return ask_all({one: frozenset() for one in addresses}, manner, how, lambda: None)


def test_a_host_gets_one_request_at_a_time(web):
    addresses = [web(f"/fine?{number}") for number in range(12)]
    answers = all_of(addresses, Manner(timeout=3, pause=0))
    assert [answers[one].status for one in addresses] == [200] * 12
    assert web.most == 1


def test_several_hosts_are_asked_at_once():
    together = threading.Barrier(3)

    def slow(_address, _anchors, _manner):
        together.wait(timeout=20)  # passes only when three are asked at the same time
        return Answer(200)

    assert len(all_of(["http://a.invalid/", "http://b.invalid/", "http://c.invalid/"], how=slow)) == 3


def test_a_host_that_never_answers_is_left_alone(closed):
    answers = all_of([f"{closed}{number}" for number in range(PATIENCE + 3)])
    reasons = [answer.failed for answer in answers.values()]
    assert reasons[:PATIENCE] == ["connection refused"] * PATIENCE
    assert all(reason.startswith("not asked") for reason in reasons[PATIENCE:])
    assert len(reasons) == PATIENCE + 3


def test_an_error_is_an_answer(web):
    assert {one.status for one in all_of([web(f"/gone?{number}") for number in range(PATIENCE + 2)]).values()} == {404}


def test_only_fetch_can_ask_the_network():
    asking = {"requests", "urllib3", "httpx", "aiohttp", "http.client", "urllib.request", "socket", "ssl", "ftplib", "smtplib"}
    found = {}
    for path in GENERATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            if any(name == one or name.startswith(f"{one}.") for name in names for one in asking):
                found.setdefault(path.relative_to(GENERATOR).as_posix(), set()).update(names)
    assert found.keys() == {"external/fetch.py"}


def test_it_is_read_by_who_asks_and_by_nobody_else():
    """A build does not even load it."""
    users = {path.name for path in GENERATOR.rglob("*.py") if "external.fetch" in path.read_text(encoding="utf-8")}
    assert users == {"commands_links.py"}
