"""Who has this responsibility, and what is this one's responsibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.kit import NEAR, SAME, SHARED, About, Box, Choice, Kit, digest, sources_of
from generator.derive.words import opening, referred
from generator.fields import Statement, Text
from generator.model import Component, Item, Part, Product

LONGEST = 200
"""Characters of a stem or option, in any language, beyond which a text is left out."""


def responsibilities(kit: Kit) -> Iterator[Item]:
    """`m-role-<id>`: a text about one box, part or product, and four of them to choose from."""
    for name in kit.named:
        role = _role(kit, name)
        if _short(role) and (name not in kit.products or opening(role) != role):
            yield from _role_item(kit, name, role)


def _role_item(kit: Kit, name: str, role: Text) -> Iterator[Item]:
    near = kit.nearest(
        _kin(kit, name),
        f"m-role-{name}",
        NEAR,
        lambda other: _closeness(kit, name, other),
        str,
        lambda other: not kit.fits(role, other) and not kit.mentions(role, other),
    )
    if kit.telling(role, kit.names(name), [kit.names(other) for other in near]):
        return
    right = Choice(f"{name}-{digest(role, kit.site.settings.default_language)}", kit.name(name), _why(kit, name))
    wrong = [Choice(other, kit.name(other), _why(kit, other)) for other in near]
    about = About(name, sources_of(kit.named[name]), also=(kit.holders[name],))
    yield from kit.single(f"m-role-{name}", "recall", about, kit.words("role", text=role), right, wrong)


@dataclass(frozen=True, slots=True)
class _Duty:
    """One thing that a component does: its words for an option, and the statement that says it."""

    box: str
    text: Text
    said: Statement


def duties(kit: Kit) -> Iterator[Item]:
    """`m-does-<component>`: what a component does, among things that others do."""
    every = [duty for box in kit.boxes.values() if isinstance(box, Component) for duty in _duties(kit, box)]
    for box in kit.boxes.values():
        for key in (duty for duty in every if duty.box == box.id):
            wrong = _others(kit, key, every)
            if len(wrong) >= 3 and not kit.telling(key.text, kit.names(box.id), []):
                yield from _duty_item(kit, box, key, wrong)
                break


def _duties(kit: Kit, box: Component) -> Iterator[_Duty]:
    """What a component does, in sentences that name neither it nor what only the sentence before explains."""
    for said in box.does:
        text = kit.bare(opening(said.text))
        if _short(text) and not kit.mentions(said.text, box.id):
            yield _Duty(box.id, text, said)


def _others(kit: Kit, key: _Duty, every: list[_Duty]) -> list[_Duty]:
    """Duties of three other components, near ones first, that are surely none of this one."""
    seed, language = f"m-does-{key.box}", kit.site.settings.default_language
    taken: set[str] = set()

    def fair(duty: _Duty) -> bool:
        """One of each box, the nearest that passes."""
        passes = duty.box not in taken and key.box not in referred(duty.said.text) and _foreign(kit, key, duty)
        taken.update([duty.box] if passes else [])
        return passes

    return kit.nearest(
        (duty for duty in every if duty.box != key.box),
        seed,
        NEAR,
        lambda duty: 2 * _closeness(kit, key.box, duty.box) + _as_long(key.text, duty.text),
        lambda duty: duty.box + digest(duty.text, language),
        fair,
    )


def _foreign(kit: Kit, key: _Duty, duty: _Duty) -> bool:
    same = SHARED if kit.linked(key.box, duty.box) else SAME
    return not kit.fits(duty.text, key.box, same) and not kit.mentions(duty.text, key.box) and kit.likeness.share(key.text, duty.text) < SAME


def _duty_item(kit: Kit, box: Box, key: _Duty, wrong: list[_Duty]) -> Iterator[Item]:
    language = kit.site.settings.default_language
    why = kit.words("fact", name=box.name, text=box.role if kit.bare(key.said.text) == key.text else key.said.text)
    right = Choice(f"{box.id}-{digest(key.text, language)}", key.text, why)
    others = [
        Choice(f"{duty.box}-{digest(duty.text, language)}", duty.text, kit.words("work_of", name=kit.name(duty.box), role=kit.boxes[duty.box].role))
        for duty in wrong
    ]
    about = About(box.id, key.said.sources, "does")
    yield from kit.single(f"m-does-{box.id}", "understand", about, kit.words("does", name=box.name), right, others)


def _role(kit: Kit, name: str) -> Text:
    """What is said of it: the opening of a role, but all of what is said of a product, because products of a category are alike."""
    thing = kit.named[name]
    return kit.bare(thing.what if isinstance(thing, Product) else opening(thing.role))  # type: ignore[union-attr]


def _why(kit: Kit, name: str) -> Text:
    thing = kit.named[name]
    return kit.words("fact", name=thing.name, text=thing.what if isinstance(thing, Product) else thing.role)  # type: ignore[union-attr]


def _kin(kit: Kit, name: str) -> list[str]:
    """Others of the same kind: boxes for a box, parts for a part, products of the same category for a product."""
    thing = kit.named[name]
    if isinstance(thing, Product):
        return [other for other, one in kit.named.items() if isinstance(one, Product) and other != name]
    if isinstance(thing, Part):
        return [other for other, one in kit.named.items() if isinstance(one, Part) and other != name]
    return [other for other in kit.boxes if other != name]


def _closeness(kit: Kit, name: str, other: str) -> int:
    """How near two things stand in the model: the same holder, the same zone, a line between them."""
    one, two = kit.holders[name], kit.holders[other]
    return 4 * (one == two) + 2 * (kit.boxes[one].zone == kit.boxes[two].zone) + kit.linked(one, two)


def _as_long(one: Text, other: Text) -> int:
    """In how many languages the other text is about as long or longer: the length of the key should tell nothing."""
    return sum(len(words) <= 1.15 * len(other.values[language]) for language, words in one.values.items() if language in other.values)


def _short(text: Text) -> bool:
    return all(len(words) <= LONGEST for words in text.values.values())
