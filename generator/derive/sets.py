"""Items over several boxes at once: roles to be matched, boxes to be found on the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.kit import About, Box, Kit
from generator.derive.words import opening
from generator.fields import Text
from generator.model import Item, Part

PAIRS = 5
LONGEST = 150


def matches(kit: Kit) -> Iterator[Item]:
    """`m-match-<box>`: boxes of one zone and their roles; `<box>` is the first of them. `m-parts-<component>`: its parts and theirs."""
    for zone in kit.site.settings.zones:
        inside = [box for box in kit.boxes.values() if box.zone == zone.id]
        fair = [box for box in inside if _distinct(kit, box, inside)][:PAIRS]
        if len(fair) >= 3:
            yield from _match(kit, f"m-match-{fair[0].id}", About(fair[0].id, _sources(fair), "around", tuple(box.id for box in fair)), fair)
    for component in kit.site.components:
        parts = [part for part in component.parts if _distinct(kit, part, component.parts)][:PAIRS]
        if len(parts) >= 3:
            yield from _match(kit, f"m-parts-{component.id}", About(component.id, _sources(parts), "parts", tuple(part.id for part in parts)), parts)


def finds(kit: Kit) -> Iterator[Item]:
    """`m-find-<box>`: a box to be found on the drawing by what it is for."""
    for box in kit.boxes.values():
        role = kit.bare(opening(box.role))
        others = [other for other in kit.boxes if other != box.id]
        if any(kit.fits(role, other) for other in others) or kit.telling(role, kit.names(box.id), []):
            continue
        about = About(box.id, box.sources)
        yield from kit.item("hotspot", f"m-find-{box.id}", "recall", about, kit.words("find", text=role), boxes=[box.id], explanation=box.role)


def _match(kit: Kit, seed: str, about: About, group: Sequence[Box | Part]) -> Iterator[Item]:
    pairs = [{"id": one.id, "left": one.name, "right": kit.bare(opening(one.role)), "explanation": _why(kit, one)} for one in group]
    yield from kit.item("matching", seed, "recall", about, kit.words("match"), pairs=pairs)


def _why(kit: Kit, one: Box | Part) -> Text:
    return kit.words("fact", name=one.name, text=(one.detail if isinstance(one, Part) and one.detail else one.role))


def _sources(group: Sequence[Box | Part]) -> tuple[str, ...]:
    return tuple(source for one in group for source in one.sources[:1])


def _distinct(kit: Kit, one: Box | Part, group: Sequence[Box | Part]) -> bool:
    """Whether a role fits this one alone in its group, gives nothing away, and is short enough to stand in a list."""
    role = kit.bare(opening(one.role))
    short = all(len(words) <= LONGEST for words in role.values.values())
    others = [other.id for other in group if other.id != one.id]
    own = kit.telling(role, kit.names(one.id), [kit.names(other) for other in others])
    return short and not own and not any(kit.fits(role, other) or kit.mentions(role, other) for other in others)
