"""What every derived item must be: right once, explained by facts, sourced, the same everywhere and stable."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from generator import parse, pipeline
from generator.bank import figures
from generator.check import references, translations
from generator.derive import PREFIX, derive
from generator.fields import Text
from generator.questions import TYPES
from tests.unit.derive.conftest import asks, by_id, changed, find


def of(items, *starts):
    return [item for item in items.values() if item.id.startswith(starts)]


def test_there_are_many_over_everything(site, items):
    assert len(items) >= 120
    named = {name for item in items.values() for name in (item.ref, *item.about)}
    assert {box.id for box in site.boxes()} | {flow.id for flow in site.flows} <= named
    assert sum(term.id in named for term in site.terms) >= 50


def test_ids_are_unique_and_marked(site, items):
    listed = [item.id for item in derive(site)]
    assert len(listed) == len(set(listed))
    assert all(name.startswith(PREFIX) for name in listed)


def test_every_item_passes_its_own_check(items):
    assert {item.id: found for item in items.values() if (found := TYPES[item.type].check(item))} == {}


def test_names_and_languages_pass_the_rules_of_written_items(site, items):
    whole = replace(site, items=tuple(items.values()))
    origins = parse.read(pipeline.DEFAULT_CONTENT).origins
    assert list(references.check(whole, origins)) == []
    assert [problem for problem in translations.check(whole, origins) if problem.code == "K022"] == []


def test_options_are_three_to_six(items):
    assert all(3 <= len(item.options) <= (4 if item.type == "single" else 6) for item in items.values() if hasattr(item, "options"))


def test_no_wrong_option_is_joined_to_the_box_that_is_asked_for(site, items):
    joined = {frozenset((box.id, relation.to)) for box in site.boxes() for relation in box.relations}
    for item in of(items, "m-calls-", "m-called-"):
        wrong = {option.id for option in item.options if not option.correct}
        assert not any(frozenset((item.ref, name)) in joined for name in wrong), item.id


def test_all_right_options_of_a_box_are_marked(site, items):
    for item in of(items, "m-calls-"):
        targets = {relation.to for relation in find(site.boxes(), item.ref).relations}
        assert {option.id for option in item.options} & targets == {option.id for option in item.options if option.correct}


def test_no_wrong_option_stands_in_the_zone(site, items):
    for item in of(items, "m-zone-"):
        assert [option.id for option in item.options if option.correct] == [find(site.boxes(), item.ref).zone]


def test_nobody_else_starts_a_step_with_these_words(site, items):
    starts = {(step.source_actor, step.label["en"]) for flow in site.flows for step in flow.steps}
    for item in of(items, "m-who-"):
        label = next(label for _, label in starts if item.stem["en"].endswith(f"“{label}”"))
        assert [option.id for option in item.options if (option.id, label) in starts] == [option.id for option in item.options if option.correct]


def test_neither_end_of_a_step_nor_what_holds_it_is_a_wrong_answer(site, items):
    holders = {name: holder.id for name, _, holder in site.things() if holder}
    for item in of(items, "m-who-"):
        flow = find(site.flows, item.ref)
        step = flow.steps[int(item.at.removeprefix("step-")) - 1]
        ends = {step.source_actor, step.to} | {holders.get(step.source_actor), holders.get(step.to)}
        assert ends.isdisjoint(option.id for option in item.options if not option.correct), item.id


def test_only_one_option_comes_next(site, items):
    for item in of(items, "m-next-"):
        order = [step.id for step in find(site.flows, item.ref).steps]
        here = next(place for place, name in enumerate(order) if item.id == f"m-next-{item.ref}-{name}")
        assert [option.id for option in item.options if option.correct] == [order[here + 1]]
        # The step after the next would be a trap rather than a mistake.
        assert order[here : here + 3][2:] not in [[option.id] for option in item.options]


def test_blocked_flows_are_never_wrong_options(site, items):
    holders = {name: holder.id for name, _, holder in site.things() if holder}
    for item in of(items, "m-blocks-"):
        box = item.id.removeprefix("m-blocks-")
        for option in item.options:
            flow = find(site.flows, option.id)
            at = holders | {actor.id: actor.at for actor in flow.actors}
            takes_part = any(box in {at.get(step.source_actor), at.get(step.to)} for step in flow.steps)
            assert takes_part == option.correct, (item.id, option.id)


def test_the_same_text_fits_no_two(site, items):
    """A second box with the same role is no wrong option: it would be right."""
    role = find(site.components, "etcd").role
    assert "kube-scheduler" in {option.id for option in items["m-role-etcd"].options}
    now = by_id(changed(site, "components", "kube-scheduler", role=role))
    assert "m-role-etcd" not in now or "kube-scheduler" not in {option.id for option in now["m-role-etcd"].options}


def test_a_text_that_names_its_answer_is_left_out(site, items):
    assert "m-role-kube-scheduler" in items
    telling = Text({"ko": "스케줄러로서 노드를 고른다.", "en": "The scheduler that picks nodes."})
    assert "m-role-kube-scheduler" not in by_id(changed(site, "components", "kube-scheduler", role=telling))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_length_of_the_key_tells_nothing(items, language):
    found = figures(tuple(items.values()), language)
    assert found.longest <= 1.1 * found.expected
    assert found.over_ratio <= 0.1 * found.single


def test_explanations_say_a_fact(site, items):
    known = {words for thing in (site.strings[language] for language in site.languages) for words in thing.values()}
    for item in items.values():
        for option in getattr(item, "options", ()):
            assert all(words not in known and len(words) > 10 for words in option.explanation.values.values()), (item.id, option.id)


def test_the_fact_of_a_step_is_where_the_step_is_written():
    checked = pipeline.load_site(pipeline.DEFAULT_CONTENT)
    item = find(checked.site.items, "m-who-flow-deploy-bind")
    line = checked.origins.at(item.id).line
    source = (pipeline.DEFAULT_CONTENT / "flows" / "flow-deploy.yaml").read_text(encoding="utf-8").split("\n")
    assert source[line - 1].strip() == "- id: bind"
    assert item.id in checked.site.derived
    assert checked.site.items[: len(checked.site.written)] == checked.site.written


def test_a_new_term_moves_few_items(site, items):
    term = site.terms[-1].model_copy(update={"id": "t-zzz", "name": Text({"ko": "즈즈즈", "en": "zzz"}), "see": (), "aliases": ()})
    now = by_id(replace(site, terms=(*site.terms, term)))
    assert items.keys() <= now.keys() | {f"m-term-{site.terms[-1].id[2:]}", f"m-means-{site.terms[-1].id[2:]}"}
    moved = [name for name in items.keys() & now.keys() if asks(items[name]) != asks(now[name])]
    assert len(moved) <= 0.03 * len(items)


def test_every_machine_derives_the_same():
    code = (
        "import sys; from pathlib import Path; from generator.pipeline import load_site;"
        "print(*(i.model_dump_json() for i in load_site(Path(sys.argv[1])).site.items), sep='\\n')"
    )
    mail = pipeline.ROOT / "tests" / "fixtures" / "mail"
    for content in (pipeline.DEFAULT_CONTENT, mail):
        told = {
            subprocess.run(
                [sys.executable, "-c", code, str(content)],
                cwd=pipeline.ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(told) == 1


def test_a_small_site_gives_what_it_can(mail):
    site = pipeline.load_site(mail).site
    made = [item for item in site.items if item.id in site.derived]
    assert made
    assert all(len(getattr(item, "options", "123")) >= 3 for item in made)
    assert not any(item.id.startswith("m-zone") for item in made), "two zones are too few to ask for one"
