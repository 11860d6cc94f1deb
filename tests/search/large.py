"""A tree of any size made from a seed: the mail notes with hundreds of open questions, items and terms of made-up words."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

MAIL = Path(__file__).parents[1] / "fixtures" / "mail"
SYLLABLES = (
    "가게고구기나너노누니다도두디라레로루리마모무미바버보부비사서소수시아어오우이자저조주지차초추카코쿠키타토투티"
    "파포푸피하호후희강공단동람민방선성송신안영용원은인일전정준진천현"
)
LETTERS = ("ba", "co", "del", "fin", "gra", "hol", "in", "jo", "kem", "lu", "mar", "nex", "or", "pli", "quo", "rin", "sto", "tel", "um", "vi")
PARTICLES = ("은", "는", "이", "가", "을", "를", "에서", "으로", "의", "")


@dataclass(frozen=True, slots=True)
class Words:
    """Made-up words, the common ones first."""

    source: random.Random
    korean: tuple[str, ...]
    latin: tuple[str, ...]

    @classmethod
    def of(cls, seed: int, count: int = 900) -> Words:
        """`count` words of each script."""
        source = random.Random(seed)  # noqa: S311 - repeatable, not secret
        korean = {"".join(source.choices(SYLLABLES, k=source.choice((2, 3, 3, 4)))): None for _ in range(count)}
        latin = {"".join(source.choices(LETTERS, k=source.choice((2, 3)))): None for _ in range(count)}
        return cls(source, tuple(korean), tuple(latin))

    def pick(self, language: str) -> str:
        """A word: the first of the list are used far more often than the last, as in any language."""
        words = self.korean if language == "ko" else self.latin
        return words[int(len(words) * self.source.random() ** 2.5)]

    def text(self, language: str, count: int) -> str:
        """So many words, with particles in Korean, and now and then a Latin name."""
        if language == "en":
            return " ".join(self.pick("en") for _ in range(count))
        picked = [self.pick("en") if self.source.random() < 0.1 else self.pick("ko") for _ in range(count)]
        return " ".join(word + self.source.choice(PARTICLES) for word in picked)

    def both(self, count: int, end: str = "") -> dict[str, str]:
        """A text in both languages."""
        return {"ko": self.text("ko", count) + end, "en": self.text("en", count).capitalize() + end}


def grow(folder: Path, *, questions: int, terms: int, seed: int = 7) -> Path:
    """Writes the tree into `folder`, which must not exist. Each question makes a page of each language."""
    shutil.copytree(MAIL, folder)
    (folder / "path.yaml").unlink()
    words = Words.of(seed)
    note = (folder / "note.md").read_text(encoding="utf-8").rstrip("\n")
    lines = note.count("\n") + 1
    items, asked, marks = [], [], []
    for number in range(questions):
        name, line = f"oq-made-{number}", lines + 2 + number
        quote = f"❓ {words.text('ko', 3)} {number}"
        marks.append(f"- {quote}")
        items.append({"id": f"m{number}", "lines": [line], "kind": "mark", "text": quote, "questions": [name]})
        asked.append(_item(words, name, number))
        answer = {"short": words.both(14, "."), "answer": words.both(30, "."), "answered_at": "relay", "sources": ["rfc5321"]}
        _dump(
            folder / "questions" / f"{name}.yaml", {"id": name, "kind": "mark", "line": line, "quote": quote, "title": words.both(5, "?"), **answer}
        )
    (folder / "note.md").write_text("\n".join([note, "", *marks, ""]), encoding="utf-8")
    with (folder / "note.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - {json.dumps(item, ensure_ascii=False)}\n" for item in items)
    (folder / "items").mkdir()
    _dump(folder / "items" / "made.yaml", asked)
    with (folder / "terms.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"- {json.dumps(_term(words, number), ensure_ascii=False)}\n" for number in range(terms))
    return folder


def _item(words: Words, question: str, number: int) -> dict[str, object]:
    options = [
        {"id": f"o{place}", "text": words.both(4), "explanation": words.both(6, "."), **({"correct": "true"} if place == number % 3 else {})}
        for place in range(3)
    ]
    kind = {"id": f"made-{number}", "type": "single", "level": "recall", "ref": question, "source": "rfc5321"}
    return {**kind, "stem": words.both(6, "?"), "options": options}


def _term(words: Words, number: int) -> dict[str, object]:
    korean, latin = (words.source.choice(one) for one in (words.korean, words.latin))
    definition = {"text": words.both(16, "."), "sources": ["rfc5321"]}
    return {"id": f"t-made-{number}", "name": {"ko": korean, "en": latin}, "definition": definition, "status": "usage", "aliases": [words.pick("en")]}


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
