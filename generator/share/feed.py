"""The changes of the content as an Atom feed, one for each language. Addresses are relative to the feed's own."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from generator.pages import Desk

ATOM = "http://www.w3.org/2005/Atom"


def feed(desk: Desk) -> bytes:
    """The feed of the desk's language: newest first. Ids depend on the site's id, the language and the change alone."""
    settings = desk.site.settings
    changes = sorted(desk.site.changes, key=lambda change: (change.date, change.id), reverse=True)
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": desk.language})
    _add(root, "title", desk.x(settings.title))
    _add(root, "id", _id(desk, ""))
    _add(root, "updated", _moment(changes[0].date if changes else settings.published))
    _add(root, "link", rel="self", type="application/atom+xml", href="feed.xml")
    _add(root, "link", rel="alternate", type="text/html", href="./")
    _add(_add(root, "author"), "name", desk.x(settings.title))
    for change in changes:
        entry = _add(root, "entry")
        _add(entry, "title", desk.x(change.title))
        _add(entry, "id", _id(desk, change.id))
        _add(entry, "updated", _moment(change.date))
        _add(entry, "link", rel="alternate", type="text/html", href=desk.ref(change.about[0]) if change.about else "./")
        _add(entry, "summary", desk.x(change.text))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ElementTree.Element, tag: str, words: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    element.text = words
    return element


def _id(desk: Desk, change: str) -> str:
    return uuid5(NAMESPACE_URL, f"{desk.site.settings.id}/{desk.language}/{change}").urn


def _moment(date: str) -> str:
    return f"{date}T00:00:00Z"
