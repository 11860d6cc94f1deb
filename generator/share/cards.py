"""Social cards: one picture for each page and language, drawn at build time with a font that comes with the build.

The system's fonts are not asked: a machine without Hangul would draw empty boxes, and two machines two different pictures.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_ko import sans_path

from generator.model import Site
from generator.share.parts import parts

WIDTH, HEIGHT, EDGE = 1200, 630, 84
_DRAWING = "1"
"""Part of every card's name in the cache: raise it when the drawing changes."""
_PAPER, _INK, _SOFT, _MARK, _TICK = "#fbfbfa", "#16191d", "#5d6570", "#ffd83d", "#0c6f62"


def card_path(language: str, page: str) -> str:
    """The address of a page's card from the site's root."""
    return f"cards/{language}/{page.strip('/').replace('/', '-') or 'home'}.png"


def cards(site: Site, pages: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """The cards of rendered pages, keyed by path from the site's root. What was drawn before comes from the folder `cache`."""
    painter, found = Painter(cache), {}
    for data in pages.values():
        front, _ = parts(data.decode())
        if "card" in front:
            names = (site.settings.title, site.settings.subject)
            found[front["card"]] = painter.draw(Card(" · ".join(one[front["lang"]] for one in names), front["title"], front["description"]))
    return found


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    site: str
    title: str
    text: str


class Painter:
    """Draws cards, and keeps what it drew in the folder `cache`, named after what the card says."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.fonts = {size: ImageFont.truetype(str(sans_path()), size, layout_engine=ImageFont.Layout.BASIC) for size in (76, 64, 52, 32, 30)}

    def draw(self, card: Card) -> bytes:
        """The card as PNG. Raises OSError when the cache cannot be written."""
        name = sha256("\0".join((_DRAWING, *astuple(card))).encode()).hexdigest()[:24]
        path = self.cache / f"{name}.png"
        if not path.is_file():
            self.cache.mkdir(parents=True, exist_ok=True)
            stage = path.with_suffix(".new")
            stage.write_bytes(self._paint(card))
            stage.replace(path)
        return path.read_bytes()

    def _paint(self, card: Card) -> bytes:
        image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        pen = ImageDraw.Draw(image)
        image.paste(_logo(), (EDGE, 70))
        pen.text((EDGE + 76, 76), card.site, font=self.fonts[32], fill=_INK)
        size, lines = self._fit(card.title)
        y = 190
        for line in lines:
            width = pen.textlength(line, font=self.fonts[size])
            pen.rectangle((EDGE - 6, y + size * 0.9, EDGE + width + 6, y + size * 1.26), fill=_MARK)
            pen.text((EDGE, y), line, font=self.fonts[size], fill=_INK, stroke_width=1, stroke_fill=_INK)
            y += round(size * 1.42)
        for line in self._wrap(card.text, 30)[: 3 if len(lines) < 3 else 2]:
            y += 46
            pen.text((EDGE, y - 20), line, font=self.fonts[30], fill=_SOFT)
        pen.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), fill=_INK)
        data = io.BytesIO()
        image.quantize(48, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(data, "PNG")
        return data.getvalue()

    def _fit(self, title: str) -> tuple[int, list[str]]:
        """The largest size at which the title stands on three lines, and the lines."""
        for size in (76, 64, 52):
            lines = self._wrap(title, size)
            if len(lines) <= (2 if size == 76 else 3):
                return size, lines
        return 52, [*lines[:2], lines[2] + "…"]

    def _wrap(self, words: str, size: int) -> list[str]:
        """Lines that fit the card, broken between words; a word too long for a line is broken anywhere."""
        font, lines, line = self.fonts[size], [], ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if font.getlength(longer) <= WIDTH - 2 * EDGE:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while font.getlength(line) > WIDTH - 2 * EDGE:
                cut = next(at for at in range(len(line), 0, -1) if font.getlength(line[:at]) <= WIDTH - 2 * EDGE)
                lines.append(line[:cut])
                line = line[cut:]
        return [*lines, line] if line else lines


def _logo() -> Image.Image:
    """The site's mark: an open ring with a tick, drawn large and made small for smooth edges."""
    large = Image.new("RGB", (224, 224), _PAPER)
    pen = ImageDraw.Draw(large)
    pen.arc((22, 22, 202, 202), 8, 302, fill=_INK, width=22)
    pen.line((70, 108, 107, 149, 197, 42), fill=_TICK, width=22, joint="curve")
    return large.resize((56, 56), Image.Resampling.LANCZOS)
