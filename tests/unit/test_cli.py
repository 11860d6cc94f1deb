import json

import pytest
from click.testing import CliRunner

from generator.cli import main


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_check_counts_what_is_there(mail):
    result = run("check", "--content", mail)
    assert result.exit_code == 0, result.output
    for count in (
        "3 components, 1 add-on categories, 1 flows, 1 terms, 2 open questions answered, 2 claims,",
        "2 quiz items, ",
        "2 sources, 2 languages",
    ):
        assert count in result.output


def test_check_prints_problems_as_text_with_exit_code_1(mail, edit):
    edit("components/client.yaml", "to: relay", "to: relai")
    result = run("check", "--content", mail)
    assert result.exit_code == 1
    assert "content/components/client.yaml:7:10: error[K021]: there is no box 'relai'" in result.output
    assert "did you mean 'relay'?" in result.output
    assert "Traceback" not in result.output


def test_check_prints_problems_as_json(mail, edit):
    edit("components/client.yaml", "to: relay", "to: relai")
    result = run("check", "--content", mail, "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    assert problem == {
        "file": "content/components/client.yaml",
        "line": 7,
        "column": 10,
        "code": "K021",
        "severity": "error",
        "message": "there is no box 'relai'",
        "help": "did you mean 'relay'?",
    }


def test_a_section_that_the_page_does_not_have_is_named_with_the_nearest_one(mail, edit):
    edit("items.yaml", "  ref: oq-mx\n", "  ref: oq-mx\n  at: anser\n")
    result = run("check", "--content", mail)
    assert result.exit_code == 1
    assert "content/items.yaml:5:7: error[K048]: the page of 'oq-mx' has no section 'anser'" in result.output
    assert "did you mean 'answer'?" in result.output
    assert [one["code"] for one in json.loads(run("check", "--content", mail, "--format", "json").stdout)["problems"]] == ["K048"]
    edit("items.yaml", "at: anser", "at: answer")
    assert run("check", "--content", mail).exit_code == 0


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_check_prints_problems_for_other_programs(mail, edit, form):
    good = run("check", "--content", mail, "--format", form)
    assert (good.exit_code, "K021" in good.stdout) == (0, False)
    edit("components/client.yaml", "to: relay", "to: relai")
    bad = run("check", "--content", mail, "--format", form)
    assert (bad.exit_code, "K021" in bad.stdout, bad.stderr) == (1, True, "")


def test_check_without_problems_prints_an_empty_list(mail):
    assert json.loads(run("check", "--content", mail, "--format", "json").stdout)["problems"] == []


def test_check_can_write_the_rendered_pages(mail, tmp_path):
    assert run("check", "--content", mail, "--out", tmp_path / "pages").exit_code == 0
    assert (tmp_path / "pages" / "ko" / "components" / "relay" / "index.md").exists()


@pytest.mark.parametrize(
    "arguments", [["--nothing"], ["check", "--format", "xml"], ["export", "json"], ["export", "toml", "--out", "x"], ["nothing"]]
)
def test_wrong_usage_is_exit_code_2(arguments):
    assert run(*arguments).exit_code == 2


def test_export_writes_the_file(mail, tmp_path):
    out = tmp_path / "deep" / "model.json"
    result = run("export", "json", "--content", mail, "--out", out)
    assert result.exit_code == 0, result.output
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "answered-notes"


def test_schemas_are_written(tmp_path):
    result = run("schema", "--out", tmp_path / "new" / "schema")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "new" / "schema").iterdir()} >= {"site.json", "components.json", "items.json", "ui.json"}


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["build"],
        ["check"],
        ["serve"],
        ["export"],
        ["explain"],
        ["schema"],
        ["reference"],
        ["new"],
        ["import"],
        ["translations", "status"],
        ["translations", "accept"],
        ["links", "refresh"],
        ["links", "status"],
    ],
)
def test_help_has_examples(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.output
