"""Each rule on items of both languages: what must be found, and what must be left alone."""

import pytest

from generator.problems import Severity
from tests.unit.lint.conftest import spoiled


def codes(found):
    return {problem.code for problem in found}


def test_a_good_item_gives_nothing(lint):
    assert lint({}) == []


LONG_KO = "아직 다음 서버로 보내지 못하고 쌓아 둔 대기열의 길이를 먼저 본다"
LONG_EN = "the length of the queue in which everything waits that could not be sent yet"


@pytest.mark.parametrize(
    ("changes", "code", "place", "helps"),
    [
        ({"options.0.text.ko": LONG_KO}, "K080", "options.0.text", "shorten"),
        ({"options.0.text.en": LONG_EN}, "K080", "options.0.text", "shorten"),
        ({"stem.ko": "메일이 쌓였다. 살펴볼 곳이 아닌 것은?"}, "K081", "stem", "**아닌**"),
        ({"stem.ko": "다음 가운데 대기열이 하지 않는 일은 무엇인가?"}, "K081", "stem", "**않는**"),
        ({"stem.ko": "대기열에 대한 설명으로 옳지 않은 것은?"}, "K081", "stem", "**않은**"),
        ({"stem.ko": "대기열에 대한 잘못된 설명은?"}, "K081", "stem", "**잘못된**"),
        ({"stem.en": "Which of these is not part of a relay?"}, "K081", "stem", "**not**"),
        ({"stem.en": "All of these help, except"}, "K081", "stem", "**except**"),
        ({"stem.en": "Mail piles up. Which statement is false?"}, "K081", "stem", "**false**"),
        ({"stem.en": "What does a relay never do?"}, "K081", "stem", "**never**"),
        ({"options.2.text.ko": "위의 보기 모두"}, "K082", "options.2.text", "real option"),
        ({"options.2.text.ko": "정답 없음"}, "K082", "options.2.text", "real option"),
        ({"options.2.text.ko": "해당 사항 없음"}, "K082", "options.2.text", "real option"),
        ({"options.2.text.en": "None of the above"}, "K082", "options.2.text", "real option"),
        ({"options.2.text.en": "all of the above"}, "K082", "options.2.text", "real option"),
        ({"options.2.text.ko": "항상 화면의 밝기를 본다"}, "K083", "options.2.text", "without"),
        ({"options.1.text.en": "only the size of the address book"}, "K083", "options.1.text", "without"),
        ({"stem.ko": "대기열이 길어졌다. 무엇을 먼저 살펴보는가?"}, "K084", "options.0.text", "wrong option"),
        ({"stem.en": "The queue grows. What do you look at first?"}, "K084", "options.0.text", "wrong option"),
        (
            {"stem.en": "First you look at an ___"} | {f"options.{n}.text.en": w for n, w in enumerate(("inbox", "queue", "screen"))},
            "K085",
            "stem",
            "a(n)",
        ),
        (
            {"stem.ko": "먼저 ___를 본다"} | {f"options.{n}.text.ko": w for n, w in enumerate(("수신 거부", "대기열", "화면"))},
            "K085",
            "stem",
            "을(를)",
        ),
        ({"options.0.text.ko": "대기열의 길이"}, "K086", "options.0.text", "one form"),
        ({"options.0.text.en": "The length of its queue."}, "K086", "options.0.text", "one form"),
        ({"options.2.text.ko": "주소록의 크기를 본다, 또는 화면"}, "K087", "options.2.text", "exclude"),
        ({"options.2.text.en": "the size of the address book and a screen"}, "K087", "options.2.text", "exclude"),
        ({"options.1.explanation.ko": "주소록의 크기를 본다."}, "K088", "options.1.explanation", "why"),
        ({"options.1.explanation.en": "The size of the address book."}, "K088", "options.1.explanation", "why"),
        ({"options.1.explanation.en": "It has nothing to do with delivery."}, "K088", "options.2.explanation", "this one"),
        (
            {"options.0.text.en": "the 25 longest waiting messages", "options.0.text.ko": "가장 오래된 메일 52통을 본다"},
            "K091",
            "options.0.text",
            "both",
        ),
        ({"stem.ko": "`mailq`가 길다. 무엇을 먼저 살펴보는가?"}, "K091", "stem", "both"),
    ],
)
def test_found(lint, mail, changes, code, place, helps):
    found = [problem for problem in lint(changes) if problem.code == code]
    assert found
    assert helps in found[0].help
    assert found[0].position.file == "content/items/probe.yaml"
    where = {"stem": "stem", "text": "text", "explanation": "explanation"}[place.split(".")[-1]]
    lines = (mail / "items" / "probe.yaml").read_text(encoding="utf-8").splitlines()
    above = [line.strip() for line in lines[: found[0].position.line] if line.strip().rstrip(":") in {"stem", "text", "explanation"}]
    assert above[-1] == f"{where}:"


@pytest.mark.parametrize(
    "changes",
    [
        # lengths: a name is as long as it is, and a few characters are not seen
        {f"options.{number}.text": {"ko": name, "en": name} for number, name in enumerate(("an-unusually-long-name", "relay", "queue"))},
        {f"options.{number}.text": {"ko": f"{count} 통", "en": f"{count} or so"} for number, count in enumerate(("100", "1", "2"))},
        # negative words that do not turn the question around
        {"stem.ko": "받는 쪽이 없는 메일은 어디에 쌓이는가?"},
        {"stem.ko": "답하지 않는 서버로 가는 메일을 쥐고 있는 것은?"},
        {"stem.ko": "메일이 나가지 않는 까닭은?"},
        {"stem.ko": "쓸모가 **아닌** 것은?"},
        {"stem.en": "Which part holds mail when a server does not answer?"},
        {"stem.en": "A message does not arrive. Where do you look first?"},
        {"stem.en": "Why does the mail not go out?"},
        {"stem.en": "Which of these is **not** worth a look?"},
        # words such as 'only' where the key is as strong, and words that merely hold them
        {"options.0.text.en": "only the length of its queue", "options.1.text.en": "only the size of the address book"},
        {"options.2.text.en": "the commonly used brightness"},
        {"options.2.text.ko": "절대 경로의 길이를 본다", "options.0.text.ko": "절대 시각의 길이를 본다"},
        # a word of the stem that a wrong option repeats as well
        {"stem.en": "The length of something grows. What do you look at?", "options.1.text.en": "the length of the address book"},
        # blanks that fit all
        {"stem.ko": "먼저 ___을(를) 본다"},
        {"stem.en": "First you look at a(n) ___"},
        # numbers written out in words on one side
        {"stem.ko": "메일 3통이 쌓여 있다. 무엇을 먼저 살펴보는가?", "stem.en": "Three messages pile up. What do you look at first?"},
    ],
)
def test_left_alone(lint, changes):
    assert [str(problem) for problem in lint(changes)] == []


def test_a_repeated_item(lint):
    (ko, en) = lint({}, {"options.1.explanation.en": "It is a list of people."})
    assert {ko.code, en.code} == {"K089"}
    assert all("'probe-0'" in problem.message for problem in (ko, en))
    assert ko.severity is Severity.ERROR


OTHER = {
    "stem": {"ko": "제출 포트는 몇 번인가?", "en": "Which port is for submission?"},
    "options": [
        {"id": name, "text": name, "correct": name == "587", "explanation": {"ko": f"{name} 설명이다.", "en": f"About {name}, more."}}
        for name in ("25", "110", "587")
    ],
}


def test_items_on_different_things(lint):
    assert lint({}, OTHER) == []


@pytest.mark.parametrize(
    ("language", "stem"),
    [("ko", "다음 단계에서 대기열의 길이를 본다. 포트는?"), ("en", "After you checked the length of its queue, which port is next?")],
)
def test_a_stem_that_gives_away_another_answer(lint, language, stem):
    found = lint({}, {**OTHER, "stem": {**OTHER["stem"], language: stem}})
    assert codes(found) == {"K090"}
    assert f"({language})" in found[0].message


def test_errors_stop_a_build_and_doubts_do_not(lint):
    severities = {problem.code: problem.severity for problem in lint({"options.2.text.en": "None of the above", "options.1.text.en": "only people"})}
    assert severities["K082"] is Severity.ERROR
    assert severities["K083"] is Severity.WARNING


def test_a_language_without_wording_is_checked_by_the_rules_that_need_none(lint, mail):
    path = mail / "site.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("{code: en,", "{code: fr,").replace("default_language: en", "default_language: ko"), encoding="utf-8"
    )
    for file in mail.rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("en: ", "fr: "), encoding="utf-8")
    good = spoiled({})
    translated = {key: {"ko": good["stem"]["ko"], "fr": good["stem"]["en"]} for key in ("stem",)}
    options = [
        {**one, "text": {"ko": one["text"]["ko"], "fr": one["text"]["en"]}, "explanation": {"ko": one["explanation"]["ko"], "fr": one["text"]["en"]}}
        for one in good["options"]
    ]
    assert codes(lint({**translated, "options": options})) == {"K088"}
