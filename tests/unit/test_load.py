from pathlib import Path

import pytest

from generator import parse
from generator.load import Mapping, Scalar, Sequence, find, load, parse_text, values
from generator.problems import Position


def tree(text: str):
    node, problems = parse_text(text, "x.yaml")
    assert problems == []
    return node


def only(text: str):
    _, problems = parse_text(text, "x.yaml")
    assert len(problems) == 1
    return problems[0]


def test_strings_stay_strings():
    assert values(tree("a: 1.30\nb: no\nc: 0755\nd: 2026-01-01\ne:\nf: ''")) == {
        "a": "1.30", "b": "no", "c": "0755", "d": "2026-01-01", "e": None, "f": "",
    }  # fmt: skip


def test_every_key_and_value_knows_its_place():
    node = tree("a: 1\n가나: [x, {다: y}]\n")
    assert find(node, ("가나", 1, "다")) == Position("x.yaml", 2, 13)
    assert find(node, ("가나", 1, "다"), key=True) == Position("x.yaml", 2, 10)
    assert find(node, ("가나", 7)) == Position("x.yaml", 2, 5), "the deepest part that exists"
    assert isinstance(node, Mapping)
    assert isinstance(node.entries["가나"], Sequence)
    assert isinstance(node.entries["a"], Scalar)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1", "K005", 1, 4),
        ("a: 1\nb: *x", "K005", 2, 4),
        ("a: !!int 1", "K005", 1, 4),
        ("a: 1\nb: 2\na: 3", "K004", 3, 1),
        ("[" * 100_000, "K006", 1, 65),
        ("a: b: c", "K003", 1, 5),
        ("a: 'b", "K003", 1, 6),
        ("--- 1\n--- 2", "K003", 2, 1),
        ("? [a]\n: b", "K003", 1, 3),
        ("a: \x07", "K007", 1, 4),
        ("a: b\u2028c", "K007", 1, 5),
        ("가: b\rc", "K007", 1, 5),
    ],
)
def test_refused_with_its_place(text, code, line, column):
    problem = only(text)
    assert (problem.code, problem.position.line, problem.position.column) == (code, line, column)
    assert problem.help


def test_windows_line_breaks_and_byte_order_mark_are_fine(tmp_path: Path):
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: 2\r\n".encode())
    node, problems = load(path, "x.yaml")
    assert problems == []
    assert find(node, ("b",)) == Position("x.yaml", 2, 4)


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path):
    path = tmp_path / "x.yaml"
    path.write_bytes("가: 1\nb: ".encode() + b"\xb0\xa1")
    _, (problem,) = load(path, "x.yaml")
    assert (problem.code, problem.position.line, problem.position.column) == ("K002", 2, 4)


def test_a_file_that_is_not_there():
    _, (problem,) = load(Path("no-such.yaml"), "no-such.yaml")
    assert problem.code == "K001"


def test_an_empty_file_is_a_problem(mail):
    (mail / "terms.yaml").write_text("# nothing\n", encoding="utf-8")
    assert ("K008", "content/terms.yaml:1:1") in {(problem.code, str(problem.position)) for problem in parse.read(mail).problems}
