"""What a stopped box breaks, computed from the model: its relations, and the steps of flows that cannot happen without it.

Knows relations and steps, nothing of drawings or pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Addon, Component, Flow, Relation, Site


@dataclass(frozen=True, slots=True)
class Blocked:
    """A flow that cannot finish. `steps` are the indexes, from 0, of the steps the stopped box takes part in; the first of them blocks the rest."""

    flow: Flow
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outage:
    """What stops with `box`: relations as (id of the box that holds it, relation), flows that are blocked, and flows that go on."""

    box: Component | Addon
    relations: tuple[tuple[str, Relation], ...]
    blocked: tuple[Blocked, ...]
    unharmed: tuple[Flow, ...]


def outages(site: Site) -> tuple[Outage, ...]:
    """One outage for each box of the architecture, in its order."""
    holders = {identifier: holder.id for identifier, _, holder in site.things() if holder is not None}
    return tuple(_outage(site, box, holders) for box in site.boxes())


def _outage(site: Site, box: Component | Addon, holders: dict[str, str]) -> Outage:
    relations = tuple((other.id, relation) for other in site.boxes() for relation in other.relations if box.id in (other.id, relation.to))
    blocked, unharmed = [], []
    for flow in site.flows:
        steps = _steps_of(flow, box.id, holders)
        if steps:
            blocked.append(Blocked(flow, steps))
        else:
            unharmed.append(flow)
    return Outage(box, relations, tuple(blocked), tuple(unharmed))


def _steps_of(flow: Flow, box: str, holders: dict[str, str]) -> tuple[int, ...]:
    """Indexes of the steps that begin or end at the box, at one of its parts or products, or at an actor that stands in it."""
    at = holders | {actor.id: actor.at for actor in flow.actors if actor.at}
    return tuple(index for index, step in enumerate(flow.steps) if box in (at.get(step.source_actor), at.get(step.to)))
