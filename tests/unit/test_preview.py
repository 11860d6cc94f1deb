"""The author's desk: what is read again, what is drawn again, what is shown while the content is broken."""

import pytest

from generator import load, parse, pipeline
from generator.diagrams import UndrawnError
from generator.diagrams.graph import graph
from generator.preview import Desktop, Judge, Panel
from generator.problems import Position, Problem, Severity
from generator.render import Press
from generator.shelf import Shelf

CLIENT = "en/components/client/index.md"


def go_on():
    return False


@pytest.fixture
def desktop(mail):
    one = Desktop(mail, pipeline.ROOT / "docs")
    one.read()
    one.judge(go_on)
    return one


def shown(desktop, name=CLIENT):
    sight = desktop.look(name)
    return sight.data.decode() if sight else None


def codes(desktop):
    return [problem.code for problem in desktop.problems]


def test_only_files_that_changed_are_read_again(mail, edit, monkeypatch):
    shelf = Shelf()
    first = parse.read(mail, shelf)
    read = []
    real = load.load
    monkeypatch.setattr(load, "load", lambda path, name: read.append(path.name) or real(path, name))
    assert parse.read(mail, shelf).site.components == first.site.components
    assert read == []
    edit("components/client.yaml", "Submits what a person wrote.", "Hands in what a person wrote.")
    again = parse.read(mail, shelf)
    assert read == ["client.yaml"]
    assert again.site.components != first.site.components
    assert again.site.components == parse.read(mail).site.components


def test_problems_of_a_kept_file_are_told_again(mail, edit):
    shelf = Shelf()
    edit("components/client.yaml", "zone: sender", "zoen: sender")
    assert parse.read(mail, shelf).problems == parse.read(mail, shelf).problems != []


def test_only_pages_that_are_looked_at_are_drawn_and_once(desktop, edit, monkeypatch):
    drawn = []
    real = Press.page
    monkeypatch.setattr(Press, "page", lambda self, name: drawn.append(name) or real(self, name))
    edit("components/client.yaml", "Submits what a person wrote.", "Hands in what a person wrote.")
    assert desktop.read()
    assert "Hands in what" in shown(desktop)
    shown(desktop)
    assert drawn == [CLIENT]


def test_nothing_happens_when_nothing_changed(desktop):
    before = desktop.number
    assert not desktop.read()
    assert desktop.number == before


def test_the_preview_shows_what_a_build_shows(desktop, mail):
    built = pipeline.render_pages(pipeline.load_site(mail), pipeline.ROOT / "docs", small=False).pages
    assert {name: shown(desktop, name) for name in built} == {name: data.decode() for name, data in built.items()}


def test_a_broken_page_is_shown_as_it_was_last_good(desktop, edit):
    good = shown(desktop)
    edit("components/client.yaml", "id: client", "id: [client")
    desktop.read()
    assert shown(desktop) == good
    assert not desktop.look(CLIENT).fresh
    assert "K003" in codes(desktop)
    desktop.judge(go_on)
    assert "K003" in codes(desktop)
    edit("components/client.yaml", "id: [client", "id: client")
    desktop.read()
    desktop.judge(go_on)
    assert desktop.look(CLIENT).fresh
    assert not {"K003"} & set(codes(desktop))


def test_what_was_wrong_in_a_file_is_gone_as_soon_as_the_file_is_mended(desktop, edit):
    edit("components/client.yaml", "zone: sender", "zoen: sender")
    edit("components/client.yaml", "to: relay", "to: realy")
    desktop.read()
    desktop.judge(go_on)
    assert {"K010", "K011"} <= set(codes(desktop))
    edit("components/client.yaml", "zoen: sender", "zone: sender")
    desktop.read()
    assert not {"K010", "K011"} & set(codes(desktop)), "the reader knows, before any rule is applied"
    desktop.judge(go_on)
    assert codes(desktop) == ["K021"], "what only a rule can find is found again"


def test_other_pages_change_while_one_file_is_broken(desktop, edit):
    edit("components/mailbox.yaml", "zone: receiver", "zone: [receiver")
    edit("components/client.yaml", "Submits what a person wrote.", "Hands in what a person wrote.")
    desktop.read()
    assert "K003" in codes(desktop)
    assert shown(desktop)


def test_the_judgement_gives_way_to_a_newer_edit(desktop, edit):
    edit("components/client.yaml", "zone: sender", "zone: sendr")
    desktop.read()
    desktop.judge(lambda: True)
    assert not desktop.judged
    assert "K021" not in codes(desktop)
    desktop.judge(go_on)
    assert "K021" in codes(desktop)


def test_a_section_that_is_not_there_is_found_as_in_a_build(desktop, edit):
    edit("items.yaml", "ref: oq-mx", "ref: oq-mx\n  at: nowhere")
    desktop.read()
    desktop.judge(go_on)
    assert "K048" in codes(desktop)


@pytest.mark.parametrize(
    ("language", "spoken", "words"), [("ko", "ko", "오류 1개"), ("en", "en", "Errors: 1"), ("ja", "en", "Errors: 1"), ("..", "en", "Errors: 1")]
)
def test_the_panel_speaks_the_language_of_the_page_or_says_which_it_speaks(language, spoken, words):
    html = Panel([Problem(Position("a.yaml"), "K003", "broken")], language).html()
    assert words in html
    assert f'lang="{spoken}"' in html.partition(">")[0]


def test_the_panel_escapes_what_it_shows_and_puts_the_own_file_first():
    problems = [Problem(Position(name), "K003", "<script>alert(1)</script>") for name in ("a.yaml", "b.yaml")]
    html = Panel(problems, "en", own="b.yaml").html()
    assert "<script>" not in html
    assert html.index("b.yaml:1:1") < html.index("a.yaml:1:1")


def test_the_panel_shows_the_first_of_very_many():
    html = Panel([Problem(Position("a.yaml", line), "K099", "x", "", Severity.WARNING) for line in range(1, 61)], "en").html()
    assert html.count("<li>") == 50
    assert "10 more" in html


def made(desktop):
    """Ids of the items made from the model that the preview shows."""
    return {item.id for item in desktop.edition().items}


def test_items_made_from_the_model_stay_after_an_edit(desktop, edit, mail):
    before = made(desktop)
    assert before
    for old, new in (
        ("Submits what a person wrote.", "Hands in what a person wrote."),
        ("Hands in what a person wrote.", "Submits what a person wrote."),
    ):
        edit("components/client.yaml", old, new)
        desktop.read()
        desktop.judge(go_on)
        assert made(desktop) == {item.id for item in pipeline.load_site(mail).site.items if item.id.startswith("m-")}
    assert made(desktop) == before


def test_a_drawing_without_room_is_a_problem_with_a_place(desktop, edit, monkeypatch):
    def cannot(site, language, *_args, **_more):
        raise UndrawnError(graph(site, language).links[:1])

    monkeypatch.setattr("generator.diagrams.architecture", cannot)
    monkeypatch.setattr("generator.diagrams.around", cannot)
    edit("components/client.yaml", "Submits what a person wrote.", "Hands in what a person wrote.")
    desktop.read()
    desktop.judge(go_on)
    assert "K070" in codes(desktop)
    assert all(problem.position.line > 1 for problem in desktop.problems if problem.code == "K070")


def test_errors_are_told_on_the_terminal_once_and_so_is_their_end(mail, edit):
    told = []
    desktop = Desktop(mail, pipeline.ROOT / "docs")
    judge = Judge(desktop, lambda problems: told.append([problem.code for problem in problems]))
    desktop.read()
    judge.judge()
    assert told == []
    edit("components/client.yaml", "id: client", "id: [client")
    desktop.read()
    judge.judge()
    judge.judge()
    assert told == [["K003"]]
    edit("components/client.yaml", "id: [client", "id: client")
    desktop.read()
    judge.judge()
    assert told == [["K003"], []]
