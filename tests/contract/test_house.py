"""Rules of the house that a machine can watch."""

import ast
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"
SUBJECT = re.compile(r"kube|etcd|\bpods?\b|\bnode[s]?\b controller|control plane|쿠버네티스|파드|컨트롤 플레인", re.IGNORECASE)
EXAMPLE = re.compile(r"kube-proxy|kubelet|kubectl|CNI|etcd")


def strings(language: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for path in sorted((GENERATOR / "strings" / language).glob("*.yaml")):
        words = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert all(key.startswith(f"{path.stem}.") for key in words), path
        merged |= words
    return merged


def test_ui_strings_have_the_same_keys_and_places_in_every_language():
    korean, english = strings("ko"), strings("en")
    assert korean.keys() == english.keys()
    places = {key: [set(re.findall(r"\{(\w+)", str(words[key]))) for words in (korean, english)] for key in korean}
    assert {key for key, (first, second) in places.items() if first != second} == set()


def test_the_generator_knows_no_subject():
    files = [*GENERATOR.rglob("*.j2"), *GENERATOR.rglob("strings/*/*.yaml"), *(ROOT / "docs").rglob("*.css"), *(ROOT / "docs").rglob("*.js")]
    files += (ROOT / "docs" / "overrides").rglob("*.html")
    hits = {str(path.relative_to(ROOT)): SUBJECT.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {name: found for name, found in hits.items() if found} == {}


def test_python_code_names_the_subject_only_as_an_example():
    hits = []
    for path in GENERATOR.rglob("*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if SUBJECT.search(line) and not EXAMPLE.search(line):
                hits.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert hits == []


def test_python_holds_no_html():
    tag = re.compile(r"</?(?:a|div|span|p|ul|ol|li|svg|g|path|rect|text|h[1-6]|table|tr|td|section)\b[^>]*>")
    hits = []
    for path in GENERATOR.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = {id(node.body[0].value) for node in ast.walk(tree) if _starts_with_docstring(node)}
        hits += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented and tag.search(node.value)
        ]
    assert hits == []


def _starts_with_docstring(node: ast.AST) -> bool:
    body = getattr(node, "body", None)
    return isinstance(body, list) and bool(body) and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)


def test_no_style_attribute_and_no_inline_script_in_templates():
    files = [*GENERATOR.rglob("*.j2"), *(ROOT / "docs" / "overrides").rglob("*.html")]
    wrong = re.compile(r"\sstyle=|\son[a-z]+=[\"']|<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style\b", re.IGNORECASE)
    assert {str(path): found for path in files if (found := wrong.findall(path.read_text(encoding="utf-8")))} == {}


def test_public_functions_and_classes_are_documented():
    bare = []
    for path in GENERATOR.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree) is not None or not tree.body, path
        named = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")]
        bare += [f"{path.relative_to(ROOT)}: {node.name}" for node in named if not ast.get_docstring(node)]
    assert bare == []
