"""Stepping through a flow: by button, by key, by address, and without a script."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "flows/flow-deploy/"
ROWS = ".an-lanes__rows > li"


def test_buttons_and_arrow_keys_step_and_the_address_follows(page, base):
    page.goto(f"{base}en/{PAGE}")
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page).to_have_url(re.compile(r"#step-1$"))
    status = page.locator(".an-stage").get_by_role("status")
    expect(status).to_contain_text("1/14")
    expect(status).to_contain_text("kubectl apply -f deploy.yaml")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"#step-3$"))
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#step-2")).to_have_attribute("aria-current", "step")
    expect(page.locator(f"{ROWS}[aria-current]")).to_have_count(1)
    page.get_by_role("button", name="Expand all").click()
    expect(page.locator(f"{ROWS}[aria-current]")).to_have_count(0)
    expect(page.locator(".an-stage__in")).to_be_hidden()
    expect(page.locator(f"{ROWS} .more:visible")).to_have_count(14)


def test_a_deep_link_opens_its_step_and_back_returns(page, base):
    page.goto(f"{base}ko/{PAGE}#step-5")
    status = page.locator(".an-stage").get_by_role("status")
    expect(status).to_contain_text("5/14")
    expect(status).to_be_in_viewport()
    page.get_by_role("button", name="다음", exact=True).click()
    expect(status).to_contain_text("6/14")
    page.go_back()
    expect(status).to_contain_text("5/14")


def test_the_step_is_marked_on_the_small_architecture(page, base):
    page.goto(f"{base}en/{PAGE}#step-4")
    lit = page.locator(".mini [data-id].lit")
    expect(lit).to_have_count(2)
    assert set(lit.evaluate_all("all => all.map(one => one.dataset.id)")) == {"kube-apiserver", "etcd"}
    expect(page.locator(".mini .edges .lit")).to_have_count(1)


def test_the_last_step_ends_the_way(page, base):
    page.goto(f"{base}en/{PAGE}#step-14")
    expect(page.get_by_role("button", name="Next", exact=True)).to_be_disabled()
    page.locator(".an-ctl ol a").first.click()
    expect(page.get_by_role("button", name="Previous", exact=True)).to_be_disabled()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_every_step_is_told_and_a_link_marks_one(context, base, site):
    page = context.new_page()
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}ko/{PAGE}#step-5")
    expect(page.locator(f"{ROWS} .more:visible")).to_have_count(len(flow.steps))
    expect(page.locator(".an-stage button:visible")).to_have_count(0)
    plain, marked = (page.locator(f"#step-{number}").evaluate("one => getComputedStyle(one).backgroundColor") for number in (4, 5))
    assert plain != marked
    page.locator(".an-ctl ol a").nth(8).click()
    expect(page).to_have_url(re.compile(r"#step-9$"))


def test_the_list_is_the_diagram_for_those_who_listen(page, base, site):
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}en/{PAGE}")
    items = page.locator(f"figure[data-diagram=flow-deploy] {ROWS}")
    expect(items).to_have_count(len(flow.steps))
    expect(items.nth(4)).to_contain_text("Deployment controller")
    expect(items.nth(4)).to_contain_text("kube-apiserver")
    expect(items.locator("svg[aria-hidden=true]")).not_to_have_count(0)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_lane_names_do_not_cover_each_other(page, base, site, language):
    for flow in site.flows:
        page.goto(f"{base}{language}/flows/{flow.id}/")
        covered = page.locator(".an-lanes__head text").evaluate_all(
            """all => { const boxes = all.map(one => [one.textContent, one.getBoundingClientRect()]);
              return boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
                .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                .map(([other]) => [name, other])); }"""
        )
        assert covered == [], flow.id


@pytest.mark.parametrize(("width", "beside"), [(360, False), (768, True), (1280, True)])
def test_the_arrows_stand_beside_the_steps_where_there_is_room(page, base, width, beside):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}en/{PAGE}")
    rows = [(row.locator(".tx").bounding_box(), row.locator(".tk svg").bounding_box()) for row in page.locator(ROWS).all()]
    assert [words["x"] + words["width"] <= arrow["x"] and words["y"] <= arrow["y"] + arrow["height"] / 2 for words, arrow in rows] == [beside] * 14
    assert len({arrow["x"] for _, arrow in rows}) == 1
