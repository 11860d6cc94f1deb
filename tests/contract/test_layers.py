"""A module imports only from levels below its own, and there is no import cycle."""

import ast
from pathlib import Path

GENERATOR = Path(__file__).parents[2] / "generator"
LEVELS = (
    {"problems", "fields", "text", "slug", "compact", "files"},
    {"questions"},
    {"model"},
    {"load", "explain", "mend", "shelf", "parse", "walk", "lock", "drafts", "note_marks", "assets", "bank", "spoken"},
    {"check", "diagrams", "outage", "freshness", "coverage", "derive"},
    {"pages", "render", "search", "share"},
    {"exporters", "schema"},
    {"write", "publish", "report", "links", "external", "importer", "codes", "for_programs"},
    {"scaffold", "reference", "translate"},
    {"pipeline"},
    {"preview"},
    {"cli", "commands_new", "commands_links", "commands_reference", "commands_translations", "mkdocs_hook", "mkdocs_preview", "__main__"},
)
LEVEL = {module: level for level, modules in enumerate(LEVELS) for module in modules}


def module_of(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Names of the generator's own top modules that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator.")}
    return found - {"__version__"}


FILES = [path for path in GENERATOR.rglob("*.py") if path != GENERATOR / "__init__.py"]


def test_every_module_has_a_level():
    assert {module_of(path) for path in FILES} <= LEVEL.keys()


def test_imports_point_down():
    wrong = [
        f"{path.relative_to(GENERATOR)} imports {name}"
        for path in FILES
        for name in imports(path)
        if name != module_of(path) and LEVEL[name] > LEVEL[module_of(path)]
    ]
    assert wrong == []


def test_modules_of_one_level_form_no_cycle():
    graph: dict[str, set[str]] = {}
    for path in FILES:
        graph.setdefault(module_of(path), set()).update(imports(path) - {module_of(path)})
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail, module))
        if module not in done:
            for other in sorted(graph.get(module, ())):
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_only_the_hook_knows_the_engine():
    knowing = {
        module_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "mkdocs")
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "mkdocs" for alias in node.names))
    }
    assert knowing <= {"mkdocs_hook", "mkdocs_preview"}
