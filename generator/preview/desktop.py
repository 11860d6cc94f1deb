"""What lies on the author's desk: the newest edition, the last one that was good, and what is wrong.

`read` is quick and comes after every edit; `judge` applies every rule, makes the items, and gives up when there is a newer edit.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import assets, parse, pipeline
from generator.diagrams import UndrawnError
from generator.model import Item, Site
from generator.preview.edition import Edition
from generator.problems import Problem, Severity
from generator.shelf import Shelf

log = logging.getLogger("mkdocs.preview")
T = TypeVar("T")
REST = 0.3
"""Seconds after an edit in which the page is drawn before the rules are applied: both at once would be slower for the eye."""
BREATH = 0.01
"""Seconds between two pages that are drawn only to be judged."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One page as it can be shown now. `fresh` is False for a page from before the content broke."""

    edition: Edition
    data: bytes
    fresh: bool


class Desktop:
    """Safe to use from several threads: one that reads, one that judges, and any number that look."""

    def __init__(self, content: Path, docs: Path) -> None:
        self._content, self._docs = content, docs
        self.folders = (content, docs, *(pipeline.ROOT / "generator" / name for name in ("templates", "questions", "strings")))
        """Where everything stands that the pages are made from."""
        self._signature: tuple[tuple[str, int, int], ...] = ()
        self._shelf = Shelf()
        self._now: Edition | None = None
        self._good: Edition | None = None
        self._reading: parse.Reading | None = None
        self._undrawn: dict[str, tuple[Problem, ...]] = {}
        self._drawing = threading.RLock()
        self._news = threading.Condition()
        self.number = 0
        """Grows with every change of anything that is shown."""
        self.problems: tuple[Problem, ...] = ()
        """Everything that is wrong, as far as it is known, in file order."""
        self.judged = False
        """Whether every rule has been applied to the newest edition."""

    # --- changing what is shown ------------------------------------------------------------------------------------

    def read(self) -> bool:
        """Takes up what has changed in the content and the assets; False when nothing has.

        Problems that rules found before stay until they are judged anew, those of the reading before are over.
        """
        with self._drawing:
            signature = tuple(_signature(self.folders))
            if signature == self._signature:
                return False
            self._signature = signature
            reading = parse.read(self._content, self._shelf)
            gathered = assets.gather(self._docs, small=False)
            over = set(self._reading.problems) if self._reading else set()
            self._reading, self.judged = reading, False
            if reading.site is not None:
                site = pipeline.placed(reading.site)
                items = _still(self._now.items if self._now else (), site, reading.origins)
                self._now = Edition(reading, site, gathered, self._docs / "root", items)
            self._undrawn.clear()
            kept = (one for one in self.problems if one not in over and (one.severity is Severity.WARNING or not reading.problems))
            self.problems = tuple(sorted({*reading.problems, *kept}))
        self._tell()
        return True

    def judge(self, stop: Callable[[], bool]) -> None:
        """Applies every rule to what was read last, then makes the items. Ends early, and changes nothing, when `stop` says so."""
        edition, reading = self._now, self._reading
        if reading is None:
            return
        found: list[Problem] = []
        for some in pipeline.judged(reading):
            found += some
            if stop():
                return
        if edition is None or reading.site is None or any(one.severity is Severity.ERROR for one in found):
            self._conclude(found, None, stop)
            return
        items = pipeline.made(edition.bare, reading.origins, stop)
        if stop():
            return
        whole = edition.with_items(items)
        try:
            found += pipeline.lost_sections(whole.site, whole.origins, whole.press.index, self._page_of(whole, stop))
        except UndrawnError as error:
            found += pipeline.undrawn(whole.site, whole.origins, error)
        self._conclude(found, whole, stop)

    def _page_of(self, edition: Edition, stop: Callable[[], bool]) -> Callable[[str], bytes]:
        """Draws pages one at a time, with a breath between two, so that readers get their turn."""
        seen: set[str] = set()

        def page(name: str) -> bytes:
            time.sleep(0 if name in seen else BREATH)
            seen.add(name)
            # When nobody waits for the answer any more, the quickest page will do.
            with self._drawing:
                return b"" if stop() else edition.page(name)

        return page

    def _conclude(self, found: Iterable[Problem], whole: Edition | None, stop: Callable[[], bool]) -> None:
        """Takes over what the rules said, and the edition with its items when there is one."""
        with self._drawing:
            if stop():
                return
            self.problems, self.judged = tuple(sorted(set(found))), True
            if whole is not None:
                self._now = whole
            if not any(one.severity is Severity.ERROR for one in self.problems):
                self._good = whole
        self._tell()

    # --- looking ---------------------------------------------------------------------------------------------------

    def look(self, name: str) -> Sight | None:
        """The page of that name: the newest that can be drawn. None when neither the newest nor the last good site has it."""

        def sight(edition: Edition) -> Sight | None:
            if name not in edition.press.names:
                return None
            try:
                return Sight(edition, edition.page(name), edition is self._now)
            except UndrawnError as error:
                self._undrawn[name] = tuple(pipeline.undrawn(edition.site, edition.origins, error))
                return None

        return self._newest(sight)

    def file(self, name: str) -> bytes | None:
        """A file beside the pages."""
        return self._newest(lambda edition: edition.file(name))

    def edition(self) -> Edition | None:
        """The newest edition that has a frame, if there is one."""
        return self._newest(lambda edition: edition if edition.extra else None)

    def _newest(self, ask: Callable[[Edition], T | None]) -> T | None:
        """What the newest edition answers, or the last good one when the newest has no answer or breaks."""
        with self._drawing:
            for edition in filter(None, (self._now, self._good)):
                try:
                    if (found := ask(edition)) is not None:
                        return found
                except Exception:
                    # Content that breaks rules may break a page in any way; which rule, the judgement tells.
                    log.debug("the newest edition cannot be shown", exc_info=True)
        return None

    def problems_of(self, name: str) -> tuple[Problem, ...]:
        """All problems, those of drawing this page among them."""
        return tuple(sorted({*self.problems, *self._undrawn.get(name, ())}))

    # --- waiting ---------------------------------------------------------------------------------------------------

    def wait(self, number: int, seconds: float) -> int:
        """Returns the number of what is shown as soon as it is another than `number`, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self.number != number, timeout=seconds)
            return self.number

    def _tell(self) -> None:
        with self._news:
            self.number += 1
            self._news.notify_all()


class Judge:
    """Judges in a thread of its own whenever it is called, always the newest edition only. `report` gets the errors when they change."""

    def __init__(self, desktop: Desktop, report: Callable[[tuple[Problem, ...]], None]) -> None:
        self._desktop, self._report = desktop, report
        self._called = threading.Event()
        self._told: tuple[Problem, ...] = ()
        threading.Thread(target=self._run, daemon=True).start()

    def call(self) -> None:
        """There is something new to judge."""
        self._called.set()

    def judge(self) -> None:
        """Judges now, in the thread of the caller."""
        try:
            self._desktop.judge(self._called.is_set)
        except Exception:
            log.exception("the content could not be judged")
            return
        errors = tuple(one for one in self._desktop.problems if one.severity is Severity.ERROR)
        if self._desktop.judged and errors != self._told:
            self._told = errors
            self._report(errors)

    def _run(self) -> None:
        while True:
            self._called.wait()
            self._called.clear()
            if not self._called.wait(REST):
                self.judge()


def _still(items: tuple[Item, ...], site: Site, origins: parse.Origins) -> tuple[Item, ...]:
    """Items made for the edition before, as far as all they name is still there: the new ones take longer."""
    names = {identifier for identifier, _, _ in site.things()}
    sources = {source.id for source in site.sources}
    return tuple(item for item in items if item.id not in origins.nodes and {item.ref, *item.about} <= names and {item.source, *item.also} <= sources)


def _signature(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of every file below the folders."""
    for folder in folders:
        for place, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if not name.startswith((".", "__")))
            for name in sorted(files):
                with suppress(OSError):
                    found = (Path(place) / name).stat()
                    yield f"{place}/{name}", found.st_mtime_ns, found.st_size
