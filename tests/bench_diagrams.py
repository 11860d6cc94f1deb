"""Rows of `make bench` about diagrams: their weight, their share of the build, and how time grows with boxes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from generator import diagrams
from generator.model import Site
from tests.unit.diagrams.sites import random_site

Row = tuple[str, str, str]
Packed = Callable[[bytes], int]


def weights(folder: Path, packed: Packed) -> Iterator[Row]:
    """Both drawings of an architecture; the rows and lanes of a flow without their details, verdicts and Mermaid text."""
    for language in ("ko", "en"):
        html = (folder / language / "components" / "index.html").read_text(encoding="utf-8")
        drawn = "".join(re.findall(r'<svg class="dg .*?</svg>', _figure(html, "architecture"), re.DOTALL)).encode()
        yield (f"architecture, both drawings, {language}", _size(drawn, packed), "≤ 12 KB / 3 KB")
        html = (folder / language / "flows" / "flow-deploy" / "index.html").read_text(encoding="utf-8")
        extra = r'<div class="more">.*?</div>\s*</div>|<details class="an-copy".*?</details>'
        whole = re.sub(extra, "", _figure(html, "flow-deploy"), flags=re.DOTALL)
        flow = re.sub(r'<a class="mk".*?</a>', "", whole, flags=re.DOTALL).encode()
        yield (f"flow of 14 steps, rows and lanes, {language}", _size(flow, packed), "≤ 8 KB / 2.5 KB")
    script = next(folder.glob("assets/*/js/flow.js")).read_bytes()
    yield ("script that steps through a flow", f"{packed(script) / 1000:.2f} KB packed", "≤ 1.5 KB, on pages with a flow")


def share(site: Site, build: float) -> Iterator[Row]:
    """`build` is the time of a whole build, in seconds."""

    def everything() -> None:
        for language in (one.code for one in site.settings.languages):
            diagrams.architecture(site, language, str)
            for one in (*site.components, *site.addons):
                diagrams.around(site, language, one.id, str)
            for flow in site.flows:
                diagrams.flow(site, language, flow.id, str)

    yield ("all diagrams of the site", f"{_seconds(everything) / build:.1%} of the build", "< 10 %")


def growth() -> Iterator[Row]:
    """Time for a random site of 60 boxes beside one of 13."""
    small, large = (random_site(1, count, hub=True) for count in (13, 60))
    first = _seconds(lambda: diagrams.architecture(small, "en", str))
    second = _seconds(lambda: diagrams.architecture(large, "en", str))
    yield ("architecture of 60 boxes", f"{second / first:.0f}x that of 13 ({second:.1f} s here)", "≤ 2 s")


def _figure(html: str, name: str) -> str:
    found = re.search(rf'<figure[^>]*data-diagram="{name}".*?</figure>', html, re.DOTALL)
    return found[0] if found else ""


def _size(data: bytes, packed: Packed) -> str:
    return f"{len(data) / 1000:.1f} KB / {packed(data) / 1000:.1f} KB packed"


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of a run that finds nothing prepared."""
    for name in ("architecture", "around"):
        for one in vars(import_module(f"generator.diagrams.{name}")).values():
            getattr(one, "cache_clear", lambda: None)()
    start = time.process_time()
    work()
    return time.process_time() - start
