import json

from generator import report
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
    assert text.splitlines()[1:] == ["  1 | 한국어: 값", "    |         ^", "  help: write 1", "", "1 error"]


def test_counts_are_spelled():
    errors = [Problem(Position("no-such"), "K1", "m")] * 2
    warning = Problem(Position("no-such"), "K2", "m", severity=Severity.WARNING)
    assert report.as_text([*errors, warning]).endswith("2 errors, 1 warning")
    assert report.as_text([]) == "no problems"
