"""Single choice: one stem, three to five options, exactly one of them right."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.questions.item import BaseItem, Finding, Option, QuestionType, fingerprint


class SingleItem(BaseItem):
    """A single-choice item."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]


def check(item: SingleItem) -> list[Finding]:
    """K040 unless exactly one option is right, K041 for an option id that is used twice, K042 for two options with the same words."""
    findings = []
    keys = [index for index, option in enumerate(item.options) if option.correct]
    if len(keys) != 1:
        many = "no option is" if not keys else f"{len(keys)} options are"
        findings.append(Finding(("options",), "K040", f"{many} marked as right", "give exactly one option 'correct: true'"))
    for index, option in enumerate(item.options):
        earlier = item.options[:index]
        if option.id in {other.id for other in earlier}:
            findings.append(
                Finding(("options", index, "id"), "K041", f"the option '{option.id}' stands twice", "give each option of an item its own id")
            )
        same = {language for other in earlier for language, words in option.text.values.items() if other.text.values.get(language) == words}
        if same:
            findings.append(Finding(("options", index, "text"), "K042", "another option says the same", "write a different option"))
    return findings


def _fingerprint(item: SingleItem) -> str:
    """Options and key. Words may be mended without making an answer out of date."""
    return fingerprint(item.type, *sorted(f"{option.id}={option.correct}" for option in item.options))


TYPE = QuestionType(SingleItem, check, _fingerprint)
