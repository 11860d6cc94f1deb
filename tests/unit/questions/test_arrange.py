"""The order of options: shuffled by a seed alone, with fixed ones in place."""

from dataclasses import dataclass

from generator.questions import arrange


@dataclass(frozen=True)
class One:
    name: str
    fixed: bool = False


LIST = [One(name) for name in "abcdef"]


def test_the_same_seed_gives_the_same_order_and_every_entry():
    assert arrange(LIST, "x") == arrange(LIST, "x")
    assert sorted(one.name for one in arrange(LIST, "x")) == list("abcdef")


def test_seeds_spread_the_first_place_over_all_entries():
    assert {arrange(LIST, str(seed))[0].name for seed in range(200)} == set("abcdef")


def test_a_fixed_entry_keeps_its_place():
    listed = [*LIST, One("none of these", fixed=True)]
    assert all(arrange(listed, str(seed))[-1].name == "none of these" for seed in range(50))


def test_a_list_whose_order_is_the_key_is_never_shown_in_it():
    pair = [One("a"), One("b")]
    assert all(arrange(pair, str(seed), moved=True) == (pair[1], pair[0]) for seed in range(50))
