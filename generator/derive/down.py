"""What stops when a box is down, what a reader sees first, and which flows cannot be completed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kit import NEAR, SAME, About, Choice, Kit, digest
from generator.derive.words import names_it
from generator.fields import Text
from generator.model import Component, Flow, Item
from generator.outage import Outage, outages
from generator.walk import fields


def stops(kit: Kit) -> Iterator[Item]:
    """`m-down-<component>`: what follows when it stops, among what goes on and what follows from other stops."""
    for box in _components(kit):
        yield from _stop(kit, box)


def _stop(kit: Kit, box: Component) -> Iterator[Item]:
    down, seed = box.when_down, f"m-down-{box.id}"
    fair = [(other, other.when_down.stops[0]) for other in _components(kit) if _apart(kit, box.id, other.id)]
    fair = [(other, text) for other, text in fair if _differs(kit, text, down.stops) and not kit.mentions(text, other.id)]
    near = kit.nearest(fair, seed, NEAR, lambda one: one[0].zone == box.zone, lambda one: one[0].id)
    if not near:
        return
    goes_on = [text for text in down.continues[:1] if kit.likeness.share(text, down.stops[0]) < SAME]
    wrong = [_choice(kit, f"{box.id}-on", text, kit.words("goes_on", name=box.name)) for text in goes_on]
    wrong += [_choice(kit, other.id, text, kit.words("stops_with", name=other.name)) for other, text in near]
    right = _choice(kit, box.id, down.stops[0], kit.words("seen", text=down.seen_first) if down.seen_first else box.role)
    yield from kit.single(seed, "analyze", About(box.id, down.sources, "down"), kit.words("down", name=box.name), right, wrong)


def signs(kit: Kit) -> Iterator[Item]:
    """`m-sign-<component>`: what a reader sees first when it stops, among the first signs of others."""
    for box in _components(kit):
        sign = box.when_down.seen_first
        if sign and not kit.telling(sign, kit.names(box.id), []):
            yield from _sign(kit, box, sign)


def _sign(kit: Kit, box: Component, sign: Text) -> Iterator[Item]:
    seed, mine = f"m-sign-{box.id}", (sign, *box.when_down.stops)
    rivals = [(other, text) for other in _components(kit) if (text := other.when_down.seen_first) and _apart(kit, box.id, other.id)]
    fair = [(other, text) for other, text in rivals if _differs(kit, text, mine) and not kit.telling(text, kit.names(other.id), [])]
    near = kit.nearest(fair, seed, NEAR, lambda one: one[0].zone == box.zone, lambda one: one[0].id)
    wrong = [_choice(kit, other.id, text, kit.words("sign_of", name=other.name)) for other, text in near]
    right = _choice(kit, box.id, sign, box.when_down.stops[0])
    yield from kit.single(seed, "analyze", About(box.id, box.when_down.sources, "down"), kit.words("sign", name=box.name), right, wrong)


def _choice(kit: Kit, name: str, text: Text, why: Text) -> Choice:
    """An option whose id changes with its words."""
    return Choice(f"{name}-{digest(text, kit.site.settings.default_language)}", kit.bare(text), why)


def blocked(kit: Kit) -> Iterator[Item]:
    """`m-blocks-<box>`: a flow that needs the box, among flows that neither name it nor lean on anything that needs it."""
    for outage in outages(kit.site):
        box = outage.box
        seed = f"m-blocks-{box.id}"
        safe = [flow for flow in outage.unharmed if _safe(kit, outage, flow)]
        if not outage.blocked or not safe:
            continue
        stuck = kit.nearest(outage.blocked, seed, 1, lambda one: len(one.steps), lambda one: one.flow.id)[0]
        place = stuck.steps[0]
        right = Choice(stuck.flow.id, stuck.flow.title, kit.words("numbered", number=place + 1, text=stuck.flow.steps[place].detail))
        near = kit.nearest(safe, seed, 3, lambda _: 0, lambda flow: flow.id)
        wrong = [Choice(flow.id, flow.title, kit.words("unharmed", name=box.name, text=flow.summary)) for flow in near]
        about = About(stuck.flow.id, stuck.flow.steps[place].sources, f"step-{place + 1}", (box.id,))
        yield from kit.single(seed, "apply", about, kit.words("blocks", name=box.name), right, wrong)


def _components(kit: Kit) -> list[Component]:
    return [box for box in kit.boxes.values() if isinstance(box, Component)]


def _apart(kit: Kit, one: str, other: str) -> bool:
    """Whether two boxes neither depend on each other nor serve anyone together.

    Otherwise the stop of one might stop the other, or look like it.
    """
    served = [box for box in kit.boxes if other in kit.needs[box]]
    return one != other and not kit.linked(one, other) and not any(one == box or one in kit.needs[box] for box in (other, *served))


def _differs(kit: Kit, text: Text, mine: tuple[Text, ...]) -> bool:
    return all(kit.likeness.share(text, own) < SAME and kit.likeness.share(own, text) < SAME for own in mine)


def _safe(kit: Kit, outage: Outage, flow: Flow) -> bool:
    """Whether a flow surely goes on: nothing in it names the box, and nobody in it needs the box."""
    name = outage.box.id
    inside = {box for step in flow.steps for end in (step.source_actor, step.to) if (box := kit.box_of(end, flow))}
    said = [value for _, value in fields(flow) if isinstance(value, Text)]
    return not any(name in kit.needs[box] for box in inside) and not any(
        names_it(words, kit.names(name)) for text in said for words in text.values.values()
    )
