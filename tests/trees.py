"""Content trees of any size, for measurements: the mail notes of the fixtures with more components, in more zones."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

MAIL = Path(__file__).parent / "fixtures" / "mail"
PER_ZONE = 20
"""Components in one zone."""
SYLLABLES, LETTERS = "가나다라마바사아자차카타파하거너더러머버", "abdeghiklmnoprstuv"
SENTENCES = 12
"""Statements on one component, which make its page about as long as a real one."""

_COMPONENT = """id: {id}
zone: {zone}
order: {order}
name: {{ko: 서버 {number}, en: Server {number}}}
role: {{ko: "메일 {number}번 줄을 맡는다.", en: "Takes care of queue {number}."}}
tag: {{ko: 줄 {number}, en: queue {number}}}
relations:
  - {{to: {next}, kind: hand-over, label: {{ko: 전달, en: pass on}}}}
does:
{does}
when_down:
  stops: [{{ko: "{number}번 줄이 멈춘다.", en: "Queue {number} stops."}}]
  sources: [rfc5321]
sources: [rfc5321]
"""
_DOES = '  - {{text: {{ko: "{ko}", en: "{en} [[t-mx-record]]."}}, sources: [rfc5321]}}'
_ZONE = "  - {{id: {id}, name: {{ko: 구역 {number}, en: Area {number}}}, kind: {{ko: 서버, en: Server}}, tone: 2}}\n"


def grow(count: int, out: Path) -> Path:
    """Writes a content folder with `count` components to `out`, the same for each call, and returns it. `count` is at least 4."""
    shutil.copytree(MAIL, out)
    more = count - len(list((out / "components").glob("*.yaml")))
    zones = [f"area-{number}" for number in range(-(-more // PER_ZONE))]
    draw = random.Random(count)  # noqa: S311  # nothing secret
    words = [("".join(draw.choices(SYLLABLES, k=3)), "".join(draw.choices(LETTERS, k=6))) for _ in range(600)]
    for number in range(more):
        name = f"server-{number}"
        # A chain in each zone: the last one hands over to the first.
        following = number + 1 if (number + 1) % PER_ZONE and number + 1 < more else number - number % PER_ZONE
        does = "\n".join(_sentence(draw.choices(words, k=9)) for _ in range(SENTENCES))
        text = _COMPONENT.format(id=name, zone=zones[number // PER_ZONE], order=number, number=number, next=f"server-{following}", does=does)
        (out / "components" / f"{name}.yaml").write_text(text, encoding="utf-8")
    site = out / "site.yaml"
    entries = "".join(_ZONE.format(id=zone, number=number) for number, zone in enumerate(zones))
    site.write_text(site.read_text(encoding="utf-8").replace("line_kinds:", f"{entries}line_kinds:"), encoding="utf-8")
    return out


def _sentence(words: list[tuple[str, str]]) -> str:
    """A statement in invented words, so that no two say the same."""
    return _DOES.format(ko=" ".join(one for one, _ in words) + "를 한다.", en=" ".join(one for _, one in words).capitalize())
