"""Asks many addresses politely: several hosts at once, each host for one page at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from generator.external.answer import Answer, Manner

PATIENCE = 3
"""After so many addresses in a row without an answer a host is not asked for more: it is down, or wants no more questions."""


Ask = Callable[[str, frozenset[str], Manner], Answer]


def ask_all(wanted: Mapping[str, frozenset[str]], manner: Manner, ask: Ask, told: Callable[[], object]) -> dict[str, Answer]:
    """The answer of each address, keyed as in `wanted`, which names the anchors to look for. `told` is called after each."""
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    answers: dict[str, Answer] = {}
    stopped, one_by_one = threading.Event(), threading.Lock()

    def keep(address: str, answer: Answer) -> None:
        with one_by_one:
            answers[address] = answer
            told()

    def host(addresses: Sequence[str]) -> None:
        silent = 0
        for index, address in enumerate(addresses):
            if stopped.is_set():
                return
            if silent >= PATIENCE:
                keep(address, Answer(failed="not asked: its host answered none of the addresses before"))
                continue
            if index:
                time.sleep(manner.pause)
            answer = ask(address, wanted[address], manner)
            silent = silent + 1 if answer.failed else 0
            keep(address, answer)

    with ThreadPoolExecutor(max_workers=manner.jobs) as pool:
        try:
            # The longest list first, for it decides how long the whole takes.
            for _ in pool.map(host, sorted(hosts.values(), key=len, reverse=True)):
                pass
        except KeyboardInterrupt:
            stopped.set()
            raise
    return answers
