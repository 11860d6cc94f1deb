"""Words: inline markup to safe HTML, and templates with Korean particles.

Text from the content never becomes Markdown source of a page: a CommonMark parser with raw HTML off reads a small inline
markup here, and what it returns is finished, escaped HTML. Knows nothing of the model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import Formatter
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

Resolve = Callable[[str, str | None], tuple[str, str]]
"""Takes the id and the optional words of `[[id|words]]`; returns href and words. Raises KeyError for an unknown id."""

_REFERENCE = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]\n]+))?\]\]")
_WHOLE = re.compile(r"([A-Za-z0-9]+(?:-[A-Za-z0-9]+)+|\d+ (?:[mµn]?s|min|h|[KMGT]i?B)\b|[)\]’”%℃][가-힣])")
"""What does not break: a hyphenated name, a number with its unit, and a closing mark with the Korean particle that follows it.

`word-break: keep-all` keeps letters together only; after a mark a browser may begin a line (UAX #14, LB30 for ideographs).
"""
_KEPT_WHOLE = 28
"""Longest hyphenated name, in characters, that is kept on one line: longer ones would not fit a phone."""
_ALLOWED_URL = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)


def _reference(state: StateInline, silent: bool) -> bool:
    """Inline rule for `[[id]]` and `[[id|words]]`."""
    match = _REFERENCE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        href, words = state.env["resolve"](match[1], match[2])
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "escape", "entity"])
    parser.validateLink = lambda url: bool(_ALLOWED_URL.match(url))  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "reference", _reference)
    return parser


_PARSER = _parser()


def inline(source: str, resolve: Resolve) -> Markup:
    """The text as one line of HTML: bold, emphasis, code, links with http(s) or mailto, and references. Raises KeyError for an unknown id.

    Hyphenated names such as kube-proxy stay on one line, and no line begins with the particle of a word in brackets.
    """
    tokens = [_unbroken(token) for token in _PARSER.parseInline(source, {"resolve": resolve})]
    return Markup(_PARSER.renderer.render(tokens, _PARSER.options, {}))  # noqa: S704 - the parser escapes; raw HTML is off


def whole(words: object) -> Markup:
    """Plain words as HTML that breaks no line where `inline` breaks none."""
    token = Token("inline", "", 0, children=[Token("text", "", 0, content=str(words))])
    return Markup(_PARSER.renderer.render([_unbroken(token)], _PARSER.options, {}))  # noqa: S704 - the renderer escapes


def _unbroken(token: Token) -> Token:
    """The tokens of a line, with what does not break marked: in spans, and on links that a particle follows."""
    children, link = token.children or [], None
    for last, close, after in zip(children, children[1:], children[2:], strict=False):
        link = last if last.type == "link_open" else link
        if link and close.type == "link_close" and _WHOLE.fullmatch(last.content[-1:] + after.content[:1]):
            link.attrSet("data-held", "")
    token.children = [part for child in children for part in _parts(child)]
    return token


def _parts(token: Token) -> Iterator[Token]:
    """A text token cut at what does not break, each such part in a span of its own."""
    pieces = _WHOLE.split(token.content) if token.type == "text" else []
    if len(pieces) <= 1:
        yield token
        return
    for index, words in enumerate(pieces):
        whole = index % 2 == 1 and len(words) <= _KEPT_WHOLE
        if whole:
            yield Token("span_open", "span", 1, attrs={"class": "nb"})
        if words:
            yield Token("text", "", 0, content=words)
        if whole:
            yield Token("span_close", "span", -1)


def paragraphs(source: str, resolve: Resolve) -> list[Markup]:
    """Each paragraph of the text as `inline` renders it; a blank line parts them."""
    return [inline(" ".join(block.split()), resolve) for block in re.split(r"\n\s*\n", source) if block.strip()]


def plain(source: str, resolve: Resolve) -> str:
    """The text without its markup, for titles, descriptions and diagrams."""
    return "".join(_words(_PARSER.parseInline(source, {"resolve": resolve})))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from _words(token.children)
        elif token.type in {"text", "code_inline", "text_special"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "


def references(source: str) -> tuple[str, ...]:
    """Ids that the text refers to, in order. What stands in `code` is not a reference."""
    found: list[str] = []

    def note(identifier: str, words: str | None) -> tuple[str, str]:
        found.append(identifier)
        return "#", words or identifier

    _PARSER.parseInline(source, {"resolve": note})
    return tuple(found)


def addresses(source: str) -> tuple[str, ...]:
    """The http and https addresses that the text links to, in order, as they stand in a page."""
    if "](" not in source:
        return ()
    tokens = _PARSER.parseInline(source, {"resolve": lambda _, words: ("", words or "")})
    targets = [str(child.attrs["href"]) for token in tokens for child in token.children or () if child.type == "link_open"]
    return tuple(target for target in targets if target[:4].lower() == "http")


def refused_links(source: str) -> tuple[str, ...]:
    """Link targets the text tries to use with a scheme that is not http, https or mailto."""
    stripped = _REFERENCE.sub("", re.sub(r"`[^`]*`", "", source))
    targets = re.findall(r"\]\(\s*<?([^)\s>]+)", stripped)
    return tuple(target for target in targets if not _ALLOWED_URL.match(target))


# --- particles ---------------------------------------------------------------------------------------------------

_DIGIT_CODA = {"0": True, "1": True, "3": True, "6": True, "7": True, "8": True, "2": False, "4": False, "5": False, "9": False}
_RIEUL_DIGITS = "178"
_WORD_CODA = re.compile(r"(?:[aeiou][bckpt]|ng|[lmn])$")


def _coda(word: str) -> str:
    """The final consonant that a Korean reader hears: `""` for none, `"ㄹ"`, or `"x"` for any other.

    Latin words are judged by spelling, as the Korean style guides read them aloud: a short stop or nasal at the end
    closes the syllable (kubelet, CNI plugin), a vowel, s, d or y does not (node, etcd, proxy).
    """
    last = re.sub(r"[^0-9A-Za-z가-힣]", "", re.sub(r"\([^)]*\)$", "", word))[-3:]
    if not last:
        return ""
    final = last[-1]
    if "가" <= final <= "힣":
        index = (ord(final) - ord("가")) % 28
        return "" if index == 0 else "ㄹ" if index == 8 else "x"
    if final.isdigit():
        return "ㄹ" if final in _RIEUL_DIGITS else "x" if _DIGIT_CODA[final] else ""
    if last.isupper():
        return {"L": "ㄹ", "M": "x", "N": "x", "R": "ㄹ"}.get(final, "")
    if not _WORD_CODA.search(last.lower()):
        return ""
    return "ㄹ" if final == "l" else "x"


def particle(word: str, pair: str) -> str:
    """The half of `pair` (`은/는`, `이/가`, `을/를`, `과/와`, `으로/로`, …) that fits after `word`."""
    closed, opened = pair.split("/")
    coda = _coda(word)
    if closed == "으로":
        return closed if coda == "x" else opened
    return closed if coda else opened


class _Filler(Formatter):
    """`str.format` with named values only, where a spec such as `은/는` adds the fitting particle."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if "/" in format_spec:
            return f"{value}{particle(str(value), format_spec)}"
        return str(super().format_field(value, format_spec))


def places(template: str) -> frozenset[str]:
    """Names of the places in a template. Raises ValueError, in words for its author, when a place could not be filled."""
    try:
        parsed = list(Formatter().parse(template))
    except ValueError:
        raise ValueError("write {{ and }} for braces that are meant as such") from None
    found = set()
    for _, name, spec, conversion in parsed:
        if name is None:
            continue
        if not name.isidentifier():
            raise ValueError("a place needs a name, as in {name}")
        if conversion:
            raise ValueError(f"write {{{name}}} without '!{conversion}'")
        if spec and len([half for half in spec.split("/") if half]) != 2:
            raise ValueError(f"after the colon stands a pair of particles, as in {{{name}:은/는}}")
        found.add(name)
    return frozenset(found)


def fill(template: str, **values: object) -> str:
    """The template with its `{name}` and `{name:은/는}` places filled. Raises KeyError when a value is missing."""
    return _Filler().vformat(template, (), values)
