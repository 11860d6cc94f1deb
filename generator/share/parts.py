"""A rendered page taken apart: its front matter, whose values are JSON, and its body."""

from __future__ import annotations

import json
from typing import Any


def parts(page: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a rendered page."""
    _, head, body = page.split("---\n", 2)
    return {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head.splitlines())}, body
