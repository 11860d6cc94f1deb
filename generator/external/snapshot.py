"""The snapshot as a file: what was known, with what was answered now. Sorted, one value a line, so that a renewal is a small diff."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.external.answer import Answer
from generator.external.gather import Wanted
from generator.files import replace_all
from generator.model import External

NAME = "links.yaml"
_HEAD = "# What external addresses answered when they were last asked. Written by `python -m generator links refresh`.\n"
_EDITORS = re.compile(r"(# yaml-language-server: \$schema=[^:\s]*)site(\.json)\s*")
_PLAIN = re.compile(r"https?://[\w./~%&=+?;@,-]+")


def renewed(known: Mapping[str, External], wanted: Mapping[str, Wanted], answers: Mapping[str, Answer], today: str) -> list[External]:
    """An entry for each wanted address of which anything is known, sorted. What is linked no more is left out."""
    found = []
    for address in sorted(wanted):
        old = known.get(address)
        if address in answers:
            found.append(_entry(address, old, answers[address], today))
        elif old is not None:
            found.append(old)
    return found


def _entry(address: str, old: External | None, answer: Answer, today: str) -> External:
    if answer.failed:
        return (old or External(url=address)).model_copy(update={"failed": answer.failed, "tried": today})
    # The title of a page that is gone says what was there; that of the page of errors says nothing.
    title = answer.title if (answer.status or 0) < 400 else old.title if old else None
    return External(url=address, status=answer.status, title=title, moved=answer.final, has=answer.has, lacks=answer.lacks, checked=today)


def written(entries: Iterable[External], site_file: Path) -> str:
    """The text of the file. Editors find its schema beside that of `site_file`, the site's own first file."""
    first = site_file.read_text(encoding="utf-8-sig").partition("\n")[0] if site_file.exists() else ""
    match = _EDITORS.fullmatch(first)
    lines = [f"{match[1]}links{match[2]}\n"] if match else []
    lines += [_HEAD, "links:\n"]
    for entry in entries:
        fields = entry.model_dump(exclude_defaults=True)
        lines += [f"{'    ' if index else '  - '}{name}: {_value(value)}\n" for index, (name, value) in enumerate(fields.items())]
    return "".join(lines)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(json.dumps(one, ensure_ascii=False) for one in value)}]"
    if isinstance(value, int) or (isinstance(value, str) and _PLAIN.fullmatch(value)):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def save(text: str, content: Path) -> Path:
    """Puts the file into the content folder in one move. Raises OSError."""
    target = content / NAME
    replace_all({target: text})
    return target
