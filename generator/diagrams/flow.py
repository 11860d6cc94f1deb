"""A flow as a sequence of rows: lanes in the order in which actors appear, one arrow a row.

The ordered list of steps is the diagram; what is computed here is where lanes and arrows stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagrams.architecture import overview
from generator.diagrams.graph import Graph, graph, speaker
from generator.diagrams.measure import fold, width, wrap
from generator.diagrams.mermaid import Message, sequence
from generator.diagrams.scene import Scene, Words
from generator.diagrams.views import Href, LegendItem
from generator.model import Actor, Flow, Site, Step, Verdict

_SIZE, _LEAD, _SIGN = 12.0, 14.0, 9
_WIDEST, _FULL = 88, 600
_DOT, _TIP, _HEAD = 5, 3, 8
ROW = 32


@dataclass(frozen=True, slots=True)
class Lane:
    """Someone who takes part. `box` is where in the architecture that is, `lines` are the stretches of the lane beside the names."""

    id: str
    name: str
    tone: int
    x: float
    words: tuple[Words, ...]
    lines: tuple[tuple[float, float], ...]
    box: str
    href: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the note that this step corrects."""

    line: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One step: who, to whom, how, and the arrow. `lit` are relations of the architecture it goes along."""

    number: int
    step: Step
    source: Lane
    target: Lane
    style: str
    kind: str
    line: tuple[float, float]
    head: float
    corrections: tuple[Correction, ...]
    boxes: tuple[str, ...]
    lit: tuple[int, ...]

    @property
    def mark(self) -> Correction | None:
        """The gravest of its corrections, if there is one that is more than a confirmation."""
        order = ("wrong", "outdated", "imprecise", "gap")
        return min((one for one in self.corrections if one.verdict in order), key=lambda one: order.index(one.verdict), default=None)

    @property
    def inward(self) -> bool:
        """Whether the step stays with one actor."""
        return self.source.id == self.target.id

    @property
    def back(self) -> bool:
        """Whether the arrow points left."""
        return self.target.x < self.source.x


@dataclass(frozen=True, slots=True)
class FlowView:
    """A flow with everything its template prints. `width` is that of the lanes, `full` with the last names, `head` the height of the names."""

    key: str
    title: str
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    width: float
    full: float
    head: float
    legend: tuple[LegendItem, ...]
    mini: Scene
    mermaid: str
    has_optional: bool = False


def flow(site: Site, lang: str, flow_id: str, href: Href) -> FlowView:
    """The flow of that id. Raises KeyError for an unknown one."""
    one = {item.id: item for item in site.flows}[flow_id]
    whole = graph(site, lang)
    lanes, step_width = _lanes(site, lang, one, whole, href)
    kinds = {kind.id: kind for kind in site.settings.line_kinds}
    say = speaker(site, lang)
    claims = {claim.id: claim for claim in site.claims}
    rows = []
    for number, step in enumerate(one.steps, start=1):
        source, target = lanes[step.source_actor], lanes[step.to]
        corrections = tuple(Correction(claims[name].quotes[0].line, claims[name].verdict) for name in step.claims if name in claims)
        line, head = _arrow(source.x, target.x)
        boxes = tuple(dict.fromkeys(filter(None, (source.box, target.box))))
        kind = kinds[step.kind]
        lit = _lit(whole, source.box, target.box)
        rows.append(Row(number, step, source, target, kind.style, say(kind.name), line, head, corrections, boxes, lit))
    used = {step.kind: None for step in one.steps}
    legend = tuple(LegendItem(kinds[kind].style, say(kinds[kind].name)) for kind in used)
    head = max(words.y for lane in lanes.values() for words in lane.words) + 14
    span = step_width * len(lanes)
    full = max(span, *(words.x + width(words.text, _SIZE) for lane in lanes.values() for words in lane.words))
    messages = [Message(row.source.id, row.target.id, row.style, say(row.step.label)) for row in rows]
    mermaid = sequence([(lane.id, lane.name) for lane in lanes.values()], messages)
    return FlowView(one.id, say(one.title), tuple(lanes.values()), tuple(rows), span, round(full), head, legend, overview(whole), mermaid)


def _lanes(site: Site, lang: str, one: Flow, whole: Graph, href: Href) -> tuple[dict[str, Lane], float]:
    say = speaker(site, lang)
    actors = {actor.id: actor for actor in one.actors}
    things = {identifier: (thing, holder) for identifier, thing, holder in site.things()}
    tones = {zone.id: zone.tone for zone in site.settings.zones}
    short = {node.id: node.name for node in whole.nodes}
    order = list(dict.fromkeys(end for step in one.steps for end in (step.source_actor, step.to)))
    step_width = min(_WIDEST, _FULL // len(order))
    found: list[tuple[str, str, int, str, str]] = []
    for identifier in order:
        if identifier in actors:
            actor: Actor = actors[identifier]
            found.append((identifier, say(actor.name), tones[actor.zone], actor.at or "", ""))
        else:
            thing, holder = things[identifier]
            box = holder.id if holder else ""
            name = short.get(identifier) or say(thing.name)  # type: ignore[union-attr]
            found.append((identifier, name, tones[holder.zone] if holder else 4, box, href(identifier)))
    texts = [wrap(name, 2 * step_width - 22, _SIZE, lines=3) or fold(name, 2 * step_width - 22, _SIZE) for _, name, *_ in found]
    tops = _tops(texts)
    bottom = max(tops) + max(len(rows) for rows, top in zip(texts, tops, strict=True) if top == max(tops)) * _LEAD + 6
    lanes: dict[str, Lane] = {}
    for index, (identifier, name, tone, box, address) in enumerate(found):
        x = step_width * (index + 0.5)
        words = tuple(Words(x + _SIGN, round(tops[index] + 11 + row * _LEAD, 1), text, "label") for row, text in enumerate(texts[index]))
        cut = [(tops[other] - 1, tops[other] + len(texts[other]) * _LEAD + 2) for other in range(index) if _covers(other, index, texts, step_width)]
        lanes[identifier] = Lane(identifier, name, tone, x, words, _without(tops[index] + 14, bottom, cut), box, address)
    return lanes, step_width


def _tops(texts: list[tuple[str, ...]]) -> list[float]:
    """Names stand in two heights by turns, so that each has the room of two lanes."""
    upper = max(len(rows) for rows in texts[::2]) * _LEAD
    return [0.0 if index % 2 == 0 else upper + 2 for index in range(len(texts))]


def _covers(other: int, index: int, texts: list[tuple[str, ...]], step_width: float) -> bool:
    """Whether the name of one lane reaches over the line of another."""
    return other == index - 1 and max(width(row, _SIZE) for row in texts[other]) + _SIGN + 3 > step_width


def _without(top: float, bottom: float, cuts: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The stretch from top to bottom, less the cuts."""
    parts, y = [], top
    for a, b in sorted(cuts):
        if b <= y:
            continue
        if a > y:
            parts.append((y, a))
        y = b
    return (*parts, (y, bottom)) if y < bottom else tuple(parts)


def _arrow(a: float, b: float) -> tuple[tuple[float, float], float]:
    """Both ends of the line, and where its tip is. It starts at a dot and ends short of the other lane's line."""
    if a == b:
        return (a + _DOT, a + _DOT), a + _DOT
    way = 1 if b > a else -1
    return (a + way * _DOT, b - way * (_TIP + _HEAD - 2)), b - way * _TIP


def _lit(whole: Graph, source: str, target: str) -> tuple[int, ...]:
    """Relations that the step goes along: those in its direction, else those against it."""
    ahead = tuple(link.number for link in whole.links if (link.source, link.target) == (source, target))
    return ahead or tuple(link.number for link in whole.links if (link.source, link.target) == (target, source))
