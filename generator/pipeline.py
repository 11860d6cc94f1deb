"""The whole run, from content folder to rendered files, as one value that passes through pure steps."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import assets, check, parse, render, search, share, write
from generator.check.lint.sound import sound
from generator.derive import derive, origin
from generator.diagrams import UndrawnError
from generator.model import Site
from generator.pages.topics import index
from generator.parse import Origins
from generator.problems import ContentError, Problem, Severity, nearest

_HEADING = re.compile(r'<(?:h2|li|div)\b[^>]* id="([a-z0-9-]+)"')

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_CONTENT = ROOT / "content"


@dataclass(frozen=True, slots=True)
class Checked:
    """A valid site, where each record was written, and the warnings that do not stop a build."""

    site: Site
    origins: Origins
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a build of the pages gave: data for the engine, and what was written."""

    checked: Checked
    extra: dict[str, Any]
    nav: list[Any]
    files: dict[str, bytes]
    pages: dict[str, bytes]


def load_site(content: Path) -> Checked:
    """Reads and checks a content folder. Raises ContentError with every problem when there is an error among them."""
    reading = parse.read(content)
    problems = list(reading.problems)
    if reading.site is not None:
        further = check.check_rest(reading.site, reading.origins, problems) if problems else check.check(reading.site, reading.origins)
        problems += [problem for problem in further if problem not in problems]
    if reading.site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return Checked(_with_derived(_placed(reading.site), reading.origins), reading.origins, tuple(sorted(problems)))


def _placed(site: Site) -> Site:
    """The site with the address of its repository from the environment (REPO_URL), which knows it where content does not."""
    address = os.environ.get("REPO_URL", "")
    if site.settings.repository or not address.startswith(("https://", "http://")):
        return site
    return replace(site, settings=site.settings.model_copy(update={"repository": address}))


def _with_derived(site: Site, origins: Origins) -> Site:
    """The site with the items that follow from it, and break no rule of the lint, behind those of its authors.

    Their origin is the record that holds the fact.
    """
    items = sound(site, origins, [item for item in derive(site) if item.id not in origins.nodes])
    origins.nodes.update({item.id: node for item in items if (node := origin(item, origins)) is not None})
    return replace(site, items=(*site.items, *items), derived=frozenset(item.id for item in items))


def render_pages(checked: Checked, docs: Path, *, small: bool = True) -> Result:
    """Renders every page of a valid site in memory, with the hand-written assets of `docs`. Raises ContentError when a diagram cannot be drawn.

    `small` is that of `assets.gather`.
    """
    gathered = assets.gather(docs, small=small)
    try:
        rendered = render.render(checked.site, gathered.folder, checked.origins)
    except UndrawnError as error:
        raise ContentError(_undrawn(checked, link.source, link.target) for link in error.links) from None
    site = checked.site
    if lost := list(_lost_sections(checked, rendered)):
        raise ContentError(lost)
    found: dict[str, bytes] = {}
    for language in site.languages:
        found |= search.files(site, language, rendered.index, sum(name.startswith(f"{language}/") for name in rendered.files))
    found["quiz.json"] = _json(index(site))
    files = {**rendered.files, **found, **gathered.files}
    files["offline.json"] = _json({"files": sorted([*(_address(name) for name in files), "404.html"])})
    files |= {path.name: path.read_bytes() for path in sorted((docs / "root").glob("*.js"))} | share.extras(site, rendered.files)
    return Result(checked, {**rendered.shell, "assets": gathered.folder}, rendered.nav, files, rendered.files)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _address(name: str) -> str:
    """The address below the site's root at which the engine publishes a file: pages are folders."""
    return name.removesuffix("index.md") or "./"


def _lost_sections(checked: Checked, rendered: render.Rendered) -> Iterator[Problem]:
    """K048 for an item whose `at` is no section of the page that explains it."""
    language = checked.site.settings.default_language
    for item in checked.site.items:
        page = rendered.files[f"{language}/{rendered.index[item.ref].partition('#')[0]}index.md"].decode()
        if item.at and f'id="{item.at}"' not in page:
            known = list(dict.fromkeys(_HEADING.findall(page)))
            near = nearest(item.at, known)
            advice = f"did you mean '{near}'?" if near else f"its sections: {', '.join(known)}"
            yield Problem(checked.origins.at(item.id, "at"), "K048", f"the page of '{item.ref}' has no section '{item.at}'", advice)


def _undrawn(checked: Checked, source: str, target: str) -> Problem:
    """Points at the relation in the file of its box. Names that are no boxes are zones of a large site's overview."""
    box = next((one for one in checked.site.boxes() if one.id == source), None)
    index = next((place for place, relation in enumerate(box.relations) if relation.to == target), 0) if box else 0
    position = checked.origins.at(source, "relations", index) if box else checked.origins.at("site", "zones")
    message = f"the diagram has no room for the relation '{source}' → '{target}'"
    return Problem(position, "K070", message, "spread the boxes over more zones, or drop relations that say the same")


def build_docs(content: Path, docs: Path, out: Path, *, small: bool = True) -> Result:
    """Content folder to a folder of pages that an engine reads. Nothing is written when the content has errors (ContentError)."""
    result = render_pages(load_site(content), docs, small=small)
    # Cards are wanted by other sites only, and take long: a site that is only looked at has none.
    pictures = share.cards(result.checked.site, result.pages, out.parent / "cards") if small else {}
    write.write(result.files | pictures, out)
    return result
