"""The kinds of value every type of the model is made of: texts in several languages, ids, dates, statements.

Knows nothing of components, items or pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError


@dataclass(slots=True)
class Heard:
    """Words of one language that were read while someone listened: those behind their source, and those that another language lent."""

    language: str = ""
    stale: set[str] = field(default_factory=set)
    borrowed: set[str] = field(default_factory=set)


_EAR: ContextVar[Heard | None] = ContextVar("ear", default=None)


@contextmanager
def listening(heard: Heard) -> Iterator[None]:
    """Notes in `heard` what is read inside, and nothing that is read inside another `listening` within."""
    token = _EAR.set(heard)
    try:
        yield
    finally:
        _EAR.reset(token)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language: `{ko: …, en: …}`, or a plain string that reads the same in all of them."""

    values: Mapping[str, str]
    neutral: bool = False
    stale: frozenset[str] = frozenset()
    """Languages whose words are older than those of the default language."""
    borrowed: frozenset[str] = frozenset()
    """Drafts without words of their own, which show those of the default language."""

    @classmethod
    def of(cls, value: Any) -> Text:
        """Makes a text from a YAML value. Raises PydanticCustomError when it is neither a string nor a mapping of strings."""
        if isinstance(value, Text):
            return value
        if isinstance(value, str) and value.strip():
            return cls({"": normalize("NFC", value.strip())}, neutral=True)
        if isinstance(value, dict) and value and all(isinstance(text, str) and text.strip() for text in value.values()):
            return cls({language: normalize("NFC", text.strip()) for language, text in value.items()})
        raise PydanticCustomError("text", "a text is {language: words, ...} or one plain string, and is not empty")

    def __getitem__(self, language: str) -> str:
        """The words in `language`. Raises KeyError when that translation is missing."""
        words = self.values["" if self.neutral else language]
        if language in self.stale or language in self.borrowed:
            heard = _EAR.get()
            if heard is not None and heard.language == language:
                (heard.stale if language in self.stale else heard.borrowed).add(words)
        return words

    def languages(self) -> frozenset[str]:
        """The languages this text is written in; empty for a plain string."""
        return frozenset() if self.neutral else frozenset(self.values) - self.borrowed

    def written(self) -> dict[str, str]:
        """The words by language, without what is borrowed."""
        return {language: words for language, words in self.values.items() if language not in self.borrowed}

    @property
    def unwritten(self) -> bool:
        """True when it is still to be written in some language: it begins with TODO."""
        return any(words.startswith("TODO") for words in self.values.values())


# For editors, which read a plain 1.30 as a number.
_WORDS: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1}
_TEXT_SCHEMA: dict[str, Any] = {"anyOf": [_WORDS, {"type": "object", "minProperties": 1, "additionalProperties": _WORDS}]}


def _calendar_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("calendar", "the calendar has no such day") from None
    return value


TextField = Annotated[InstanceOf[Text], BeforeValidator(Text.of), WithJsonSchema(_TEXT_SCHEMA)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_calendar_day)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Line = Annotated[int, Field(ge=1)]
SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Record(BaseModel):
    """Base of every type: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Statement(Record):
    """A sentence that could be false, with the sources that say so."""

    text: TextField = Field(description="the statement")
    sources: SourceIds = Field(description="the sources that say so")
