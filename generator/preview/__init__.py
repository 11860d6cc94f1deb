"""The site while it is being written: pages drawn when somebody looks at them, with the problems of the content inside.

Knows the content and its pages; sockets and the engine belong to the door that shows them.
"""

from __future__ import annotations

from generator.preview.desktop import Desktop, Judge, Sight
from generator.preview.panel import Panel
from generator.preview.watch import watch

__all__ = ["Desktop", "Judge", "Panel", "Sight", "watch"]
