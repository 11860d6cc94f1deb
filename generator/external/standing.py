"""How the external links stand by the snapshot: dead, moved, without their anchor, not asked for long. For people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.external.gather import Wanted
from generator.model import External

Known = Mapping[str, External]


@dataclass(frozen=True, slots=True)
class Group:
    """Addresses that stand alike. `key` names the group for programs, `one` and `many` for people."""

    key: str
    one: str
    many: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Every wanted address with what is known of it, and the groups worth a look."""

    wanted: Mapping[str, Wanted]
    known: Known
    groups: tuple[Group, ...]


def stand(wanted: Mapping[str, Wanted], known: Known, days: int, today: date) -> Standing:
    """Sorts the wanted addresses into groups. `days` is the age from which an answer counts as old."""

    def those(test: Callable[[Wanted, External], bool]) -> tuple[str, ...]:
        return tuple(address for address, one in wanted.items() if address in known and test(one, known[address]))

    groups = (
        Group("dead", "is dead", "are dead", those(lambda _, seen: seen.dead and not seen.failed)),
        Group("failed", "gave no answer", "gave no answer", those(lambda _, seen: bool(seen.failed))),
        Group("refused", "answers no program: look by hand", "answer no program: look by hand", those(lambda _, seen: seen.refused)),
        Group("anchors", "lacks an anchor", "lack an anchor", those(lambda one, seen: not seen.dead and bool(one.anchors & {*seen.lacks}))),
        Group("moved", "has moved", "have moved", those(lambda _, seen: not seen.dead and bool(seen.moved))),
        Group("unchecked", "was never asked", "were never asked", unasked(wanted, known)),
        Group("old", f"was asked {days} or more days ago", f"were asked {days} or more days ago", those(lambda _, seen: old(seen, days, today))),
    )
    return Standing(wanted, known, groups)


def unasked(wanted: Mapping[str, Wanted], known: Known) -> tuple[str, ...]:
    """The wanted addresses that are not in the snapshot."""
    return tuple(address for address in wanted if address not in known)


def old(seen: External, days: int, today: date) -> bool:
    """Whether the last answer is `days` or more days old, or there was none."""
    return seen.checked is None or (today - date.fromisoformat(seen.checked)).days >= days


def as_text(standing: Standing) -> str:
    """The groups with the place of each link, then how many addresses there are."""
    asked = [standing.known[address] for address in standing.wanted if address in standing.known]
    days = sorted(one.day for one in asked)
    span = "" if not days else f" ({days[0]})" if days[0] == days[-1] else f" ({days[0]} to {days[-1]})"
    total = f"{_count(len(standing.wanted), 'external address', 'external addresses')}, {len(asked)} in the snapshot{span}"
    if not asked:
        return f"{total}: python -m generator links refresh asks them"
    blocks = []
    for group in standing.groups:
        if group.addresses:
            lines = [line for address in group.addresses for line in _lines(group, address, standing)]
            blocks.append("\n".join([_count(len(group.addresses), group.one, group.many), *lines]))
    return "\n\n".join([*blocks, total])


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _lines(group: Group, address: str, standing: Standing) -> list[str]:
    return [f"{place}: {address}{_remark(group, address, standing)}" for place in standing.wanted[address].places]


def _remark(group: Group, address: str, standing: Standing) -> str:
    seen = standing.known.get(address)
    if seen is None:
        return ""
    wanted = standing.wanted[address].anchors
    remarks = {
        "dead": f" ({seen.status}, {seen.checked})",
        "failed": f" ({seen.failed}, {seen.tried})",
        "refused": f" ({seen.status}, {seen.checked})",
        "anchors": f" ({', '.join(f'#{one}' for one in seen.lacks if one in wanted)}, {seen.checked})",
        "moved": f" → {seen.moved}",
        "old": f" ({seen.checked})" if seen.checked else "",
    }
    return remarks.get(group.key, "")


def as_json(standing: Standing) -> str:
    """One JSON object: `total`, `asked`, and for each group its addresses with their places and what is known of them."""
    document: dict[str, object] = {
        "total": len(standing.wanted),
        "asked": sum(address in standing.known for address in standing.wanted),
    }
    for group in standing.groups:
        document[group.key] = [
            {
                **(standing.known[address].model_dump(exclude_defaults=True) if address in standing.known else {"url": address}),
                "places": [place._asdict() for place in standing.wanted[address].places],
            }
            for address in group.addresses
        ]
    return json.dumps(document, ensure_ascii=False, indent=2)
