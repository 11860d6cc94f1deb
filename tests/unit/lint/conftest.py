"""Items that each test may spoil in one way."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
import yaml

from generator import check, parse
from generator.problems import Problem

GOOD: dict[str, Any] = {
    "id": "probe",
    "type": "single",
    "level": "apply",
    "ref": "relay",
    "source": "rfc5321",
    "stem": {"ko": "메일이 쌓여 있다. 무엇을 먼저 살펴보는가?", "en": "Messages pile up. What do you look at first?"},
    "options": [
        {
            "id": "one",
            "text": {"ko": "대기열의 길이를 본다", "en": "the length of its queue"},
            "correct": True,
            "explanation": {"ko": "보내지 못한 것이 거기에 있다.", "en": "What could not be sent waits there."},
        },
        {
            "id": "two",
            "text": {"ko": "주소록의 크기를 본다", "en": "the size of the address book"},
            "explanation": {"ko": "사람만 적혀 있다.", "en": "It holds people."},
        },
        {
            "id": "three",
            "text": {"ko": "화면의 밝기를 본다", "en": "the brightness of a screen"},
            "explanation": {"ko": "전송과 관계가 없다.", "en": "It has nothing to do with delivery."},
        },
    ],
}

Spoil = dict[str, Any]


def spoiled(changes: Spoil) -> dict[str, Any]:
    """The good item with values set at dotted paths, such as `options.0.text.en`."""
    item = deepcopy(GOOD)
    for path, value in changes.items():
        *steps, last = path.split(".")
        place: Any = item
        for step in steps:
            place = place[int(step) if step.isdigit() else step]
        place[last] = value
    return item


@pytest.fixture
def lint(mail) -> Callable[..., list[Problem]]:
    """The findings K080 to K099 of a tree that holds these items alone, each the good item with changes."""

    def run(*changes: Spoil) -> list[Problem]:
        for old in (mail / "items.yaml", *(mail / "items").glob("*.yaml")):
            old.unlink(missing_ok=True)
        (mail / "items").mkdir(exist_ok=True)
        listed = [spoiled({"id": f"probe-{number}", **one}) for number, one in enumerate(changes)]
        (mail / "items" / "probe.yaml").write_text(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
        reading = parse.read(mail)
        assert reading.site is not None
        assert reading.problems == []
        return [one for one in check.check(reading.site, reading.origins) if "K080" <= one.code <= "K099"]

    return run
