"""The learning path as a file: what an author may get wrong."""

import pytest

from generator import check, parse

PATH = """lead: {ko: 이 차례로 읽는다., en: Read in this order.}
stops:
  - id: first
    title: {ko: 큰 그림, en: The big picture}
    why: {ko: 자리를 안다., en: You know the places.}
    minutes: "5"
    pages: [components]
    things: [client, relay, mailbox]
  - id: second
    title: {ko: 나머지, en: The rest}
    why: {ko: 막힌 곳을 찾는다., en: You find what is stuck.}
    minutes: "10"
    needs: [first]
    things: [flow-send, filter, oq-mx, oq-mailbox]
"""


@pytest.fixture
def found(mail):
    def run(old="", new=""):
        assert old in PATH
        (mail / "path.yaml").write_text(PATH.replace(old, new, 1), encoding="utf-8")
        reading = parse.read(mail)
        problems = list(reading.problems)
        if reading.site is not None and not problems:
            problems = check.check(reading.site, reading.origins)
        return [
            (problem.code, str(problem.position), problem.help)
            for problem in problems
            if problem.position.file.endswith("path.yaml") or problem.code == "K099"
        ]

    return run


def test_a_path_that_can_be_walked(found):
    assert found() == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "helps"),
    [
        ("relay, mailbox", "relai, mailbox", "K021", "8:22", "did you mean 'relay'?"),
        ("needs: [first]", "needs: [frist]", "K021", "13:13", "did you mean 'first'?"),
        ("needs: [first]", "needs: [second]", "K024", "13:13", "above"),
        ("id: second", "id: first", "K020", "9:9", "another id"),
        ("    pages: [components]\n    things: [client, relay, mailbox]\n", "", "K024", "3:5", "things"),
        ("pages: [components]", "pages: [komponents]", "K013", "7:13", "did you mean 'components'?"),
        ('minutes: "5"', 'minutes: "0"', "K012", "6:14", ""),
        (", oq-mx", "", "K099", "questions/oq-mx.yaml:1:5", "path.yaml"),
    ],
)
def test_planted_fault(found, old, new, code, place, helps):
    hits = [one for one in found(old, new) if one[0] == code]
    assert hits
    assert place in hits[0][1]
    assert helps in hits[0][2]
