"""Flows: who starts a step, what comes next, the order of all steps, the course of events turn by turn."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.derive.kit import NEAR, SAME, About, Choice, Kit, sources_of
from generator.derive.words import names_it
from generator.fields import Text
from generator.model import Flow, Item, Step

FAR = 2
"""Steps this near after the right one are no wrong options: they might be taken for it."""

TURNS = 6
TERSE = 8
"""A label with fewer characters than that says too little by itself."""


def starters(kit: Kit) -> Iterator[Item]:
    """`m-who-<flow>-<step>`: who starts a step, unless the step's words name somebody who takes part in it."""
    for flow in kit.site.flows:
        for place, step in enumerate(flow.steps):
            once = sum(step.label == other.label for other in flow.steps) == 1
            if once and not _terse(step.label) and not _named_in(kit, flow, step):
                yield from _starter(kit, flow, place, step)


def _starter(kit: Kit, flow: Flow, place: int, step: Step) -> Iterator[Item]:
    key, acting = step.source_actor, _acting(flow)
    rivals = [name for name in (*acting, *(box for box in kit.boxes if box not in acting)) if _rival(kit, flow, step, name)]
    seed = f"m-who-{flow.id}-{step.id}"
    near = kit.nearest(rivals, seed, NEAR, lambda name: _closeness(kit, flow, key, name), str)
    right = Choice(key, kit.name(key, flow), step.detail)
    wrong = [Choice(name, kit.name(name, flow), _part_played(kit, flow, name)) for name in near]
    about = About(flow.id, sources_of(step, flow), f"step-{place + 1}", _pages(kit, flow, step))
    yield from kit.single(seed, "understand", about, kit.words("who", flow=flow.title, label=kit.bare(step.label)), right, wrong)


def nexts(kit: Kit) -> Iterator[Item]:
    """`m-next-<flow>-<step>`: what comes right after a step, among other steps of the flow."""
    for flow in kit.site.flows:
        for index, step, after in _pairs(flow):
            seed = f"m-next-{flow.id}-{step.id}"
            right = Choice(after.id, _told(kit, flow, after), after.detail)
            others = [(flow.steps[place], place) for place in _elsewhere(kit, flow, index, seed)]
            wrong = [Choice(other.id, _told(kit, flow, other), _number(kit, flow, place)) for other, place in others]
            about = About(flow.id, sources_of(after, flow), f"step-{index + 2}", _pages(kit, flow, after))
            yield from kit.single(seed, "understand", about, kit.words("next", flow=flow.title, label=_told(kit, flow, step)), right, wrong)


def _pairs(flow: Flow) -> Iterator[tuple[int, Step, Step]]:
    """Each step that has its place in the order, with the place, and the one right after it."""
    for index, (step, after) in enumerate(itertools.pairwise(flow.steps)):
        if not step.loose and not after.loose:
            yield index, step, after


def orders(kit: Kit) -> Iterator[Item]:
    """`m-order-<flow>`: the steps of a flow, or of its first and second half when it is long, to be put into order."""
    for flow in kit.site.flows:
        steps = [(place, step) for place, step in enumerate(flow.steps) if not step.loose]
        halves = [steps] if len(steps) <= 8 else [steps[: (len(steps) + 1) // 2], steps[(len(steps) + 1) // 2 :]]
        for group, ending in zip(halves, ("", "-more"), strict=False):
            if len(group) < 3:
                continue
            entries = [{"id": step.id, "text": _told(kit, flow, step), "explanation": _number(kit, flow, place)} for place, step in group]
            about = About(flow.id, flow.sources, "steps", tuple(page for _, step in group for page in _pages(kit, flow, step)))
            stem = kit.words("order" if len(halves) == 1 else "order_first" if not ending else "order_rest", flow=flow.title)
            yield from kit.item("ordering", f"m-order-{flow.id}{ending}", "apply", about, stem, entries=entries)


def traces(kit: Kit) -> Iterator[Item]:
    """`m-trace-<flow>`: what happens next, turn by turn, for a run of steps."""
    for flow in kit.site.flows:
        turns = [turn for index, step, after in _pairs(flow) for turn in _turn(kit, flow, index, (step, after))][:TURNS]
        if len(turns) >= 3:
            about = About(flow.id, flow.sources, "steps", tuple(page for step in flow.steps for page in _pages(kit, flow, step)))
            yield from kit.item("trace", f"m-trace-{flow.id}", "apply", about, kit.words("trace", flow=flow.title), turns=turns)


def _turn(kit: Kit, flow: Flow, index: int, pair: tuple[Step, Step]) -> Iterator[dict[str, Any]]:
    step, after = pair
    places = _elsewhere(kit, flow, index, f"m-trace-{flow.id}-{step.id}")[:2]
    right = {"id": after.id, "text": _told(kit, flow, after), "correct": True, "explanation": after.detail}
    others = [(flow.steps[place], place) for place in places]
    wrong = [{"id": other.id, "text": _told(kit, flow, other), "explanation": _number(kit, flow, place)} for other, place in others]
    if wrong:
        yield {"id": f"after-{step.id}", "after": _told(kit, flow, step), "options": [right, *wrong]}


def _terse(label: Text) -> bool:
    """Whether a label says too little without the line it stands on."""
    return any(len(words) < TERSE for words in label.values.values())


def _acting(flow: Flow) -> list[str]:
    return list(dict.fromkeys(step.source_actor for step in flow.steps))


def _named_in(kit: Kit, flow: Flow, step: Step) -> bool:
    """Whether the label names the one who starts the step, the one it goes to, or a part or product that might do it."""
    words = list(step.label.values.values())
    known = [name for name in kit.named if name not in kit.boxes and name not in {step.source_actor, step.to}]
    said = any(kit.mentions(step.label, name) for name in known)
    ends = {step.source_actor, step.to} | {box for end in (step.source_actor, step.to) if (box := kit.box_of(end, flow))}
    return said or any(names_it(text, kit.names(end, flow)) for text in words for end in ends)


def _rival(kit: Kit, flow: Flow, step: Step, name: str) -> bool:
    """Whether somebody may be a wrong answer: no end of the step, no holder or part of one, nobody who does the like elsewhere."""
    ends = {step.source_actor, step.to}
    homes = {kit.box_of(end, flow) for end in ends} | ends
    if name in ends or name in homes or (kit.box_of(name, flow) in ends | {kit.box_of(step.to, flow)}):
        return False
    if any(names_it(words, kit.names(name, flow)) for words in kit.bare(step.label).values.values()):
        return False
    if kit.box_of(name, flow) in homes and not _siblings(kit, name, step.source_actor):
        return False
    like = [other for flow_ in kit.site.flows for other in flow_.steps if other.source_actor == name]
    return not any(kit.likeness.share(step.label, other.label) >= SAME for other in like)


def _siblings(kit: Kit, one: str, other: str) -> bool:
    return one in kit.holders and other in kit.holders and kit.holders[one] == kit.holders[other] and one not in kit.boxes and other not in kit.boxes


def _closeness(kit: Kit, flow: Flow, key: str, name: str) -> int:
    """Those who act in the same flow come first, then those who stand near."""
    one, other = kit.box_of(key, flow), kit.box_of(name, flow)
    zones = [kit.boxes[box].zone if box else None for box in (one, other)]
    return 4 * (name in _acting(flow)) + 2 * (one == other) + (zones[0] is not None and zones[0] == zones[1])


def _part_played(kit: Kit, flow: Flow, name: str) -> Text:
    """What somebody does in this flow, or else what it is for."""
    mine = [(number, step) for number, step in enumerate(flow.steps, start=1) if step.source_actor == name]
    if mine:
        return kit.words("acts", name=kit.name(name, flow), number=mine[0][0], label=kit.bare(mine[0][1].label))
    thing = kit.named[name]
    return kit.words("fact", name=thing.name, text=thing.what if hasattr(thing, "what") else thing.role)  # type: ignore[union-attr]


def _told(kit: Kit, flow: Flow, step: Step) -> Text:
    return kit.words("told", name=kit.name(step.source_actor, flow), label=kit.bare(step.label))


def _number(kit: Kit, flow: Flow, place: int) -> Text:
    return kit.words("numbered", number=place + 1, text=flow.steps[place].detail)


def _elsewhere(kit: Kit, flow: Flow, index: int, seed: str) -> list[int]:
    """Places of steps that do not come next: not this one, not those right after the next, nothing that is told like it."""
    same = Counter(tuple(sorted(step.label.values.items())) for step in flow.steps)
    free = [place for place, step in enumerate(flow.steps) if place < index or place > index + FAR]
    free = [place for place in free if not flow.steps[place].loose and same[tuple(sorted(flow.steps[place].label.values.items()))] == 1]
    return kit.nearest(free, seed, NEAR, lambda place: -abs(place - index - 1) // 3, lambda place: flow.steps[place].id)


def _pages(kit: Kit, flow: Flow, step: Step) -> tuple[str, ...]:
    return tuple(box for end in (step.source_actor, step.to) if (box := kit.box_of(end, flow)))
