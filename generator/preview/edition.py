"""A site as it was read at one moment. Its pages and files are drawn when they are wanted, and once."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from generator import pipeline, share
from generator.assets import Assets
from generator.model import Item, Site
from generator.parse import Reading
from generator.render import Press
from generator.share.parts import parts
from generator.share.twin import twin


class Edition:
    """A reading whose shape is good enough for a site, and its pages. It may have problems: drawing a page may raise anything."""

    def __init__(self, reading: Reading, site: Site, gathered: Assets, root: Path, items: tuple[Item, ...] = ()) -> None:
        self.bare = site
        """The site without items made from it."""
        self.items = items
        self.site, self.origins = pipeline.joined(site, reading.origins, items)
        self._reading, self._assets, self._root = reading, gathered, root
        self._drawn: dict[str, bytes] = {}

    def with_items(self, items: tuple[Item, ...]) -> Edition:
        """The same edition with these items made from the model."""
        return self if items == self.items else Edition(self._reading, self.bare, self._assets, self._root, items)

    @cached_property
    def press(self) -> Press:
        """What draws the pages."""
        return Press(self.site, self._assets.folder, self.origins)

    @property
    def extra(self) -> dict[str, Any]:
        """Data for the engine's theme."""
        return {**self.press.shell, "assets": self._assets.folder}

    def page(self, name: str) -> bytes:
        """A page with its front matter, by the name of its file. Raises KeyError for one that there is not."""
        if name not in self._drawn:
            self._drawn[name] = self.press.page(name)
        return self._drawn[name]

    def file(self, name: str) -> bytes | None:
        """A file that is no page, by its address: scripts, search, Markdown twins, feeds, old addresses. None when there is none."""
        if name.endswith("/index.md") and name in self.press.names:
            return twin(parts(self.page(name).decode())[1]).encode()
        if name == "llms.txt":
            return share.extras(self.site, {page: self.page(page) for page in self.press.names})[name]
        script = self._root / name
        if script.suffix == ".js" and script.parent == self._root and script.is_file():
            return script.read_bytes()
        return self._beside.get(name)

    @cached_property
    def _beside(self) -> dict[str, bytes]:
        """Files that no page is needed for."""
        count = len(self.press.names) // len(self.site.languages)
        return {**self._assets.files, **pipeline.data(self.site, self.press.index, count), **share.beside(self.site)}
