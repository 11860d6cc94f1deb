"""An old address must lead to a page: what an id was renamed to exists, and has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Site
from generator.parse import Origins
from generator.problems import Problem, nearest


def check(site: Site, origins: Origins) -> Iterator[Problem]:
    """K027 for a redirect that leads to no page."""
    pages = {one.id for one in (*site.boxes(), *site.flows)} | {one.id for one in site.questions}
    for move in site.redirects:
        if move.to not in pages:
            near = nearest(move.to, pages)
            help_ = f"did you mean '{near}'?" if near else "name a component, an add-on category, a flow or an open question"
            yield Problem(origins.at(move.id, "to"), "K027", f"the redirect leads to '{move.to}', which has no page of its own", help_)
