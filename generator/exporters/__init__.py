"""Export formats and their registry. A new format is one file here and one line below."""

from __future__ import annotations

from collections.abc import Callable

from generator.exporters import model_json
from generator.model import Site

FORMATS: dict[str, Callable[[Site], bytes]] = {"json": model_json.export}
