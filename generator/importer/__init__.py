"""From a Markdown study note to content: every line, every open end, and skeletons of what the note speaks of.

Can be run again after the note changed: what is new is added, what moved is followed, what is gone is marked, and nothing an
author wrote is changed. Plans first and writes last, so that a fault loses nothing.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from generator import note_marks, parse
from generator.files import replace_all
from generator.importer import moves
from generator.importer.outline import Entry, Outline, asked, outline
from generator.importer.skeletons import Skeletons
from generator.model import Site
from generator.note_marks import Mark
from generator.problems import ContentError, Position, Problem
from generator.slug import slug, unused

LANGUAGES = ("ko", "en")
_HANGUL = re.compile("[가-힣]")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")


@dataclass(slots=True)
class Import:
    """What an import will do. `files` are texts by path; a file that exists is in it only when it is mended or grows."""

    content: Path
    note: Path
    marks: tuple[Mark, ...]
    files: dict[Path, str] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    created: Counter[str] = field(default_factory=Counter)
    moved: int = 0
    gone: tuple[moves.Mention, ...] = ()

    def write(self) -> None:
        """Writes everything. Raises OSError; until all new texts are on disk, no file has changed."""
        replace_all(self.files)
        for name in self.pictures:
            target = self.content / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.note.parent / name, target)


def plan(note: Path, content: Path) -> Import:
    """Plans the import of a note into a content folder, which need not exist. Raises ContentError when either cannot be read."""
    lines = _lines(note)
    old = None
    if (content / "site.yaml").exists():
        reading = parse.read(content)
        if reading.site is None or reading.problems:
            raise ContentError(reading.problems)
        old = (reading.site, reading.origins)
    marks = note_marks.find(lines, lambda target: (note.parent / target).exists())
    planned = Import(content, note, marks)
    planned.pictures = _pictures(lines, note, content)
    if old is None:
        _first(planned, lines)
    else:
        _again(planned, lines, *old)
    return planned


def _lines(note: Path) -> tuple[str, ...]:
    try:
        text = note.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        raise ContentError([Problem(Position(note.as_posix()), "K001", "the note cannot be read", "name a Markdown file in UTF-8")]) from None
    if not text.strip():
        raise ContentError([Problem(Position(note.as_posix()), "K008", "the note is empty", "name a note with words in it")])
    return tuple(text.removesuffix("\n").split("\n"))


def _pictures(lines: Sequence[str], note: Path, content: Path) -> list[str]:
    """Pictures beside the note that the content does not have yet. One outside the note's folder is not copied."""
    named = dict.fromkeys(match for line in lines for match in _PICTURE.findall(line))
    return [name for name in named if ".." not in PurePosixPath(name).parts and (note.parent / name).is_file() and not (content / name).exists()]


def _first(planned: Import, lines: Sequence[str]) -> None:
    """A whole content folder from a note."""
    found = outline(lines)
    language = "ko" if sum(len(_HANGUL.findall(line)) for line in lines) * 5 > sum(len(line) for line in lines) else "en"
    make = Skeletons(LANGUAGES, language, date.today().isoformat())
    taken: set[str] = {"todo", "main", "request"}
    content = planned.content
    boxes = {row.name: row for row in found.rows}
    components: dict[int, str] = {}
    for order, row in enumerate(boxes.values(), start=1):
        name = _take(slug(row.name, "component"), taken)
        components[row.line] = name
        planned.files[content / "components" / f"{name}.yaml"] = make(
            "component", id=name, order=order * 10, name=row.name, text=row.text, zone="main"
        )
    flows = _flows(planned, found, make, taken)
    terms = [make("term", id=_take(slug(box.name, "term"), taken), name=box.name, text=box.text) for box in found.boxes]
    if terms:
        planned.files[content / "terms.yaml"] = "\n".join(terms)
    _questions(planned, planned.marks, lines, make, taken, lambda line: components.get(line) or next(iter(components.values()), flows[0]))
    planned.files[content / "note.yaml"] = make("note", title=found.title) + "".join(_entry(make, entry, taken) for entry in found.entries)
    planned.files[content / "sources.yaml"] = make("sources")
    planned.files[content / "site.yaml"] = make("site", id=slug(planned.content.parent.resolve().name, "notes"), title=found.title, start=flows[0])
    planned.files[content / "note.md"] = "\n".join(lines) + "\n"
    planned.created.update(components=len(components), flows=len(flows), terms=len(terms), entries=len(found.entries))


def _flows(planned: Import, found: Outline, make: Skeletons, taken: set[str]) -> list[str]:
    """A flow for each numbered list; the home page needs one, so there is one even without a list."""
    names = []
    for listed in found.lists:
        name = _take(f"flow-{slug(listed.title, 'list')}", taken)
        steps = [words for _, words in listed.steps]
        lines = [line for line, _ in listed.steps]
        names.append(name)
        planned.files[planned.content / "flows" / f"{name}.yaml"] = make(
            "flow", id=name, title=listed.title or found.title, steps=steps, lines=lines, zone="main"
        )
    if not names:
        names.append(_take("flow-first", taken))
        text = make("flow", id=names[0], title="TODO: the first flow", steps=["TODO: the first step", "TODO: the second step"], lines=[], zone="main")
        planned.files[planned.content / "flows" / f"{names[0]}.yaml"] = text
    return names


def _questions(planned: Import, marks: Iterable[Mark], lines: Sequence[str], make: Skeletons, taken: set[str], at: Callable[[int], str]) -> None:
    """A question and an item for each of these open ends."""
    items = []
    for mark in marks:
        line = lines[mark.line - 1]
        quote = line.strip() if mark.kind in {"blank", "mark"} else line[mark.start : mark.end].strip()
        words = asked(mark, line)
        name = _take(f"oq-{slug(words, f'line-{mark.line}')}", taken)
        text = make("question", id=name, kind=mark.kind, line=mark.line, quote=quote, title=words, at=at(mark.line))
        planned.files[planned.content / "questions" / f"{name}.yaml"] = text
        items.append(make("item", id=_take(f"{name}-item", taken), ref=name))
        planned.questions.append(name)
    if items:
        path = planned.content / "items" / "imported.yaml"
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if path.exists() else ""
        planned.files[path] = before + "\n".join(items)


def _again(planned: Import, lines: Sequence[str], site: Site, origins: parse.Origins) -> None:
    """What a changed note changes in content that exists."""
    make = Skeletons(site.languages, site.note.language, date.today().isoformat())
    taken = set(origins.nodes)
    result = moves.mend(moves.mentions(site, origins), site.note_lines, lines)
    planned.files.update({Path(file): text for file, text in result.files.items()})
    planned.moved, planned.gone = result.moved, result.gone
    ways = moves.follow(site.note_lines, lines)
    covered: Counter[tuple[int, str]] = Counter((ways.get(one.line, 0) or _same(one.quote, lines), one.kind) for one in site.questions)
    fresh = []
    for mark in planned.marks:
        covered[mark.line, mark.kind] -= 1
        if covered[mark.line, mark.kind] < 0:
            fresh.append(mark)
    home = site.components[0].id if site.components else site.settings.home.start
    _questions(planned, fresh, lines, make, taken, lambda _line: home)
    held = {ways.get(line, 0) for item in site.note.items for line in item.lines}
    missing = [entry for entry in outline(lines).entries if not held.intersection(entry.lines)]
    if missing:
        _grow_inventory(planned, make, missing, taken, origins)
    if fresh and "todo" not in {source.id for source in site.sources}:
        path = planned.content / "sources.yaml"
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if path.exists() else ""
        planned.files[path] = before + make("sources").partition("\n")[2]
    if tuple(lines) != site.note_lines:
        planned.files[planned.content / site.note.file] = "\n".join(lines) + "\n"
    planned.created.update(entries=len(missing))


def _same(quote: str, lines: Sequence[str]) -> int:
    found = [number for number, line in enumerate(lines, start=1) if quote in line]
    return found[0] if len(found) == 1 else 0


def _grow_inventory(planned: Import, make: Skeletons, missing: Sequence[Entry], taken: set[str], origins: parse.Origins) -> None:
    """Puts new entries behind the last one, in the file's own indentation."""
    path = planned.content / "note.yaml"
    text = planned.files.get(path) or path.read_text(encoding="utf-8")
    indent = " " * (origins.at("note", "items", 0).column - 3)
    entries = "".join(_entry(make, entry, taken) for entry in missing)
    body = "\n".join(indent + line[2:] if line.strip() else line for line in entries.rstrip("\n").split("\n"))
    planned.files[path] = f"{text.rstrip(chr(10))}\n{body}\n"


def _entry(make: Skeletons, entry: Entry, taken: set[str]) -> str:
    name = _take(f"n{entry.lines[0]:02}", taken)
    return make("entry", id=name, lines=list(entry.lines), kind=entry.kind, text=entry.text)


def _take(wanted: str, taken: set[str]) -> str:
    found = unused(wanted, taken)
    taken.add(found)
    return found
