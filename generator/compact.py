"""JSON as short as it can be, for files that browsers fetch."""

from __future__ import annotations

import json
from typing import Any


def compact(value: Any) -> bytes:
    """The value as UTF-8 without needless spaces and escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
