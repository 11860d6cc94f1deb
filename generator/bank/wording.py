"""Words that give answers away, for each language the bank can be read in. A new language is one more entry of WORDINGS.

Knows languages, no subject. A language without an entry is checked by the rules that need no words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.text import particle

_SENTENCE = re.compile(r"(?<=[.!?。])\s+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language's rules need.

    `negative` finds the word that turns a question around; `tokens` gives the words of a text without endings and particles;
    `fits` says whether an option fits the words right around a blank; `form` names the grammatical form of an option.
    """

    negative: Callable[[str], str | None]
    absolute: re.Pattern[str]
    every: re.Pattern[str]
    tokens: Callable[[str], frozenset[str]]
    fits: Callable[[str, str], bool]
    form: Callable[[str], str]


def last_sentence(words: str) -> str:
    """The sentence that asks: the last one of a stem."""
    return _SENTENCE.split(words.strip())[-1]


# --- English -----------------------------------------------------------------------------------------------------

_EN_CLAUSE = re.compile(r"\b(?:if|when|while|because|after|before|that|whose|where|until|although|since|so)\b", re.IGNORECASE)
_EN_ASKS = re.compile(r"\b(?:which|what|who)\b(?P<rest>.*)", re.IGNORECASE)
_EN_NOT = re.compile(r"\b(?:not|never|cannot|except|least|\w+n['’]t)\b", re.IGNORECASE)
_EN_UNTRUE = re.compile(r"\b(?:which|what)\b.*?\b(?P<word>not (?:true|correct|right)|false|incorrect|untrue|wrong)\b", re.IGNORECASE)
_EN_EXCEPT = re.compile(r"\bexcept\b(?=\W*$)", re.IGNORECASE)
_EN_COMMON = (
    "about after again also another any are because been before being both but can cannot could did does doing done each else even every "
    "first for from get gets give given goes had has have here how into its itself just keep keeps less like look made make makes many may "
    "more most much must never new next not now off once one only other others out over own part same see should since some still such "
    "take takes than that the their them then there these they thing things this those through time too two under until upon use used uses "
    "very was way well were what when where which while who whose why will with without work works would you your"
)
_EN_STOP = frozenset(_EN_COMMON.split())
_EN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]+")


def _en_negative(stem: str) -> str | None:
    question = last_sentence(stem)
    for untrue in (_EN_EXCEPT.search(question), _EN_UNTRUE.search(question)):
        if untrue:
            return untrue.groupdict().get("word") or untrue[0]
    main = _EN_CLAUSE.split(question)[0]
    asks = _EN_ASKS.search(main)
    found = _EN_NOT.search(asks["rest"]) if asks else None
    return found[0] if found else None


def _en_tokens(words: str) -> frozenset[str]:
    found = (re.sub(r"(?:ing|ed|es|s)$", "", word.casefold()) for word in _EN_WORD.findall(words) if word.casefold() not in _EN_STOP)
    return frozenset(word for word in found if len(word) >= 3)


def _en_fits(stem: str, option: str) -> bool:
    """After `a` comes a word that starts with a consonant, after `an` one that starts with a vowel, as far as spelling tells."""
    article = re.search(r"\b(an?)\s*(?:_{2,}|…|\.{3})?\s*[:?.]?$", stem.strip(), re.IGNORECASE)
    first = re.match(r"[A-Za-z]", option)
    if not article or not first:
        return True
    return (first[0].casefold() in "aeiou") == (article[1].casefold() == "an")


def _en_form(option: str) -> str:
    return "a sentence with its full stop" if option.rstrip().endswith(".") else "words without a full stop"


# --- Korean ------------------------------------------------------------------------------------------------------

_KO_ASKS = re.compile(
    r"(?P<word>않[는은을]|아닌|틀린|잘못된|거리가 먼)\s+(?P<noun>[^\s?]+(?:\s[^\s?]+)?)[은는](?=\s*(?:\?|무엇|어느|어떤|누구|$))",
)
_KO_REASONS = ("까닭", "이유", "원인", "때", "경우", "동안", "사이", "순간")
_KO_WORD = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z0-9.-]*")
_KO_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:에서는|에서도|으로는|에게는|에서|에게|으로|까지|부터|보다|처럼|이라는|라는|이나|이며|들은|들이|들을|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_KO_COMMON = (
    "것은 무엇 무엇인가 어느 어떤 언제 누가 어디 어떻게 하는 하는가 되는 되는가 있는 있는가 없는 다음 가운데 그것 이것 하나 가장 먼저 기본 때문 위해"
)
_KO_STOP = frozenset(_KO_COMMON.split())
_KO_BLANK = re.compile(r"(?:_{2,}|\(\s*\)|…)(?P<after>은|는|이|가|을|를|과|와|으로|로)(?![가-힣(/])")
_KO_PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로")


def _ko_negative(stem: str) -> str | None:
    found = _KO_ASKS.search(last_sentence(stem))
    if not found or found["noun"].split()[-1].startswith(_KO_REASONS):
        return None
    return found["word"]


def _ko_tokens(words: str) -> frozenset[str]:
    return frozenset(word for word in _ko_words(words) if len(word) >= 2 and word not in _KO_STOP)


def _ko_words(words: str) -> Iterator[str]:
    for word in _KO_WORD.findall(words):
        yield _KO_PARTICLE.sub("", word) if word not in _KO_STOP else word


def _ko_fits(stem: str, option: str) -> bool:
    """The particle after a blank must be the one that the option takes."""
    blank = _KO_BLANK.search(stem)
    pair = next((pair for pair in _KO_PAIRS if blank and blank["after"] in pair.split("/")), None)
    return not blank or pair is None or particle(option, pair) == blank["after"]


def _ko_form(option: str) -> str:
    return "a sentence that ends in -다" if re.search(r"다\.?$", option.rstrip()) else "words that end in no -다"


WORDINGS: dict[str, Wording] = {
    "en": Wording(
        _en_negative,
        re.compile(r"\b(?:always|never|only|solely|under no circumstances|in every case)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:all|none|both|neither|any) of (?:the above|the other options|these answers)\b|\bno(?:ne)? (?:right|correct) answer\b",
            re.IGNORECASE,
        ),
        _en_tokens,
        _en_fits,
        _en_form,
    ),
    "ko": Wording(
        _ko_negative,
        re.compile(r"항상|언제나|절대로?(?=\s)|반드시|오직|무조건|결코"),
        re.compile(
            r"위\s?(?:의\s)?(?:보기\s)?모두|모두\s?(?:정답|맞|옳|해당)|정답(?:이)?\s?없|해당\s?(?:사항\s?)?없|(?:모두|둘 다) 아니다$|보기에 없"
        ),
        _ko_tokens,
        _ko_fits,
        _ko_form,
    ),
}
