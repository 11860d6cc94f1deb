"""What a new thing adds to a content folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import note_marks, parse
from generator.fields import Id
from generator.files import replace_all
from generator.importer.outline import asked, clean
from generator.importer.skeletons import Skeletons
from generator.model import Site
from generator.problems import ContentError, Position, Problem, nearest
from generator.scaffold.grow import grow
from generator.slug import slug, unused

TEMPLATES = Path(__file__).parent / "templates"
_PREFIX = {"term": "t-", "flow": "flow-", "question": "oq-"}
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCHEMA = re.compile(r"(?P<head># yaml-language-server: \$schema=)(?P<folder>[^:\s]*)site\.json\s*")


class WishError(ValueError):
    """What was asked for cannot be made; the words say what to write instead."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make: a kind, an id, and what some kinds need: a zone, a thing of the site (`ref`), a line of the note."""

    kind: str
    id: str
    zone: str | None = None
    ref: str | None = None
    line: int | None = None


@dataclass(slots=True)
class Plan:
    """Texts of files by path: those to be created, and list files with more behind their end."""

    created: dict[Path, str] = field(default_factory=dict)
    grown: dict[Path, str] = field(default_factory=dict)

    def write(self) -> None:
        """Writes everything, and overwrites nothing. Raises OSError; everything is then as it was."""
        made: list[Path] = []
        try:
            for path, text in self.created.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    made.append(path)
                    file.write(text.encode())
            replace_all(self.grown)
        except OSError:
            for path in made:
                path.unlink(missing_ok=True)
            raise


@dataclass(slots=True)
class _Making:
    """One wish on its way: the content as it is, and the plan so far."""

    wish: Wish
    content: Path
    site: Site
    origins: parse.Origins
    make: Skeletons
    plan: Plan = field(default_factory=Plan)

    @property
    def todo_name(self) -> dict[str, str]:
        words = self.wish.id.removeprefix(_PREFIX.get(self.wish.kind, "")).replace("-", " ")
        return dict.fromkeys(self.site.languages, f"TODO {words}")

    def zone(self) -> str:
        """The zone that was named, or the only one."""
        zones = [zone.id for zone in self.site.settings.zones]
        if self.wish.zone is None and len(zones) > 1:
            raise WishError(f"name the zone it stands in: --zone, one of: {', '.join(zones)}")
        return _known(self.wish.zone or zones[0], zones, "zone")

    def thing(self, kind: str, among: Iterable[str]) -> str:
        """The thing that was named with --ref."""
        if self.wish.ref is None:
            raise WishError(f"name the {kind} with --ref")
        return _known(self.wish.ref, among, kind)

    def file(self, kind: str, text: str) -> None:
        """A file of its own."""
        self.plan.created[self.content / kind / f"{self.wish.id}.yaml"] = schema_line(self.content, kind, nested=True) + text

    def entry(self, kind: str, entry: str, path: Path | None = None) -> None:
        """An entry of the list `kind`, at the end of `path` or of the one file that holds the list; that is made when it is missing."""
        several = sorted((self.content / kind).glob("*.yaml"))
        whole = self.content / f"{kind}.yaml"
        target = path or (whole if whole.exists() or not several else several[-1])
        if target.exists():
            self.plan.grown[target] = grow(target.read_bytes().decode(), entry, target.as_posix())
        else:
            self.plan.created[target] = schema_line(self.content, kind, nested=target.parent != self.content) + entry

    def placeholder_source(self) -> None:
        """Skeletons cite the source 'todo', so there must be one."""
        if all(source.id != "todo" for source in self.site.sources):
            self.entry("sources", self.make("sources").partition("\n")[2])


def plan(wish: Wish, content: Path) -> Plan:
    """Plans the wish. Raises ContentError when the content cannot be read or the id is taken, and WishError for what cannot be made."""
    if wish.kind != "language":
        _check_id(wish)
    reading = parse.read(content)
    if reading.site is None or reading.problems:
        raise ContentError(reading.problems)
    if wish.id in reading.origins.nodes and wish.kind != "language":
        position = reading.origins.at(wish.id, "id")
        raise ContentError([Problem(position, "K020", f"the id '{wish.id}' is already taken", "choose another id; this one stands here")])
    site = reading.site
    make = Skeletons(site.languages, site.settings.default_language, date.today().isoformat(), [TEMPLATES])
    making = _Making(wish, content, site, reading.origins, make)
    KINDS[wish.kind](making)
    return making.plan


def _check_id(wish: Wish) -> None:
    prefix = _PREFIX.get(wish.kind, "")
    try:
        TypeAdapter(Id).validate_python(wish.id)
        good = wish.id.startswith(prefix) and wish.id != prefix
    except ValidationError:
        good = False
    if not good:
        rule = f"ids of this kind start with '{prefix}'" if prefix else "an id is small letters and digits, with single hyphens between them"
        raise WishError(f"'{wish.id}' cannot be the id of a {wish.kind}: {rule}; write '{prefix}{slug(wish.id, wish.kind).removeprefix(prefix)}'")


def _known(name: str, among: Iterable[str], kind: str) -> str:
    known = list(among)
    if name not in known:
        near = nearest(name, known)
        raise WishError(f"there is no {kind} '{name}'" + (f": did you mean '{near}'?" if near else ""))
    return name


def schema_line(content: Path, kind: str, *, nested: bool) -> str:
    """The line that names the schema to editors, when site.yaml has one."""
    with (content / "site.yaml").open(encoding="utf-8-sig") as file:
        found = _SCHEMA.fullmatch(file.readline())
    if not found:
        return ""
    up = "../" if nested and not found["folder"].startswith("/") else ""
    return f"{found['head']}{up}{found['folder']}{kind}.json\n"


def _component(making: _Making) -> None:
    text = making.make("component", id=making.wish.id, zone=making.zone(), order=100, name=making.todo_name, text="")
    making.file("components", text)
    making.placeholder_source()


def _addon(making: _Making) -> None:
    product = unused(f"{making.wish.id}-product", making.origins.nodes)
    making.file("addons", making.make("addon", id=making.wish.id, zone=making.zone(), name=making.todo_name, product=product))
    making.placeholder_source()


def _flow(making: _Making) -> None:
    kind = making.site.settings.line_kinds[0].id
    steps = ["", ""]
    text = making.make("flow", id=making.wish.id, title=making.todo_name, steps=steps, lines=[], zone=making.zone(), line_kind=kind)
    making.file("flows", text)
    making.placeholder_source()


def _term(making: _Making) -> None:
    making.entry("terms", making.make("term", id=making.wish.id, name=making.todo_name, text=""))
    making.placeholder_source()


def _item(making: _Making) -> None:
    ref = making.thing("thing it asks about", (name for name, _, _ in making.site.things()))
    _add_item(making, making.wish.id, ref)
    making.placeholder_source()


def _add_item(making: _Making, name: str, ref: str) -> None:
    """The item goes behind others on the same thing, or else into a file of that thing."""
    whole = making.content / "items.yaml"
    beside = [Path(making.origins.at(item.id).file) for item in making.site.items if item.ref == ref]
    path = beside[-1] if beside else whole if whole.exists() else making.content / "items" / f"{ref}.yaml"
    making.entry("items", making.make("item", id=name, ref=ref), path)


def _question(making: _Making) -> None:
    site, wish = making.site, making.wish
    kind, number, quote, title = _open_end(making)
    boxes = [*(box.id for box in site.boxes()), *(flow.id for flow in site.flows)]
    at = _known(wish.ref or boxes[0], boxes, "component, add-on or flow that answers it")
    making.file("questions", making.make("question", id=wish.id, kind=kind, line=number, quote=quote, title=title, at=at))
    _add_item(making, unused(f"{wish.id}-item", making.origins.nodes), wish.id)
    making.placeholder_source()


def _open_end(making: _Making) -> tuple[str, int, str, str]:
    """Kind, line, quote and words of the open end that the question is for: the first without one, on the line that was named if any."""
    lines, wanted = making.site.note_lines, making.wish.line
    if wanted is not None and not (wanted <= len(lines) and lines[wanted - 1].strip()):
        raise WishError(f"line {wanted} of the note has no words: name another line; the note has {len(lines)}")
    folder = (making.content / making.site.note.file).parent
    covered: Counter[tuple[int, str]] = Counter((question.line, question.kind) for question in making.site.questions)
    for mark in note_marks.find(lines, lambda target: (folder / target).exists()):
        covered[mark.line, mark.kind] -= 1
        if covered[mark.line, mark.kind] < 0 and wanted in (None, mark.line):
            line = lines[mark.line - 1]
            quote = line.strip() if mark.kind in {"blank", "mark"} else line[mark.start : mark.end].strip()
            return mark.kind, mark.line, quote, asked(mark, line)
    if wanted is None:
        raise WishError("every open end that `check` finds in the note has its question: name the line of another one with --line")
    return "garbled", wanted, lines[wanted - 1].strip(), clean(lines[wanted - 1])


def _language(making: _Making) -> None:
    """Words of buttons and headings to translate. The site gets the language when its author adds it to site.yaml."""
    code, site = making.wish.id, making.site
    if not _CODE.fullmatch(code):
        raise WishError(f"'{code}' is no language code: write one such as 'ja' or 'pt-BR'")
    path = making.content / "ui" / f"{code}.yaml"
    if code in site.languages:
        position = making.origins.at("site", "languages", site.languages.index(code))
        raise ContentError([Problem(position, "K020", f"the site already has the language '{code}'", "choose another language")])
    if path.exists():
        raise ContentError([Problem(Position(path.as_posix()), "K020", f"there are words in '{code}' already", "go on in this file")])
    if (parse.STRINGS / code).exists():
        raise WishError(f"the generator has words in '{code}': add the language to site.yaml")
    words = site.strings["en" if "en" in site.languages else site.settings.default_language]
    making.plan.created[path] = schema_line(making.content, "ui", nested=True) + making.make("language", code=code, strings=sorted(words.items()))


KINDS: dict[str, Callable[[_Making], Any]] = {
    "component": _component,
    "flow": _flow,
    "addon": _addon,
    "term": _term,
    "question": _question,
    "item": _item,
    "language": _language,
}
