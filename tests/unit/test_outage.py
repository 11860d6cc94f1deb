from generator import pipeline
from generator.outage import outages


def by_id(content):
    return {outage.box.id: outage for outage in outages(pipeline.load_site(content).site)}


def test_the_steps_a_box_takes_part_in_are_blocked_from_the_first_on(mail):
    found = by_id(mail)
    assert [(one.flow.id, one.steps) for one in found["relay"].blocked] == [("flow-send", (1, 2, 3))]
    assert [(one.flow.id, one.steps) for one in found["mailbox"].blocked] == [("flow-send", (3,))]
    assert found["mailbox"].unharmed == ()


def test_a_box_in_no_flow_harms_none(mail):
    assert by_id(mail)["filter"].blocked == ()
    assert [flow.id for flow in by_id(mail)["filter"].unharmed] == ["flow-send"]


def test_relations_break_in_both_directions(mail):
    assert [(holder, relation.to) for holder, relation in by_id(mail)["mailbox"].relations] == [("relay", "mailbox"), ("filter", "mailbox")]


def test_an_actor_stops_with_the_box_it_stands_in(mail, edit):
    edit("flows/flow-send.yaml", "zone: sender}", "zone: sender, at: mailbox}")
    assert by_id(mail)["mailbox"].blocked[0].steps == (0, 3)


def test_a_part_stops_with_its_component(mail, edit):
    edit("flows/flow-send.yaml", "from: client, to: relay", "from: client, to: queue")
    assert by_id(mail)["relay"].blocked[0].steps == (1, 2, 3)


def test_a_changed_model_changes_the_outage(mail, edit):
    edit("flows/flow-send.yaml", "from: relay, to: mailbox", "from: relay, to: client")
    assert by_id(mail)["mailbox"].blocked == ()
