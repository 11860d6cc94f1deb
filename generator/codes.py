"""What each code means, with a wrong and a right example, in the languages of those who write content. The words stand in codes.yaml.

Knows the codes, not the rules that give them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from generator import load
from generator.fields import Record

FILE = Path(__file__).with_name("codes.yaml")
LANGUAGES = ("en", "ko")
"""The languages in which codes are explained; the first is that of messages."""


class Words(Record):
    """The same words in every language of LANGUAGES."""

    ko: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The words in one of LANGUAGES."""
        return {"ko": self.ko, "en": self.en}[language]


class Code(Record):
    """One code. `file` names a file of a content folder in which `wrong` causes it and `right` does not."""

    title: Words
    why: Words
    file: str
    wrong: str | Words
    right: str | Words
    tried: bool = True
    """Whether a test can plant the example in the mail notes; such an example is one string."""

    def examples(self, language: str) -> tuple[str, str]:
        """The wrong and the right example; one that describes instead of showing does so in `language`."""
        wrong, right = (one if isinstance(one, str) else one[language] for one in (self.wrong, self.right))
        return wrong, right


_LABELS = {"en": ("Wrong, in {}:", "Right:"), "ko": ("틀린 예, {}:", "옳은 예:")}


@cache
def every() -> dict[str, Code]:
    """All codes, in order."""
    node, _ = load.load(FILE, FILE.name)
    return dict(sorted(TypeAdapter(dict[str, Code]).validate_python(load.values(node) if node else {}).items()))


def text(code: str, language: str = LANGUAGES[0]) -> str:
    """The explanation of a code for a terminal, in one of LANGUAGES. Raises KeyError for a code that does not exist."""
    one = every()[code]
    (wrong, right), (wrong_label, right_label) = one.examples(language), _LABELS[language]
    parts = (f"{code}: {one.title[language]}", one.why[language], wrong_label.format(one.file), _indented(wrong), right_label, _indented(right))
    return "\n\n".join(parts)


def _indented(source: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in source.splitlines())
