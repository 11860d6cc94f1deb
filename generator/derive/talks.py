"""Who calls or handles whom, by the relations of the architecture."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kit import About, Box, Choice, Kit
from generator.fields import Text
from generator.model import Item, Relation

KEYS, WRONG = 3, 3


def callees(kit: Kit) -> Iterator[Item]:
    """`m-calls-<box>`: what a box calls or handles itself."""
    for box in kit.boxes.values():
        right = [(relation.to, box, relation) for relation in box.relations]
        yield from _asked(kit, box, "calls", right)


def callers(kit: Kit) -> Iterator[Item]:
    """`m-called-<box>`: who calls or handles a box."""
    for box in kit.boxes.values():
        right = [(other.id, other, relation) for other in kit.boxes.values() for relation in other.relations if relation.to == box.id]
        yield from _asked(kit, box, "called", right)


def _asked(kit: Kit, box: Box, key: str, found: list[tuple[str, Box, Relation]]) -> Iterator[Item]:
    """One right answer makes a single choice, more of them a multiple one."""
    if not found:
        return
    seed = f"m-{key}-{box.id}"
    right = {name: Choice(name, kit.name(name), _why(kit, holder, relation)) for name, holder, relation in found}
    near = kit.nearest(
        (name for name in kit.boxes if name != box.id),
        seed,
        WRONG,
        lambda name: _closeness(kit, box, name, right),
        str,
        lambda name: _strangers(kit, box.id, name),
    )
    wrong = [Choice(name, kit.name(name), kit.words("apart", name=kit.name(name), role=kit.boxes[name].role)) for name in near]
    shown = kit.nearest(right.values(), seed, KEYS, lambda _: 0, lambda choice: choice.id)
    about = About(box.id, box.sources, "around", tuple(choice.id for choice in shown))
    stem = kit.words(key, name=box.name)
    if len(right) == 1:
        yield from kit.single(seed, "understand", about, stem, shown[0], wrong)
    else:
        yield from kit.multiple(seed, "understand", about, stem, shown, wrong[: max(2, 6 - len(shown)) if len(shown) < 3 else 3])


def _why(kit: Kit, holder: Box, relation: Relation) -> Text:
    line = kit.words("line", source=holder.name, target=kit.name(relation.to), label=relation.label)
    return kit.words("joined", line=line, detail=relation.detail) if relation.detail else line


def _strangers(kit: Kit, one: str, other: str) -> bool:
    """Whether nothing passes between two boxes, and neither's own lines speak of the other."""
    if kit.linked(one, other):
        return False
    said = [text for name in (one, other) for relation in kit.boxes[name].relations for text in (relation.label, relation.detail) if text]
    return not any(kit.mentions(text, name) for text in said for name in (one, other))


def _closeness(kit: Kit, box: Box, name: str, right: dict[str, Choice]) -> int:
    """Those that stand in the same zone as a right answer, or share a line with one, come first."""
    zones = {kit.boxes[key].zone for key in right}
    return 2 * (kit.boxes[name].zone in zones) + any(kit.linked(name, key) for key in right) + (kit.boxes[name].zone == box.zone)
