"""A server that is started for a test or a measurement, and stopped with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from generator import pipeline


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def body(address: str) -> str:
    """The text at an address; empty while there is no answer."""
    try:
        with urlopen(address, timeout=300) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


def until(true: Callable[[], bool], seconds: float = 120) -> float:
    """Waits until something is so, and returns how long that took, in seconds."""
    start = time.perf_counter()
    while not true():
        if time.perf_counter() - start > seconds:
            raise TimeoutError(f"not within {seconds} s")
        time.sleep(0.01)
    return time.perf_counter() - start


@contextmanager
def serving(command: Sequence[str], folder: Path, page: str, seconds: float = 120) -> Iterator[str]:
    """The address of a server started by `command` (`{addr}` in it becomes its address), once it answers for `page`."""
    addr = f"127.0.0.1:{free_port()}"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "ANSWERED_NOTES_BUILD": str(folder / "build")}
    with (folder / "log").open("w") as log:
        run = subprocess.Popen(
            [sys.executable, "-m", *(part.format(addr=addr) for part in command)],
            cwd=pipeline.ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            until(lambda: bool(body(f"http://{addr}/{page}")), seconds)
            yield f"http://{addr}/"
        finally:
            os.killpg(run.pid, signal.SIGTERM)
            run.wait(timeout=30)
