"""`make bench`: sizes and ratios, each measured in one run and printed as one table. Nothing here passes or fails."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from generator import load, pipeline, write
from tests import bench_diagrams, bench_preview
from tests.browser import chromium, served
from tests.search import compare, pieces

ROOT = pipeline.ROOT
Row = tuple[str, str, str]
PEAK = """import resource, sys
from generator import load
load.parse_text(sys.stdin.read(), "x")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"""
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of a few runs, which is the one least disturbed by others."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(times))


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def kib(size: int) -> str:
    return f"{size / 1024:.1f} KiB"


def loader() -> Iterator[Row]:
    entry = "- id: entry-{n}\n  name: {{ko: 이름 {n}, en: Name {n}}}\n  text: >-\n    " + "words and 낱말 " * 20 + "\n  sources: [a, b]\n"
    text = "".join(entry.format(n=number) for number in range(4_000))
    ours = seconds(lambda: load.parse_text(text, "bench.yaml"))
    theirs = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    yield (f"load {len(text.encode()) / 1e6:.1f} MB of YAML with positions", f"{ours / theirs:.2f}x CSafeLoader", "≤ 0.5x")
    many = text * (10_000_000 // len(text.encode()) + 1)
    done = subprocess.run([sys.executable, "-c", PEAK], cwd=ROOT, input=many, text=True, capture_output=True, check=True)
    yield (f"memory at its most for {len(many.encode()) / 1e6:.1f} MB", f"{int(done.stdout) / 1024:.0f} MiB", "< 300 MiB")


def stages(site: Path) -> Iterator[Row]:
    content, docs = pipeline.DEFAULT_CONTENT, ROOT / "docs"
    checked = pipeline.load_site(content)
    result = pipeline.render_pages(checked, docs)
    spent = {
        "read and check": seconds(lambda: pipeline.load_site(content)),
        "render pages": seconds(lambda: pipeline.render_pages(checked, docs)),
        "write pages": seconds(lambda: write.write(result.files, Path(tempfile.mkdtemp()) / "docs"), 1),
        "whole build command": seconds(lambda: build(site), 1),
    }
    whole = spent["whole build command"]
    for name, duration in spent.items():
        yield (name, f"{duration / whole:.0%} of the build ({duration:.2f} s here)", "check ≤ 2 s" if name.startswith("read") else "")
    pages = sum(name.endswith(".md") for name in result.files)
    yield ("pages", str(pages), "")


def build(site: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", "--out", str(site)]
    subprocess.run(command, cwd=ROOT, env=QUIET, check=True, stdout=subprocess.DEVNULL)


def first_visit(browser: Browser, base: str, site: Path, page: str) -> tuple[int, int]:
    """Bytes that a first visit moves, each file packed: when the page has been opened and is quiet, and when it has been read to its end.

    Material's search index is left out in its favour: it grows with the site, and is wanted by those who search.
    """
    context = browser.new_context()
    seen: set[str] = set()
    one = context.new_page()
    one.on("request", lambda request: seen.add(request.url.partition("#")[0].partition("?")[0]))

    def moved() -> int:
        paths = [site / url.removeprefix(base) for url in seen if url.startswith(base) and "search_index" not in url]
        return sum(packed((path / "index.html" if path.is_dir() else path).read_bytes()) for path in paths)

    one.goto(f"{base}{page}/", wait_until="networkidle")
    opened = moved()
    one.keyboard.press("End")
    one.wait_for_timeout(1000)
    whole = moved()
    context.close()
    return opened, whole


def pages(site: Path, stock: Path) -> Iterator[Row]:
    stock_site(stock)
    components = [path.parent for path in site.glob("*/components/*/index.html")]
    heaviest = max(components, key=lambda path: packed((path / "index.html").read_bytes())).relative_to(site).as_posix()
    shown = dict.fromkeys(("ko/components/kube-apiserver", "en/components/kube-apiserver", heaviest, "ko/flows/flow-deploy", "ko/quiz", "ko"))
    with chromium() as browser, served(site) as our_base, served(stock) as stock_base:
        for page in shown:
            ours, theirs = first_visit(browser, our_base, site, page), first_visit(browser, stock_base, stock, page)
            for when, mine, other, aim in zip(("opened", "read to its end"), ours, theirs, ("≤ 0.5x, components ≤ 33.7 KiB", ""), strict=True):
                measured = f"{kib(mine)} packed, {mine / other:.2f}x the same article under stock Material ({kib(other)})"
                yield (f"first visit, {page}/, {when}", measured, aim)
    for kind in ("js", "css"):
        for path in sorted(site.glob(f"assets/*/{kind}/**/*.{kind}")):
            yield (f"{kind} {path.stem}", f"{kib(packed(path.read_bytes()))} packed", "")


def stock_site(out: Path) -> None:
    """The same rendered pages under Material as it comes, without our overrides."""
    config = out.with_suffix(".yml")
    settings = {
        "site_name": "stock",
        "docs_dir": str(ROOT / "build" / "docs"),
        "site_dir": str(out),
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["attr_list", "toc"],
    }
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)], env=QUIET, check=True, stderr=subprocess.DEVNULL)


def diagrams(site: Path) -> Iterator[Row]:
    start = time.process_time()
    before = os.times()
    build(site)
    after = os.times()
    spent = time.process_time() - start + after.children_user + after.children_system - before.children_user - before.children_system
    yield from bench_diagrams.weights(site, packed)
    yield from bench_diagrams.share(pipeline.load_site(pipeline.DEFAULT_CONTENT).site, spent)
    yield from bench_diagrams.growth()


def search(site: Path, work: Path) -> Iterator[Row]:
    with chromium() as browser:
        yield from compare.rows(browser, site, ROOT / "build" / "docs", work)
        yield from pieces.rows(browser, site, work / "large")


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        site, stock = Path(folder) / "site", Path(folder) / "stock"
        rows = [*loader(), *stages(site), *pages(site, stock), *diagrams(site), *search(site, Path(folder)), *bench_preview.rows()]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    print(f"{'what':{widths[0]}}  {'measured':{widths[1]}}  aim")
    for row in rows:
        print("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
