"""The commands `links refresh` and `links status`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from generator import pipeline
from generator.check.outside import latest
from generator.external import rounds, snapshot, standing
from generator.external.answer import Answer, Manner
from generator.external.gather import Wanted, gather
from generator.model import External
from generator.problems import ContentError

_OLD = 180

Place = Callable[[Path | None], Path]
Fail = Callable[[ContentError], None]


def command(content_option: Callable[[Any], Any], place: Place, fail: Fail, span: click.ParamType[int]) -> click.Group:
    """`links`, with the options and the way to fail that all commands share."""
    today_option = click.option(
        "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DATE", help="The day to count from.  [default: today]"
    )

    @click.group()
    def links() -> None:
        """External links: what they answer, kept in links.yaml of the content, so that a build needs no network."""

    @links.command()
    @content_option
    @click.option("--only", multiple=True, metavar="HOST", help="Ask only this host; may be given several times.")
    @click.option("--older-than", "days", type=span, metavar="SPAN", help="Ask only what was last answered at least SPAN ago: 30d, 4w, 6m or 1y.")
    @click.option(
        "--timeout", type=click.FloatRange(min=0.1, max=600), default=20, metavar="S", show_default=True, help="Seconds for one address as a whole."
    )
    @click.option(
        "--jobs", type=click.IntRange(1, 64), default=8, metavar="N", show_default=True, help="Hosts asked at once; each for one page at a time."
    )
    @today_option
    def refresh(content: Path | None, only: tuple[str, ...], days: int | None, timeout: float, jobs: int, today: datetime | None) -> None:
        r"""Ask every external address that pages link to, and renew links.yaml. Needs the network; nothing else does.

        What gives no answer keeps its old entry, with the failure noted. When nothing answers, nothing is written.

        \b
        Examples:
          python -m generator links refresh
          python -m generator links refresh --only example.org --older-than 30d
        """
        where, day = place(content), _day(today)
        wanted, known = _gathered(where, fail)
        asked = {name: one for name, one in wanted.items() if _asked(one, known.get(name), only, days, day)}
        if not asked:
            click.echo(f"nothing to ask: {len(wanted)} external addresses, none of them {'of that host' if only else 'so old'}")
            return
        answers = _ask(asked, Manner(timeout=timeout, jobs=jobs))
        failed = sum(answer.failed is not None for answer in answers.values())
        if failed == len(answers):
            click.echo("no address gave an answer, so nothing was written: is there a network?", err=True)
            raise SystemExit(1)
        entries = snapshot.renewed(known, wanted, answers, day.isoformat())
        target = snapshot.save(snapshot.written(entries, where / "site.yaml"), where)
        dead = sum(one.dead and not one.failed for one in entries if one.url in answers)
        click.echo(f"{len(answers)} addresses asked: {dead} dead, {failed} without an answer; written to {target}")

    @links.command()
    @content_option
    @click.option(
        "--older-than", "days", type=span, default=f"{_OLD}d", metavar="SPAN", show_default=True, help="From when on an answer is old: 180d, 26w, 6m."
    )
    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the list is printed.")
    @today_option
    def status(content: Path | None, days: int, form: str, today: datetime | None) -> None:
        r"""List the links that are dead, moved, without their anchor, or not asked for long, with their places. Asks no network.

        \b
        Examples:
          python -m generator links status
          python -m generator links status --older-than 30d --format json
        """
        wanted, known = _gathered(place(content), fail)
        found = standing.stand(wanted, known, days, _day(today))
        click.echo(standing.as_json(found) if form == "json" else standing.as_text(found))

    return links


def summary(checked: pipeline.Checked, pages: Mapping[str, bytes]) -> str:
    """A line on the external links that the snapshot does not know; empty when it knows all of them, or when there is none."""
    known = latest(checked.site)
    count = len(standing.unasked(gather(checked.site, pages, checked.origins), known)) if known else 0
    words = "1 external link is" if count == 1 else f"{count} external links are"
    return f"{words} not in the snapshot: python -m generator links refresh asks them" if count else ""


def _day(given: datetime | None) -> date:
    return (given or datetime.now(UTC)).date()


def _gathered(content: Path, fail: Fail) -> tuple[dict[str, Wanted], dict[str, External]]:
    """The external addresses of the content's pages, and what its snapshot knows."""
    try:
        checked = pipeline.load_site(content)
        result = pipeline.render_pages(checked, pipeline.ROOT / "docs")
    except ContentError as error:
        fail(error)
        raise
    return gather(checked.site, result.pages, checked.origins), latest(checked.site)


def _asked(wanted: Wanted, seen: External | None, only: tuple[str, ...], days: int | None, today: date) -> bool:
    host = (urlsplit(wanted.address).hostname or "").lower()
    if only and host not in {one.lower() for one in only}:
        return False
    return days is None or seen is None or bool(seen.failed) or standing.old(seen, days, today) or not wanted.anchors <= {*seen.has, *seen.lacks}


def _ask(asked: dict[str, Wanted], manner: Manner) -> dict[str, Answer]:
    # Only who asks the network waits for what asking needs.
    from generator.external.fetch import ask  # noqa: PLC0415

    anchors = {address: frozenset(one.anchors) for address, one in asked.items()}
    with click.progressbar(length=len(asked), label="Asking", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        return rounds.ask_all(anchors, manner, ask, lambda: bar.update(1))
