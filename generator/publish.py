"""Publishes a finished site in one move: a build works on a stage, and the old site stays until the new one is whole.

Knows folders, not pages or engines.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # a system without advisory locks: builds there are not kept apart
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP}


class BusyError(Exception):
    """Another build is writing the same site."""


@contextmanager
def lock(site: Path) -> Iterator[None]:
    """Holds the right to build `site`. Raises BusyError while another process holds it.

    The system itself lets go of the lock when its holder dies, however it dies.
    """
    path = site.with_name(f".{site.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _take(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        file.close()


def _take(path: Path) -> IO[bytes]:
    while True:
        file = path.open("ab")
        try:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The holder before us may have removed the file between our opening it and our locking it.
            if path.stat().st_ino == os.fstat(file.fileno()).st_ino:
                return file
        except BlockingIOError:
            file.close()
            raise BusyError(f"another build is writing {path.parent}: wait until it is done") from None
        except FileNotFoundError:
            pass
        file.close()


def stage(site: Path) -> Path:
    """An empty folder beside `site` to build into."""
    folder = site.with_name(f".{site.name}.stage")
    discard(folder)
    folder.mkdir(parents=True)
    return folder


def discard(staged: Path) -> None:
    """Removes a stage that is not to be published."""
    shutil.rmtree(staged, ignore_errors=True)


def swap(staged: Path, site: Path) -> None:
    """Puts the staged folder in the place of `site` and removes what was there. Raises OSError.

    Hidden entries of the old folder stay (engines leave them alone too): one may be the `.git` of a published branch.
    """
    if not site.exists():
        staged.rename(site)
        return
    old = staged if _exchange(staged, site) else _move_in(staged, site)
    for entry in sorted(old.glob(".*")):
        if not (site / entry.name).exists():
            entry.rename(site / entry.name)
    discard(old)


def _move_in(staged: Path, site: Path) -> Path:
    """Two renames, for systems that cannot exchange. Puts the old site back when the second one fails."""
    old = site.with_name(f".{site.name}.old")
    discard(old)
    site.rename(old)
    try:
        staged.rename(site)
    except OSError:
        old.rename(site)
        raise
    return old


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one system call, where the system has it (renameat2 of Linux)."""
    with suppress(AttributeError):
        call = ctypes.CDLL(None, use_errno=True).renameat2
        if call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
            return True
        if ctypes.get_errno() not in _NO_EXCHANGE:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
    return False
