"""Words that scripts say: UI strings in files of their own, which browsers fetch with the script and may keep: new words get a new name."""

from __future__ import annotations

from hashlib import sha256

from generator.compact import compact
from generator.model import Site

GROUPS = ("quiz", "session")


def spoken(site: Site, language: str, group: str) -> tuple[str, bytes]:
    """Path from the site's root, named after the content, and JSON: the strings whose keys begin with `<group>.js.`, by the rest of the key."""
    prefix = f"{group}.js."
    data = compact({key.removeprefix(prefix): words for key, words in site.strings[language].items() if key.startswith(prefix)})
    return f"{language}/words/{group}-{sha256(data).hexdigest()[:8]}.json", data
