"""New things for a content folder: valid files and list entries, with TODO wherever an author has to write.

Plans first and writes last; nothing that exists is overwritten, and a list file only ever grows at its end.
"""

from __future__ import annotations

from generator.scaffold.plan import KINDS, Plan, Wish, WishError, plan, schema_line
from generator.scaffold.site import start

__all__ = ["KINDS", "Plan", "Wish", "WishError", "plan", "schema_line", "start"]
