"""Links that lead out of the site, judged by the snapshot of what they answered. Asks no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urldefrag

from generator import text
from generator.fields import Text
from generator.model import External, Site
from generator.parse import Origins
from generator.problems import Position, Problem, Severity
from generator.walk import Path, fields, records


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K110 for a link that was dead when it was last asked, K111 for an anchor that its page lacked.

    Both are warnings: another site that is down keeps nobody from publishing this one.
    """
    known = latest(site)
    for link, record, path in links(site, known) if known else ():
        address, anchor = urldefrag(link)
        if (one := known.get(address)) is not None:
            yield from _judged(one, unquote(anchor), origins.at(record, *path))


def _judged(one: External, anchor: str, place: Position) -> Iterator[Problem]:
    if one.dead:
        answer = f"gave no answer on {one.day} ({one.failed})" if one.failed else f"answered with {one.status} on {one.day}"
        yield Problem(place, "K110", f"'{one.url}' {answer}", "link to what took its place, or ask it again with 'links refresh'", Severity.WARNING)
    elif anchor in one.lacks:
        advice = "link to a section that the page has, or to the page as a whole"
        yield Problem(place, "K111", f"'{one.url}' had no '#{anchor}' on {one.day}", advice, Severity.WARNING)


def latest(site: Site) -> dict[str, External]:
    """What is known of each address. Of two entries on one, as two people may have written, the later one counts."""
    return {one.url: one for one in sorted(site.external, key=lambda one: one.day)}


def links(site: Site, known: Iterable[str]) -> Iterator[tuple[str, str, Path]]:
    """Each external link that somebody wrote, with the record and the path that hold it.

    The exact version of a source is linked by its commit and path, so its address is looked for among the `known` ones.
    """
    for name, record in records(site):
        if name in site.derived:
            continue
        for path, value in fields(record):
            if isinstance(value, Text):
                for language, words in value.values.items():
                    yield from ((target, name, (*path, language) if language else path) for target in text.addresses(words))
            elif path[-1:] == ("url",) and name != "site":
                yield value, name, path
    versions = {f"{source.commit}/{source.path}": source for source in site.sources if source.commit and source.path}
    for address in known:
        for end, source in versions.items():
            if address.endswith(end) and address != source.url:
                yield address, source.id, ("path",)
