from pathlib import Path

from generator.note_marks import find

CONTENT = Path(__file__).parents[2] / "content"


def kinds(text, **options):
    return [(mark.line, mark.kind, mark.start, mark.end) for mark in find(text.splitlines(), **options)]


def test_question_marks_each_count():
    assert kinds("a ❓ b ❓\nplain? no") == [(1, "mark", 2, 3), (1, "mark", 6, 7)]


def test_a_blank_cell_but_not_the_rule_of_a_table():
    assert kinds("| a | b |\n| -- | -- |\n| c |  |") == [(3, "blank", 5, 7)]


def test_an_empty_section_is_one_without_words_before_its_equal():
    assert kinds("## a\n### b\ntext\n### c\n\n### d\nx\n## e") == [(4, "empty", 0, 5), (8, "empty", 0, 4)]


def test_entries_below_a_todo_heading_and_lines_that_say_it():
    assert kinds("# TODO\n- a\n- b\n# next\n- c\nTODO: d") == [(2, "todo", 2, 3), (3, "todo", 2, 3), (6, "todo", 0, 7)]


def test_only_pictures_that_are_not_there():
    text = "![](a.png) ![x](b.png) ![y](https://h/c.png)"
    assert kinds(text, exists=lambda target: target == "b.png") == [(1, "missing_image", 0, 10)]


def test_the_study_note_has_eleven_marks_a_machine_can_see():
    lines = (CONTENT / "note.md").read_text(encoding="utf-8").splitlines()
    found = find(lines)
    assert [mark.line for mark in found] == [6, 17, 21, 23, 24, 24, 25, 40, 73, 82, 83]
