"""What makes the site findable and shareable: data for search engines, Markdown twins, feeds, old addresses, cards.

Reads rendered pages and the model; the pages themselves do not need it.
"""

from __future__ import annotations

from generator.share.cards import card_path, cards
from generator.share.extras import beside, extras
from generator.share.structured import structured

__all__ = ["beside", "card_path", "cards", "extras", "structured"]
