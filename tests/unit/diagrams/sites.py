"""Sites for tests of diagrams: from a few words, or from a seed."""

from __future__ import annotations

from random import Random

from generator.model import Component, Flow, Settings, Site
from generator.model.note import Note

WORDS = [
    "store",
    "queue",
    "relay",
    "index",
    "gate",
    "cache",
    "mailer",
    "scheduler",
    "monitoring",
    "proxy",
    "ledger",
    "watcher",
    "runtime-manager",
    "api",
]
KOREAN = [
    "저장소",
    "대기열",
    "중계 서버",
    "색인",
    "관문",
    "캐시",
    "메일 발송기",
    "스케줄러",
    "모니터링",
    "프록시",
    "원장",
    "감시자",
    "런타임 관리자",
    "창구",
]
VERBS = [
    ("read", "읽기"),
    ("write, update", "쓰기·갱신"),
    ("watch", "감시"),
    ("call", "호출"),
    ("collect metrics", "메트릭 수집"),
    ("log files", "로그 파일"),
    ("RPC", "RPC"),
]


def text(ko: str, en: str) -> dict[str, str]:
    return {"ko": ko, "en": en}


def component(identifier: str, zone: str, relations=(), *, name=None, order=100, optional=False, tag=None) -> Component:
    return Component.model_validate(
        {
            "id": identifier,
            "zone": zone,
            "name": name or identifier,
            "role": "what it is for",
            "tag": tag or text("하는 일", "its job"),
            "order": order,
            "optional": optional,
            "relations": [{"to": to, "kind": kind, "label": label} for to, kind, label in relations],
            "sources": ["s"],
            "does": [{"text": "It works.", "sources": ["s"]}],
            "when_down": {"stops": ["It stops."], "sources": ["s"]},
        }
    )


def settings(zones: int) -> Settings:
    names = [
        ("바깥", "Outside"),
        ("앞쪽", "Front"),
        ("뒤쪽 저장 영역", "Back storage area"),
        ("도구", "Tools"),
        ("다섯째", "Fifth"),
        ("여섯째", "Sixth"),
    ]
    return Settings.model_validate(
        {
            "id": "t",
            "title": "T",
            "subject": text("주제", "Subject"),
            "description": "D",
            "languages": [{"code": "ko", "name": "한국어", "short": "한"}, {"code": "en", "name": "English", "short": "EN"}],
            "default_language": "ko",
            "as_of": {"name": "v1", "date": "2026-01-01"},
            "license": "MIT",
            "home": {"headline": "H", "lead": "L", "start": "f"},
            "zones": [{"id": f"z{index}", "name": text(*names[index]), "kind": "K", "tone": index % 4 + 1} for index in range(zones)],
            "line_kinds": [
                {"id": "call", "name": text("호출", "call"), "style": "thin"},
                {"id": "write", "name": text("쓰기", "write"), "style": "bold"},
                {"id": "watch", "name": text("감시", "watch"), "style": "dashed"},
            ],
            "published": "2026-01-01",
        }
    )


def site(components, zones: int = 3, flows=()) -> Site:
    note = Note.model_validate({"file": "note.md", "language": "ko", "title": "N", "items": [{"id": "i", "lines": [1], "kind": "text", "text": "x"}]})
    return Site(settings(zones), tuple(components), tuple(flows), (), (), note, ("x",), (), (), (), (), {"ko": {}, "en": {}})


def random_site(seed: int, count: int, *, hub: bool, density: float = 1.3) -> Site:
    """A site of `count` boxes in a few zones; with `hub`, half of the boxes are joined to one."""
    random = Random(seed)  # noqa: S311
    zones = min(6, 2 + count // 6)
    ids = [f"{random.choice(WORDS)}-{index}" for index in range(count)]
    # A zone of its own for every box at least once, the rest by chance.
    home = {one: f"z{index % zones if index < zones else random.randrange(zones)}" for index, one in enumerate(ids)}
    relations: dict[str, list[tuple[str, str, dict[str, str]]]] = {one: [] for one in ids}
    wanted = int(count * density)
    pairs: set[tuple[str, str]] = set()
    centre = ids[1]
    while len(pairs) < wanted:
        a = random.choice(ids)
        b = centre if hub and random.random() < 0.6 else random.choice(ids)
        if a == b or (a, b) in pairs:
            if hub and len(pairs) >= count - 1:
                b = random.choice(ids)
            if a == b or (a, b) in pairs:
                continue
        pairs.add((a, b))
        en, ko = random.choice(VERBS)
        relations[a].append((b, random.choice(["call", "write", "watch"]), text(ko, en)))
    names = {one: text(f"{KOREAN[WORDS.index(one.rsplit('-', 1)[0])]} {one.rsplit('-', 1)[1]}", one) for one in ids}
    tags = [text("요청을 받아 나눔", "takes and shares requests"), text("보관", "keeps"), text("주기적으로 확인", "checks now and then")]
    made = [
        component(one, home[one], relations[one], name=names[one], order=index, optional=random.random() < 0.2, tag=random.choice(tags))
        for index, one in enumerate(ids)
    ]
    return site(made, zones)


def post_office() -> Site:
    """A small site about something else: a sorting office that everything passes through, and a flow of a letter."""
    bags, deliver, hand_over = text("가방 확인", "check bags"), text("배달", "deliver"), text("전달", "hand over")
    every = text("모든 편지가 거침", "every letter")
    parts = [
        component("sender", "z0", [("office", "call", text("접수", "hand in"))], name=text("보내는 사람", "Sender"), order=1),
        component("receiver", "z0", name=text("받는 사람", "Receiver"), order=2),
        component("office", "z1", [("archive", "write", text("기록", "record"))], name=text("분류소", "Sorting office"), tag=every, order=1),
        component("archive", "z1", name=text("기록 보관소", "Archive"), order=2, optional=True),
        component("carrier", "z2", [("office", "watch", bags), ("receiver", "call", deliver)], name=text("집배원", "Carrier"), order=1),
        component("van", "z2", [("office", "call", hand_over)], name=text("우편차", "Mail van"), order=2),
        component("customs", "z2", [("office", "watch", text("검사", "inspect"))], name=text("세관", "Customs"), order=3, optional=True),
    ]
    return site(parts, 3, [letter()])


def letter() -> Flow:
    """Five steps with a person of its own, a step inward and a step back."""
    ends = [("writer", "sender"), ("sender", "office"), ("office", "office"), ("carrier", "office"), ("carrier", "receiver")]
    kinds = ["call", "call", "watch", "watch", "write"]
    steps = [
        {
            "id": f"s{number}",
            "from": source,
            "to": target,
            "kind": kind,
            "label": text(f"{number}번째 일", f"deed {number}"),
            "detail": text("자세히.", "In detail."),
            "sources": ["s"],
        }
        for number, ((source, target), kind) in enumerate(zip(ends, kinds, strict=True), start=1)
    ]
    actor = {"id": "writer", "name": text("글쓴이", "Writer"), "zone": "z0", "at": "sender"}
    whole = {"id": "flow-letter", "title": text("편지 한 통", "One letter"), "summary": "S", "actors": [actor], "steps": steps, "sources": ["s"]}
    return Flow.model_validate(whole)


def random_flow(seed: int, lanes: int, steps: int) -> Site:
    """A site with one flow of so many lanes and steps: people of its own, every lane used, some steps inward."""
    random = Random(seed)  # noqa: S311
    names = [f"a{index}" for index in range(lanes)]
    ends = [(names[index], names[index + 1]) for index in range(lanes - 1)][:steps]
    ends += [(random.choice(names), random.choice(names)) for _ in range(steps - len(ends))]
    words = [
        ("상태를 보고 다음 일을 고름", "see the state and pick what is next"),
        ("기록", "record"),
        ("요청을 받아 검사하고 넘김", "check, then pass on"),
    ]
    zones = ["z0", "z1", "z2"]
    actors = [{"id": name, "name": text(f"{KOREAN[at % 14]} {at}", f"{WORDS[at % 14]} {at}"), "zone": zones[at % 3]} for at, name in enumerate(names)]
    made = []
    for at, (source, target) in enumerate(ends):
        ko, en = random.choice(words)
        kind = random.choice(["call", "write", "watch"])
        one = {
            "id": f"s{at}",
            "from": source,
            "to": target,
            "kind": kind,
            "label": text(ko, en),
            "detail": text("자세히.", "More."),
            "sources": ["s"],
        }
        made.append(one)
    whole = {"id": "flow-random", "title": text("긴 흐름", "A long flow"), "summary": "S", "actors": actors, "steps": made, "sources": ["s"]}
    return site(post_office().components, 3, [Flow.model_validate(whole)])
