"""The pages for taking quizzes: all topics, the items of one topic, practice, exam, review, progress."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator import diagrams
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet, headings
from generator.pages.topics import Topic
from generator.questions import TYPES

LEVELS = ("recall", "understand", "apply", "analyze")
EXAM_SIZES = (10, 20, 40)
EXAM_MINUTES = (10, 20, 40)
PASS_MARK = 70
"""Percent of an exam that counts as passed. Partly right counts half."""


def topic_name(desk: Desk, topic: Topic) -> str:
    """What a topic is called in the desk's language."""
    return desk.x(topic.name) if topic.name else desk.t("pages.glossary.title")


def _named(desk: Desk) -> list[tuple[Topic, str]]:
    return [(topic, topic_name(desk, topic)) for topic in desk.records.topics.values()]


def overview(desk: Desk, _thing: None) -> Sheet:
    """Every topic with its items at a glance, and the ways to take them."""
    kinds: dict[str, list[tuple[Topic, str]]] = {}
    for topic, name in _named(desk):
        kinds.setdefault(topic.kind, []).append((topic, name))
    groups = [(f"kind-{kind}", desk.t(f"pages.quiz.kind.{kind}"), listed) for kind, listed in kinds.items()]
    total = len(desk.site.items)
    description = desk.t("pages.quiz.description", count=total, subject=desk.x(desk.site.settings.subject))
    sections = [(anchor, name) for anchor, name, _ in groups]
    return Sheet(desk.t("pages.quiz.title"), desk.shorten(description), sections, data={"groups": groups, "total": total})


def topic(desk: Desk, thing: Topic) -> Sheet:
    """All items of one topic, those derived from the model last, with an answer sheet for paper."""
    name = topic_name(desk, thing)
    title = desk.t("pages.topic.title", name=name)
    description = desk.t("pages.topic.description", name=name, count=len(thing.items))
    data = {"topic": thing, "called": name}
    return Sheet(title, desk.shorten(description), headings(desk, "items"), desk.records.cited(thing.items), data, thing.items)


def practice(desk: Desk, _thing: None) -> Sheet:
    """Items of all topics, one after the other, by topic, type, level, or what was missed."""
    types: Counter[str] = Counter(item.type for item in desk.site.items)
    levels: Counter[str] = Counter(item.level for item in desk.site.items)
    data = {
        "topics": _named(desk),
        "types": [(name, types[name]) for name in TYPES if types[name]],
        "levels": [(name, levels[name]) for name in LEVELS if levels[name]],
        "total": len(desk.site.items),
    }
    return _session(desk, "practice", data)


def exam(desk: Desk, _thing: None) -> Sheet:
    """A number of items at one go, judged at the end."""
    total = len(desk.site.items)
    sizes = [size for size in EXAM_SIZES if size < total] or [total]
    return _session(desk, "exam", {"topics": _named(desk), "sizes": sizes, "minutes": EXAM_MINUTES, "mark": PASS_MARK, "total": total})


def review(desk: Desk, _thing: None) -> Sheet:
    """What is due today."""
    return _session(desk, "review", {"topics": _named(desk), "total": len(desk.site.items)})


def progress(desk: Desk, _thing: None) -> Sheet:
    """What the reader knows: on the architecture, by topic, over time, and how well judged."""
    data = {"topics": _named(desk), "view": diagrams.architecture(desk.site, desk.language, desk.ref), "total": len(desk.site.items)}
    sections = headings(desk, "mastery", "by-topic", "history", "calibration", "backup", "offline")
    return Sheet(desk.t("pages.progress.title"), desk.t("pages.progress.description"), sections, data=data)


def _session(desk: Desk, name: str, data: dict[str, Any]) -> Sheet:
    return Sheet(desk.t(f"pages.{name}.title"), desk.t(f"pages.{name}.description"), data=data, items=desk.site.items)
