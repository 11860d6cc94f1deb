"""Every code has an explanation whose examples are true."""

import ast
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import check, codes, parse, report
from generator.cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "codes"
TRIED = [name for name, one in codes.every().items() if one.tried]


def used() -> set[str]:
    """Codes that some call in the generator's source gives to a problem: a string that is a code and nothing else, outside of pages."""
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        if "pages" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"K\d{3}", node.value):
                found.add(node.value)
    return found


def test_every_code_is_documented_and_no_other():
    assert sorted(used() ^ codes.every().keys()) == []


def findings(mail: Path):
    reading = parse.read(mail)
    assert reading.site or reading.problems
    further = (
        []
        if reading.site is None
        else (check.check_rest if reading.problems else check.check)(reading.site, reading.origins, *([reading.problems] if reading.problems else []))
    )
    return [*reading.problems, *further]


@pytest.mark.parametrize("code", TRIED)
def test_the_wrong_example_causes_the_code_and_the_right_one_does_not(code, mail, edit):
    one = codes.every()[code]
    assert code not in {problem.code for problem in findings(mail)}
    edit(one.file, one.right, one.wrong)
    caused = [problem for problem in findings(mail) if problem.code == code]
    assert caused
    golden = GOLDEN / f"{code}.txt"
    text = report.as_text(caused) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("code", sorted(codes.every().keys() - set(TRIED)))
def test_a_code_whose_example_only_illustrates_is_proven_by_another_test(code):
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in tests)


def test_explain_shows_both_examples():
    shown = CliRunner().invoke(main, ["explain", "k011"])
    assert shown.exit_code == 0
    assert "Wrong, in components/client.yaml:" in shown.output
    assert "    rolle:" in shown.output
    assert "Right:" in shown.output


def test_explain_speaks_korean():
    shown = CliRunner().invoke(main, ["explain", "K011", "--lang", "ko"])
    assert shown.exit_code == 0
    assert shown.output.startswith("K011: 그런 필드는 없다\n")
    assert "틀린 예, components/client.yaml:\n\n    rolle:" in shown.output
    listed = CliRunner().invoke(main, ["explain", "--lang", "ko"])
    assert "K011  그런 필드는 없다\n" in listed.output


def test_korean_is_korean_and_no_copy():
    for name, one in codes.every().items():
        for words in (one.title, one.why):
            assert re.search("[가-힣]", words["ko"]), name
            assert words["ko"] != words["en"], name
        assert one.why["ko"].endswith("."), name


@pytest.mark.parametrize("code", TRIED)
def test_an_example_that_is_tried_is_the_same_in_every_language(code):
    one = codes.every()[code]
    assert one.examples("ko") == one.examples("en") == (one.wrong, one.right)


def test_explain_lists_all_codes_and_refuses_others():
    listed = CliRunner().invoke(main, ["explain"])
    assert [line[:4] for line in listed.output.splitlines()] == list(codes.every())
    refused = CliRunner().invoke(main, ["explain", "K01"])
    assert refused.exit_code == 2
    assert "did you mean 'K0" in refused.output
