"""Where in the architecture something stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.derive.kit import About, Box, Choice, Kit
from generator.derive.words import names_it
from generator.fields import Text
from generator.model import Addon, Component, Item, Zone

MOST = 8


def zones(kit: Kit) -> Iterator[Item]:
    """`m-zone-<box>`: the zone of a box, among the others that it is not said to stand in as well."""
    used = [zone for zone in kit.site.settings.zones if any(box.zone == zone.id for box in kit.boxes.values())]
    for box in kit.boxes.values():
        if not _plain(kit, box):
            continue
        mine = next(zone for zone in used if zone.id == box.zone)
        wrong = [Choice(zone.id, zone.name, _tenants(kit, zone)) for zone in used if zone is not mine and not _also(box, zone)]
        right = Choice(mine.id, mine.name, _placed(kit, box))
        about = About(box.id, box.sources)
        yield from kit.single(f"m-zone-{box.id}", "recall", about, kit.words("zone", name=box.name), right, wrong)


def sorting(kit: Kit) -> Iterator[Item]:
    """`m-sort-<box>`: boxes to be put into their zones. `<box>` is the one with the most lines; its page shows the neighbours."""
    zones = kit.site.settings.zones
    fair = [box for box in kit.boxes.values() if _plain(kit, box) and not any(_also(box, zone) for zone in zones if zone.id != box.zone)]
    # One of each zone in turn, so that every item has boxes of most zones.
    turns = sorted(fair, key=lambda box: [one.id for one in fair if one.zone == box.zone].index(box.id))
    lines = Counter(name for pair in kit.links for name in pair)
    hub = max(kit.boxes, key=lambda name: (lines[name], name))
    yield from _sort(kit, hub, f"m-sort-{hub}", turns[:MOST])
    yield from _sort(kit, hub, f"m-sort-{hub}-more", turns[MOST : 2 * MOST])


def _sort(kit: Kit, hub: str, seed: str, group: list[Box]) -> Iterator[Item]:
    present = [zone for zone in kit.site.settings.zones if any(box.zone == zone.id for box in group)]
    if len(group) >= 3 and 2 <= len(present) <= 4:
        entries = [{"id": box.id, "text": box.name, "category": box.zone, "explanation": _placed(kit, box)} for box in group]
        about = About(hub, tuple(source for box in group for source in box.sources[:1]), "around", tuple(box.id for box in group))
        categories = [{"id": zone.id, "name": zone.name} for zone in present]
        yield from kit.item("categorize", seed, "recall", about, kit.words("sort"), categories=categories, entries=entries)


def _placed(kit: Kit, box: Box) -> Text:
    return kit.words("fact", name=box.name, text=box.role)


def _plain(kit: Kit, box: Box) -> bool:
    """Whether the box stands where its kind does: an add-on outside the zone of add-ons could be sorted two ways."""
    common = Counter(one.zone for one in kit.site.addons).most_common(1)
    home = common[0][0] if common else None
    return (box.zone == home) == isinstance(box, Addon) if common and len(kit.site.addons) > 1 else isinstance(box, Component)


def _also(box: Box, zone: Zone) -> bool:
    """Whether the first fact of a box, which readers see first, names another zone: it may stand there too."""
    facts = box.facts[:1] if isinstance(box, Component) else ()
    said = [text for fact in facts for text in (fact.value, fact.note) if text] + [box.tag]
    names = [*zone.name.values.values(), zone.id]
    return any(names_it(words, names) for text in said for words in text.values.values())


def _tenants(kit: Kit, zone: Zone) -> Text:
    return kit.words("tenants", zone=zone.name, names=kit.listed([box.name for box in kit.boxes.values() if box.zone == zone.id][:4]))
