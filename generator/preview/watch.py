"""Hears of edits from the system itself, at once; the engine's own watcher, which looks twice a second, stays for folders without such news."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

log = logging.getLogger("mkdocs.preview")
QUIET = 0.05
"""Seconds without a further event after which an edit is taken to be whole: editors write a file in several steps."""
_EDITS = {"created", "modified", "moved", "deleted", "closed"}


class _Handler(FileSystemEventHandler):
    def __init__(self, edited: threading.Event) -> None:
        self._edited = edited

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _EDITS and not event.is_directory:
            self._edited.set()


def watch(folders: Iterable[Path], changed: Callable[[], None]) -> None:
    """Calls `changed` in a thread of its own after every edit below the folders. Where the system cannot tell, nothing is called."""
    edited = threading.Event()
    observer = Observer()
    observer.daemon = True
    try:
        for folder in folders:
            observer.schedule(_Handler(edited), str(folder), recursive=True)
        observer.start()
    except OSError as error:
        log.debug("the system gives no news of edits: %s", error)
        return
    threading.Thread(target=_wait, args=(edited, changed), daemon=True).start()


def _wait(edited: threading.Event, changed: Callable[[], None]) -> None:
    while True:
        edited.wait()
        while edited.is_set():
            edited.clear()
            edited.wait(QUIET)
        changed()
