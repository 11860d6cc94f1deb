"""External links: which there are, what they answer, and the snapshot of it. `fetch` is the only module that asks the network."""

from __future__ import annotations
