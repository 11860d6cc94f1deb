"""Every YAML example of CONTRIBUTING.md is valid content: added to the site, it gives no error."""

import re
import shutil
from pathlib import Path

import pytest

from generator import pipeline

TEXT = (pipeline.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n# (in )?content/(\S+?)(?:, under (\w+))?\n(.*?)```", TEXT, re.DOTALL)


def test_there_is_an_example_of_each_kind():
    assert {Path(name).parts[0].removesuffix(".yaml") for _, name, _, _ in EXAMPLES} == {
        "components", "flows", "questions", "items", "addons", "terms", "sources",
    }  # fmt: skip


@pytest.fixture
def tree(tmp_path):
    return Path(shutil.copytree(pipeline.DEFAULT_CONTENT, tmp_path / "content"))


def test_all_examples_together_are_valid(tree):
    for inside, name, under, text in EXAMPLES:
        path = tree / name
        if not inside:
            assert not path.exists(), f"{name} exists already"
            path.write_text(text, encoding="utf-8")
        elif under:
            before, found, after = path.read_text(encoding="utf-8").partition(f"\n{under}:\n")
            assert found, f"{name} has no '{under}'"
            path.write_text(f"{before}{found}{text}{after}", encoding="utf-8")
        else:
            path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    pipeline.load_site(tree)
