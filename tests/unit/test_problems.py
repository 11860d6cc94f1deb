import json
import unicodedata

import pytest

from generator import for_programs, report
from generator.problems import ContentError, Position, Problem, Severity, nearest


def test_nearest_compares_hangul_by_letter():
    assert nearest("스케쥴러", ["파드", "스케줄러", "노드"]) == "스케줄러"
    assert nearest("kublet", ["kubelet", "kube-proxy"]) == "kubelet"
    assert nearest("파드", ["노드"]) is None


def test_an_error_sorts_its_problems_by_place():
    later, sooner = Problem(Position("b", 1, 1), "K1", "x"), Problem(Position("a", 9, 1), "K1", "x")
    assert ContentError([later, sooner]).problems == (sooner, later)


def test_json_has_the_documented_keys():
    problem = Problem(Position("a.yaml", 2, 3), "K021", "m", "h", Severity.WARNING)
    assert json.loads(report.as_json([problem]))["problems"] == [
        {"file": "a.yaml", "line": 2, "column": 3, "code": "K021", "severity": "warning", "message": "m", "help": "h"}
    ]


def test_the_caret_stands_under_wide_characters(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("한국어: 값\n", encoding="utf-8")
    text = report.as_text([Problem(Position(str(path), 1, 6), "K012", "wrong", "write 1")])
    assert text.splitlines()[1:] == [
        "  1 | 한국어: 값",
        "    |         ^",
        "  help: write 1",
        "",
        "1 error; python -m generator explain K012 says more",
    ]


def test_counts_are_spelled():
    errors = [Problem(Position("no-such"), "K1", "m")] * 2
    warning = Problem(Position("no-such"), "K2", "m", severity=Severity.WARNING)
    assert report.as_text([*errors, warning]).endswith("2 errors, 1 warning; python -m generator explain K1 says more")
    assert report.as_text([]) == "no problems"


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [("a: b", 4, 3), ("가나: 값", 5, 6), ("❓ x: y", 3, 3), (unicodedata.normalize("NFD", "각: x"), 4, 2), ("e\u0301: x", 3, 1), ("x" * 80, 71, 60)],
)
def test_the_caret_counts_cells(tmp_path, line, column, caret):
    path = tmp_path / "a.yaml"
    path.write_text(line, encoding="utf-8")
    shown = report.as_text([Problem(Position(str(path), 1, column), "K012", "wrong")]).splitlines()[2]
    assert shown == "    | " + " " * caret + "^"


def test_a_line_that_is_not_utf8_is_still_shown(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: \xb0\xa1\n")
    assert "1 | a: \ufffd" in report.as_text([Problem(Position(str(path), 1, 4), "K002", "wrong")])


def test_color_marks_severity_and_help_only_when_asked():
    problem = Problem(Position("no-such"), "K021", "m", "h")
    assert "\x1b[" not in report.as_text([problem])
    assert "\x1b[1;31merror[K021]\x1b[0m: m" in report.as_text([problem], color=True)


def test_github_annotations_escape_what_would_end_them():
    problem = Problem(Position("a,b:c.yaml", 2, 3), "K021", "50% of\nx", "write y", Severity.WARNING)
    assert for_programs.as_github([problem]) == "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,title=K021::50%25 of%0Ax%0Ahelp: write y"


def test_sarif_names_place_rule_and_level():
    log = json.loads(for_programs.as_sarif([Problem(Position("a.yaml", 2, 3), "K021", "m", "h"), Problem(Position("b.yaml"), "K011", "n")]))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["K011", "K021"]
    assert all(rule["shortDescription"]["text"] for rule in rules)
    first = run["results"][0]
    assert (first["ruleId"], rules[first["ruleIndex"]]["id"], first["level"], first["message"]["text"]) == ("K021", "K021", "error", "m. h")
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a.yaml"}, "region": {"startLine": 2, "startColumn": 3}}
