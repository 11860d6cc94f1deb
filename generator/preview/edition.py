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

    def __init__(self, reading: Reading, site: Site, gathered: Assets, root: Path) -> None:
        self.reading = reading
        self.bare = site
        """The site without items made from it."""
        self.assets = gathered
        self._root = root
        self.items: tuple[Item, ...] = ()
        self.site = site
        self._drawn: dict[str, bytes] = {}

    def with_items(self, items: tuple[Item, ...]) -> Edition:
        """The same edition with items made from the model."""
        other = Edition(self.reading, self.bare, self.assets, self._root)
        other.items = items
        other.site = pipeline.joined(self.bare, self.reading.origins, items)
        return other

    @cached_property
    def press(self) -> Press:
        """What draws the pages."""
        return Press(self.site, self.assets.folder, self.reading.origins)

    @property
    def extra(self) -> dict[str, Any]:
        """Data for the engine's theme."""
        return {**self.press.shell, "assets": self.assets.folder}

    def page(self, name: str) -> bytes:
        """A page with its front matter, by the name of its file. Raises KeyError for one that there is not."""
        if name not in self._drawn:
            self._drawn[name] = self.press.page(name)
        return self._drawn[name]

    def file(self, name: str) -> bytes | None:
        """A file that is no page, by its address: scripts, search, Markdown twins, feeds. None when there is none."""
        if name in self.assets.files:
            return self.assets.files[name]
        if name.endswith("/index.md") and name in self.press.names:
            return twin(parts(self.page(name).decode())[1]).encode()
        if name in self._data:
            return self._data[name]
        script = self._root / name
        if script.suffix == ".js" and script.parent == self._root and script.is_file():
            return script.read_bytes()
        return self._whole.get(name) if name == "llms.txt" or name.endswith(("/feed.xml", "/index.html")) else None

    @cached_property
    def _data(self) -> dict[str, bytes]:
        return pipeline.data(self.site, self.press.index, len(self.press.names) // len(self.site.languages))

    @cached_property
    def _whole(self) -> dict[str, bytes]:
        """Files that need every page."""
        return share.extras(self.site, {name: self.page(name) for name in self.press.names})
