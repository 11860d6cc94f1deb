"""The drawings of a small site about something else, as they were last looked at. `UPDATE_GOLDEN=1` writes them anew."""

import os
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import generator
from generator import diagrams, text
from tests.unit.diagrams.sites import post_office

GOLDEN = Path(__file__).parents[2] / "golden" / "diagrams"
HERE = Path(generator.__file__).parent


def draw(template: str, macro: str, view: object, language: str, **options: object) -> str:
    """What the macro makes of a view, with the site's own UI strings. `options` are further arguments of the macro."""
    strings: dict[str, str] = {}
    for path in (HERE / "strings" / language).glob("*.yaml"):
        strings |= yaml.safe_load(path.read_text("utf-8"))
    loader = FileSystemLoader(HERE / "templates")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(whole=text.whole)
    environment.globals.update(
        t=lambda key, **values: text.fill(strings[key], **values),
        x=lambda value: value[language],
        word=lambda value: value[language],
        md=lambda value: value[language],
        url=str,
        numbered=lambda ids: list(enumerate(ids, start=1)),
    )
    more = "".join(f", {name}={name}" for name in options)
    source = f'{{% from "diagrams/{template}.html.j2" import {macro} with context %}}' + "{{ " + f"{macro}(view{more})" + " }}"
    return environment.from_string(source).render(view=view, **options).replace("><", ">\n<") + "\n"


def views(language: str) -> dict[str, tuple[str, str, object]]:
    site = post_office()
    return {
        "architecture": ("architecture", "architecture", diagrams.architecture(site, language, "../{}/".format, current="van")),
        "around": ("around", "around", diagrams.around(site, language, "carrier", "../{}/".format)),
        "zone": ("zone", "zone", diagrams.zone(site, language, "z2", "../{}/".format)),
        "flow": ("flow", "flow", diagrams.flow(site, language, "flow-letter", "../{}/".format)),
    }


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", ["architecture", "around", "zone", "flow"])
def test_golden(name, language):
    template, macro, view = views(language)[name]
    drawn = draw(template, macro, view, language)
    path = GOLDEN / f"{name}-{language}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
        pytest.skip("golden written anew: look at the difference before committing it")
    assert drawn == path.read_text(encoding="utf-8"), f"{path.name} changed: look at it, then UPDATE_GOLDEN=1"
    assert "style=" not in drawn
    assert "foreignObject" not in drawn
