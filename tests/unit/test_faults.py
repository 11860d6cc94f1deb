"""Many faults at once: each is reported in one run, at its place, and nothing else is."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.problems import ContentError, nearest, slips
from tests.unit.conftest import MAIL

CONTENT = Path(__file__).parents[2] / "content"
HERE = "‸"

# File, words in it, what is written instead; the sign ‸ stands where the problem must point.
FAULTS = [
    ("components/client.yaml", "zone: sender", "zone: ‸sendr", "K021"),
    ("components/client.yaml", "role:", "role: x\n‸rolle:", "K011"),
    ("components/client.yaml", "to: relay", "to: ‸relai", "K021"),
    ("components/client.yaml", "label: {ko: 제출, en: submit}", "label: ‸{ko: 제출}", "K022"),
    ("components/client.yaml", "en: No new message is sent.", "‸em: No new message is sent.", "K023"),
    ("components/client.yaml", "\nsources: [rfc6409]", "\nsources: [‸rfc6408]", "K021"),
    ("components/relay.yaml", "kind: hand-over", "kind: ‸handover", "K021"),
    ("components/relay.yaml", '"[[t-mx-record]]로', '‸"[[t-mx-recrd]]로', "K021"),
    ("components/relay.yaml", "zone: sender", "zone: ‸reciever", "K021"),
    ("components/relay.yaml", "parts:", "optional: ‸maybe\nparts:", "K012"),
    ("components/relay.yaml", ", en: Outgoing mail stops.", ", ‸de: Outgoing mail stops.", "K023"),
    ("components/mailbox.yaml", "zone: receiver", "zone: receiver\norder: ‸last", "K012"),
    ("components/mailbox.yaml", "tag:", "aliases: ‸inbox\ntag:", "K012"),
    ("components/mailbox.yaml", "tag:", "‸tags: x\ntag:", "K011"),
    ("components/mailbox.yaml", "\nsources: [rfc5321]", "\nsources: [rfc5321, ‸rfc-5321]", "K021"),
    ("flows/flow-send.yaml", "from: person", "from: ‸persn", "K021"),
    ("flows/flow-send.yaml", "to: mailbox", "to: ‸mailbx", "K021"),
    ("flows/flow-send.yaml", "kind: look-up", "kind: ‸lookup", "K021"),
    ("flows/flow-send.yaml", "claims: [c-direct]", "claims: [‸c-drect]", "K021"),
    ("flows/flow-send.yaml", "note_lines: [3, 4]", "note_lines: [3, ‸40]", "K034"),
    ("flows/flow-send.yaml", "zone: sender}", "zone: ‸sendr}", "K021"),
    ("addons/filter.yaml", "to: mailbox", "to: ‸mailboks", "K021"),
    ("addons/filter.yaml", "zone: receiver", "zone: ‸receivr", "K021"),
    ("addons/filter.yaml", "status: active", "status: ‸activ", "K013"),
    ("addons/filter.yaml", "optional: true", "optional: ‸ture", "K012"),
    ("addons/filter.yaml", "tag: {ko: 골라내기, en: sort out}", "tag: ‸{en: sort out}", "K022"),
    ("questions/oq-mx.yaml", "kind: mark", "kind: ‸marc", "K013"),
    ("questions/oq-mx.yaml", "quote: ❓ MX", "quote: ‸❓ NX", "K035"),
    ("questions/oq-mx.yaml", "answered_at: relay", "answered_at: ‸rely", "K021"),
    ("questions/oq-mx.yaml", "sources: [rfc5321]", "sources: [‸rfc5322]", "K021"),
    ("questions/oq-mx.yaml", "title:", "‸titel: x\ntitle:", "K011"),
    ("claims.yaml", "verdict: wrong", "verdict: ‸wrongg", "K013"),
    ("claims.yaml", "text: 바로 보낸다", "text: ‸바로 받는다", "K035"),
    ("claims.yaml", "about: [client, flow-send]", "about: [‸clint, flow-send]", "K021"),
    ("claims.yaml", "line: 4,", "line: ‸40,", "K034"),
    ("claims.yaml", "[[relay]]가", "[[relay]]가", None),
    ("terms.yaml", "status: usage", "status: ‸usege", "K013"),
    ("terms.yaml", "see: [relay]", "see: [‸relays]", "K021"),
    ("terms.yaml", "sources: [rfc5321]", "sources: [‸rfc532]", "K021"),
    ("terms.yaml", "name: {ko: MX 레코드, en: MX record}", "name: {ko: MX 레코드, ‸enn: MX record}", "K023"),
    ("terms.yaml", "note_says:", "‸note_say:", "K011"),
    ("sources.yaml", '"2008-10-01"', '‸"2008-13-01"', "K014"),
    ("sources.yaml", '"https://www.rfc-editor.org/rfc/rfc5321"', '‸"htps://www.rfc-editor.org/rfc/rfc5321"', "K014"),
    ("sources.yaml", '"2011-11-01"', "‸November", "K014"),
    ("sources.yaml", "title: Message", "‸titel: x, title: Message", "K011"),
    ("sources.yaml", "publisher: RFC Editor, version: RFC 6409", "publisher: ‸[RFC], version: RFC 6409", "K012"),
    ("site.yaml", "default_language: en", "default_language: ‸fr", "K025"),
    ("site.yaml", "start: flow-send", "start: ‸flow-sent", "K021"),
    ("site.yaml", "corrections: [c-direct]", "corrections: [‸c-dirct]", "K021"),
    ("site.yaml", "style: dashed", "style: ‸dased", "K013"),
    ("site.yaml", "subject:", "‸subjekt: x\nsubject:", "K011"),
    ("path.yaml", "things: [flow-send,", "things: [‸flow-sent,", "K021"),
]


def test_fifty_faults_in_ten_files_are_reported_in_one_run(mail):
    wanted = set()
    texts = {name: (mail / name).read_text(encoding="utf-8") for name, *_ in FAULTS}
    for name, old, new, _ in FAULTS:
        assert old in texts[name], (name, old)
        texts[name] = texts[name].replace(old, new, 1)
    codes = {}
    for name, text in texts.items():
        of_file = [(new, code) for one, _, new, code in FAULTS if one == name and code]
        codes[name] = of_file
        lines = text.split("\n")
        for number, line in enumerate(lines, start=1):
            clean = ""
            for character in line:
                if character == HERE:
                    wanted.add((f"content/{name}", number, len(clean) + 1))
                else:
                    clean += character
        (mail / name).write_text(text.replace(HERE, ""), encoding="utf-8")
    assert len(wanted) == sum(code is not None for *_, code in FAULTS) >= 50
    assert len(texts) >= 10
    with pytest.raises(ContentError) as caught:
        pipeline.load_site(mail)
    found = {(problem.position.file, problem.position.line, problem.position.column): problem for problem in caught.value.problems}
    assert wanted - found.keys() == set()
    assert {str(problem) for place, problem in found.items() if place not in wanted} == set(), "nothing that only follows from them"
    assert sorted(problem.code for problem in found.values()) == sorted(code for *_, code in FAULTS if code)


def test_a_slip_in_the_name_of_a_language_is_said_and_raises_nothing(mail):
    path = mail / "items.yaml"
    text = path.read_text(encoding="utf-8")
    place = text.index("ko:", text.index("options:"))
    path.write_text(text[:place] + "kor:" + text[place + 3 :], encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        pipeline.load_site(mail)
    line = text.count("\n", 0, place) + 1
    assert [(problem.code, problem.position.line) for problem in caught.value.problems] == [("K023", line)]


def typos(word: str, source: random.Random) -> list[str]:
    """One typo of each kind: a letter less, one more, another one, two swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz" if word.isascii() else "가나다라마바사아자차"
    place = source.randrange(len(word))
    swap = source.randrange(len(word) - 1) if len(word) > 1 else 0
    letter = source.choice(letters)
    return [
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:swap] + word[swap : swap + 2][::-1] + word[swap + 2 :],
    ]


@pytest.mark.parametrize("what", ["ids", "keys", "korean"])
def test_a_typo_gets_the_right_suggestion_first(what):
    site = pipeline.load_site(CONTENT).site
    words = {
        "ids": sorted({*(name for name, _, _ in site.things()), *(one.id for one in (*site.claims, *site.sources))}),
        "keys": sorted({match for path in CONTENT.rglob("*.yaml") for match in re.findall(r"[a-z_]{3,}(?=:)", path.read_text(encoding="utf-8"))}),
        "korean": sorted({term.name["ko"] for term in site.terms if len(term.name["ko"]) > 2}),
    }[what]
    source = random.Random(7)  # noqa: S311 - repeatable, not secret
    tried = [
        (typo, word)
        for word in source.sample(words, min(60, len(words)))
        for typo in typos(word, source)
        if typo not in words and typo != word and len(typo) > 1
    ]
    right = sum(nearest(typo, words) == word for typo, word in tried)
    assert len(tried) > 100
    assert right / len(tried) >= 0.95, f"{right} of {len(tried)}"


@pytest.mark.parametrize(("first", "second", "count"), [("", "", 0), ("a", "", 1), ("relay", "relya", 1), ("abc", "cab", 2), ("kube", "kueb", 1)])
def test_slips_count_a_swap_as_one(first, second, count):
    assert slips(first, second) == slips(second, first) == count


def mutated(text: str, source: random.Random) -> str:
    """The text with a few random edits of the kinds that people and broken disks make."""
    for _ in range(source.randrange(1, 5)):
        place = source.randrange(len(text) + 1)
        end = min(len(text), place + source.randrange(1, 30))
        piece = source.choice(
            ["", ":", "- ", "\n", "  ", "{", "}", "[", "]", "'", '"', "#", "&a ", "*a", "!!int ", "가", "\u2028", "\x00", "? ", "|", "0"]
        )
        text = source.choice(
            [text[:place] + piece + text[place:], text[:place] + piece + text[end:], text[:place] + text[place:end] * 2 + text[end:]]
        )
    return text


def run_mutants(folder: Path, seeds: range) -> int:
    """Loads as many spoiled trees below `folder`; returns how many problems they had, each inside a file and line that exist."""
    names = sorted(path.relative_to(MAIL).as_posix() for path in MAIL.rglob("*.*") if path.is_file())
    counted = 0
    for seed in seeds:
        source = random.Random(seed)  # noqa: S311 - repeatable, not secret
        changed = {name: mutated((MAIL / name).read_text(encoding="utf-8"), source) for name in source.sample(names, source.randrange(1, 4))}
        for name, text in changed.items():
            (folder / name).write_bytes(text.encode())
        try:
            problems = pipeline.load_site(folder).warnings
        except ContentError as error:
            problems = error.problems
        for problem in problems:
            file = Path(problem.position.file)
            assert file.is_file(), (seed, str(problem))
            lines = file.read_bytes().decode("utf-8", "replace").split("\n")
            assert 1 <= problem.position.line <= len(lines), (seed, str(problem))
            assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1, (seed, str(problem))
        counted += len(problems)
        for name in changed:
            shutil.copyfile(MAIL / name, folder / name)
    return counted


def test_spoiled_trees_never_raise_and_every_problem_has_a_real_place(mail):
    trees = int(os.environ.get("MUTANTS", "300"))
    assert run_mutants(mail, range(trees)) > trees
