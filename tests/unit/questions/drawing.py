"""Draws one item with the template of its type, without a site around it, and reads what came out."""

from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import questions
from generator.fields import Text
from generator.questions import TYPES, arrange
from generator.questions.fold import accepted
from generator.text import whole

GENERATOR = Path(questions.__file__).parents[1]
BOXES = ("example", "left", "right")


class Mark(HTMLParser):
    """All tags with their attributes, in order."""

    def __init__(self, source):
        super().__init__()
        self.tags = []
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def all(self, tag):
        return [given for name, given in self.tags if name == tag]


def draw(item, language="en", repository=None, macro="item"):
    """The drawn card of an item; with `macro="answer"` its line in the answer sheet."""
    loader = FileSystemLoader([GENERATOR / "templates", GENERATOR / "questions"])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sources = [SimpleNamespace(id="book", title="The book"), SimpleNamespace(id="page", title="The page"), SimpleNamespace(id="x", title="Not cited")]
    boxes = [SimpleNamespace(id=name, name=Text({language: name.title()}), role=Text({language: f"role of {name}"})) for name in BOXES]
    view = SimpleNamespace(
        scenes=(), zones=(("One zone", ((BOXES[0], BOXES[0].title()),)), ("Other zone", tuple((name, name.title()) for name in BOXES[1:])))
    )
    environment.filters.update(whole=whole)
    environment.globals.update(
        board=lambda: view,
        t=lambda key, **values: " ".join([key, *map(str, values.values())]),
        md=lambda text: text if isinstance(text, str) else text[language],
        x=lambda text: text[language],
        word=lambda text: text[language],
        lang=language,
        where=lambda one: f"../{one.ref}/",
        name=str,
        accept=lambda texts, things=(): " ".join(accepted(*texts, *things)),
        url=lambda path: path,
        fingerprint=TYPES[item.type].fingerprint,
        arranged=arrange,
        report_item=lambda one: f"{repository}/issues/new?title={one.id}",
        site=SimpleNamespace(sources=sources, boxes=lambda: boxes, settings=SimpleNamespace(repository=repository)),
    )
    module = environment.get_template(f"{item.type}/template.html.j2").make_module()
    given = (item, 1) if macro == "item" else (item,)
    return Mark(str(getattr(module, macro)(*given)))
