"""The whole run, from content folder to rendered files, as one value that passes through pure steps."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from generator import assets, check, parse, render, search, share, spoken, write
from generator.check.lint.sound import sound
from generator.compact import compact
from generator.derive import each, origin
from generator.diagrams import UndrawnError
from generator.model import Item, Site
from generator.pages.topics import index as topics
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
    problems = [problem for found in judged(reading) for problem in found]
    if reading.site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    site = placed(reading.site)
    return Checked(*joined(site, reading.origins, made(site, reading.origins)), tuple(sorted(problems)))


def judged(reading: parse.Reading) -> Iterator[list[Problem]]:
    """What is wrong with a reading, a few problems at a time: somebody who waits may stop asking."""
    yield reading.problems
    if reading.site is None:
        return
    if reading.problems:
        yield [problem for problem in check.check_rest(reading.site, reading.origins, reading.problems) if problem not in reading.problems]
    else:
        yield from check.steps(reading.site, reading.origins)


def placed(site: Site) -> Site:
    """The site with the address of its repository from the environment (REPO_URL), which knows it where content does not."""
    address = os.environ.get("REPO_URL", "")
    if site.settings.repository or not address.startswith(("https://", "http://")):
        return site
    return replace(site, settings=site.settings.model_copy(update={"repository": address}))


def made(site: Site, origins: Origins, stop: Callable[[], bool] = lambda: False) -> tuple[Item, ...]:
    """The items that follow from a valid site and break no rule of the lint; fewer of them once `stop` says so."""
    items = takewhile(lambda _: not stop(), each(site))
    return sound(site, origins, [item for item in items if item.id not in origins.nodes])


def joined(site: Site, origins: Origins, items: Sequence[Item]) -> tuple[Site, Origins]:
    """The site with items made from it behind those of its authors, and the origins with theirs: the record that holds the fact."""
    nodes = {item.id: node for item in items if (node := origin(item, origins)) is not None}
    whole = replace(site, items=(*site.items, *items), derived=frozenset(item.id for item in items))
    return whole, replace(origins, nodes={**origins.nodes, **nodes})


def render_pages(checked: Checked, docs: Path, *, small: bool = True) -> Result:
    """Renders every page of a valid site in memory, with the hand-written assets of `docs`. Raises ContentError when a diagram cannot be drawn.

    `small` is that of `assets.gather`.
    """
    gathered = assets.gather(docs, small=small)
    try:
        rendered = render.render(checked.site, gathered.folder, checked.origins)
    except UndrawnError as error:
        raise ContentError(undrawn(checked.site, checked.origins, error)) from None
    site = checked.site
    if lost := list(lost_sections(site, checked.origins, rendered.index, rendered.files.__getitem__)):
        raise ContentError(lost)
    files = {**rendered.files, **data(site, rendered.index, len(rendered.files) // len(site.languages)), **gathered.files}
    files["offline.json"] = compact({"files": sorted([*(_address(name) for name in files), "404.html"])})
    files |= {path.name: path.read_bytes() for path in sorted((docs / "root").glob("*.js"))} | share.extras(site, rendered.files)
    return Result(checked, {**rendered.shell, "assets": gathered.folder}, rendered.nav, files, rendered.files)


def data(site: Site, index: Mapping[str, str], pages: int) -> dict[str, bytes]:
    """Files that the site's scripts fetch. `index` gives the address of every id, `pages` is how many there are in each language."""
    found: dict[str, bytes] = {}
    for language in site.languages:
        found |= search.files(site, language, index, pages)
        found |= dict(spoken.spoken(site, language, group) for group in spoken.GROUPS)
    return {**found, "quiz.json": compact(topics(site))}


def _address(name: str) -> str:
    """The address below the site's root at which the engine publishes a file: pages are folders."""
    return name.removesuffix("index.md") or "./"


def lost_sections(site: Site, origins: Origins, index: Mapping[str, str], page: Callable[[str], bytes]) -> Iterator[Problem]:
    """K048 for an item whose `at` is no section of the page that explains it. `page` gives a rendered page by its name."""
    language = site.settings.default_language
    for item in site.items:
        html = page(f"{language}/{index[item.ref].partition('#')[0]}index.md").decode() if item.at else ""
        if item.at and f'id="{item.at}"' not in html:
            known = list(dict.fromkeys(_HEADING.findall(html)))
            near = nearest(item.at, known)
            advice = f"did you mean '{near}'?" if near else f"its sections: {', '.join(known)}"
            yield Problem(origins.at(item.id, "at"), "K048", f"the page of '{item.ref}' has no section '{item.at}'", advice)


def undrawn(site: Site, origins: Origins, error: UndrawnError) -> Iterator[Problem]:
    """K070 for each relation without room, in the file of its box. Names that are no boxes are zones of a large site's overview."""
    for link in error.links:
        box = next((one for one in site.boxes() if one.id == link.source), None)
        number = next((place for place, relation in enumerate(box.relations) if relation.to == link.target), 0) if box else 0
        position = origins.at(link.source, "relations", number) if box else origins.at("site", "zones")
        message = f"the diagram has no room for the relation '{link.source}' → '{link.target}'"
        yield Problem(position, "K070", message, "spread the boxes over more zones, or drop relations that say the same")


def build_docs(content: Path, docs: Path, out: Path, *, small: bool = True) -> Result:
    """Content folder to a folder of pages that an engine reads. Nothing is written when the content has errors (ContentError)."""
    result = render_pages(load_site(content), docs, small=small)
    # Cards are wanted by other sites only, and take long: a site that is only looked at has none.
    pictures = share.cards(result.checked.site, result.pages, out.parent / "cards") if small else {}
    write.write(result.files | pictures, out)
    return result
