"""A changed fact changes the key of the item that asks for it, or at least makes saved answers out of date."""

import pytest

from tests.unit.derive.conftest import asks, by_id, changed, find, keys, swapped


def test_exchanged_roles(site, items):
    now = by_id(swapped(site, "components", "etcd", "kube-scheduler", "role"))
    for name in ("m-role-etcd", "m-role-kube-scheduler"):
        assert now[name].stem != items[name].stem
        assert asks(now[name]) != asks(items[name])


def test_exchanged_roles_of_parts(site, items):
    manager = find(site.components, "kube-controller-manager")
    roles = {part.id: part.role for part in manager.parts}
    other = {"replicaset-controller": "hpa-controller", "hpa-controller": "replicaset-controller"}
    parts = tuple(part.model_copy(update={"role": roles[other.get(part.id, part.id)]}) for part in manager.parts)
    now = by_id(changed(site, "components", "kube-controller-manager", parts=parts))
    assert {asks(items[name]) for name in items if name == "m-role-hpa-controller"}.isdisjoint(
        {asks(item) for name, item in now.items() if name == "m-role-hpa-controller"}
    )


def test_what_a_component_does(site, items):
    now = by_id(swapped(site, "components", "etcd", "kube-scheduler", "does"))
    assert asks(now["m-does-etcd"]) != asks(items["m-does-etcd"])


def test_another_zone(site, items):
    now = by_id(changed(site, "components", "kube-scheduler", zone="node"))
    assert keys(items["m-zone-kube-scheduler"]) == {"control-plane"}
    assert keys(now["m-zone-kube-scheduler"]) == {"node"}


def test_another_target_of_a_relation(site, items):
    scheduler = find(site.components, "kube-scheduler")
    relation = scheduler.relations[0].model_copy(update={"to": "registry"})
    now = by_id(changed(site, "components", "kube-scheduler", relations=(relation,)))
    assert keys(items["m-calls-kube-scheduler"]) == {"kube-apiserver"}
    assert keys(now["m-calls-kube-scheduler"]) == {"registry"}
    assert "kube-scheduler" in {option.id for option in now["m-called-registry"].options if option.correct}


def test_another_actor_of_a_step(site, items):
    flow = find(site.flows, "flow-node-failure")
    steps = tuple(step.model_copy(update={"source_actor": "job-controller"}) if step.id == "replace" else step for step in flow.steps)
    now = by_id(changed(site, "flows", flow.id, steps=steps))
    assert keys(items["m-who-flow-node-failure-replace"]) == {"replicaset-controller"}
    assert keys(now["m-who-flow-node-failure-replace"]) == {"job-controller"}


def test_another_order_of_steps(site, items):
    flow = find(site.flows, "flow-deploy")
    first, second, third, *rest = flow.steps
    now = by_id(changed(site, "flows", flow.id, steps=(first, third, second, *rest)))
    assert keys(items["m-next-flow-deploy-apply"]) == {"send"}
    assert keys(now["m-next-flow-deploy-apply"]) == {"check"}
    for name in ("m-order-flow-deploy", "m-trace-flow-deploy"):
        assert name not in items or asks(now[name]) != asks(items[name])


def test_exchanged_outages(site, items):
    now = by_id(swapped(site, "components", "kube-scheduler", "kube-controller-manager", "when_down"))
    for name in ("m-down-kube-scheduler", "m-down-kube-controller-manager"):
        assert name not in now or keys(now[name]) != keys(items[name])


def test_a_flow_that_no_longer_needs_a_box(site, items):
    flow = find(site.flows, "flow-dns")
    steps = tuple(step for step in flow.steps if "coredns" not in {step.source_actor, step.to})
    now = by_id(changed(site, "flows", flow.id, steps=steps))
    assert keys(items["m-blocks-dns"]) == {"flow-dns"}
    assert "m-blocks-dns" not in now or keys(now["m-blocks-dns"]) != {"flow-dns"}


@pytest.mark.parametrize("name", ["m-term-quorum", "m-term-taint", "m-means-namespace"])
def test_exchanged_definitions(site, items, name):
    term = f"t-{name.split('-', 2)[2]}"
    now = by_id(swapped(site, "terms", term, "t-label", "definition"))
    assert name not in now or asks(now[name]) != asks(items[name])


def test_a_loose_step_has_no_place_in_the_order(site, items):
    assert "m-next-flow-termination-pre-stop" in items
    assert not any("drain-endpoint" in {option.id for option in item.options} for item in items.values() if item.id.startswith("m-next"))
    flow = find(site.flows, "flow-termination")
    steps = tuple(step.model_copy(update={"loose": step.id == "pre-stop"}) for step in flow.steps)
    now = by_id(changed(site, "flows", flow.id, steps=steps))
    assert "m-next-flow-termination-pre-stop" not in now
    assert "m-next-flow-termination-delete" in now
