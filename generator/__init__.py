"""Answered Notes: turns a tree of YAML facts about any subject into a bilingual site that answers its own questions."""

__version__ = "0.1.0"
