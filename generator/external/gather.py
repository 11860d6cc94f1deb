"""The external addresses of a site, read from its rendered pages: they hold everything that a reader can click."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urldefrag

from generator.check.outside import links
from generator.model import Site
from generator.parse import Origins
from generator.problems import Position

# Templates write each link so; in the words of a text quotation marks are escaped.
_LINK = re.compile(r'\shref="(https?://[^"]+)"', re.IGNORECASE)
_SOURCE = re.compile(r'^source: "([^"\n]*)"$', re.MULTILINE)


@dataclass(slots=True)
class Wanted:
    """One address: its anchors that pages link to, and where its links are written."""

    address: str
    anchors: set[str] = field(default_factory=set)
    places: list[Position] = field(default_factory=list)


def gather(site: Site, pages: Mapping[str, bytes], origins: Origins) -> dict[str, Wanted]:
    """Every external address of the rendered `pages`, sorted. Those of the site itself and of its repository are left out.

    Its places are those in the content, or the files of the pages that link to it when a template does.
    """
    found: dict[str, Wanted] = {}
    files: dict[str, set[str]] = {}
    own = tuple(f"{address.rstrip('/')}/" for address in (site.settings.url, site.settings.repository) if address)
    for name, data in pages.items():
        page = data.decode()
        for link in {unescape(match) for match in _LINK.findall(page)}:
            if not f"{link}/".startswith(own):
                address, anchor = urldefrag(link)
                one = found.setdefault(address, Wanted(address))
                one.anchors |= {unquote(anchor)} - {""}
                source = _SOURCE.search(page)
                files.setdefault(address, set()).add(source[1] if source and source[1] else name)
    for link, record, path in links(site, found):
        if (linked := found.get(urldefrag(link).url)) is not None:
            linked.places.append(origins.at(record, *path))
    for one in found.values():
        one.places = sorted(set(one.places)) or [Position(name) for name in sorted(files[one.address])]
    return dict(sorted(found.items()))
