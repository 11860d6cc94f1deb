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

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BusyError(Exception):
    """Another build is writing the same site."""


@contextmanager
def lock(site: Path) -> Iterator[None]:
    """Holds the right to build `site`. Raises BusyError while a living process holds it."""
    path = site.with_name(f".{site.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    _take(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _take(path: Path) -> None:
    for _ in range(2):
        try:
            with path.open("x", encoding="ascii") as file:
                file.write(str(os.getpid()))
        except FileExistsError:
            if _alive(path):
                raise BusyError(f"another build is writing {path.parent}: wait for it, or delete {path}") from None
            path.unlink(missing_ok=True)
        else:
            return
    raise BusyError(f"another build is writing {path.parent}: wait for it, or delete {path}")


def _alive(path: Path) -> bool:
    try:
        os.kill(int(path.read_text(encoding="ascii")), 0)
    except (OSError, ValueError) as error:
        return isinstance(error, PermissionError)
    return True


def stage(site: Path) -> Path:
    """An empty folder beside `site` to build into."""
    folder = site.with_name(f".{site.name}.stage")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def swap(staged: Path, site: Path) -> None:
    """Puts the staged folder in the place of `site` and removes what was there. Raises OSError."""
    if not site.exists():
        staged.rename(site)
        return
    if not _exchange(staged, site):
        old = site.with_name(f".{site.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        staged.rename(site)
        staged = old
    shutil.rmtree(staged, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one system call, where the system has it (renameat2 of Linux)."""
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        if library.renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
            return True
        if ctypes.get_errno() not in {errno.ENOSYS, errno.EINVAL, errno.EPERM}:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
    return False
