"""Stepping through a flow: by button, by key, by address, and without a script."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "flows/flow-deploy/"


def test_buttons_and_arrow_keys_step_and_the_address_follows(page, base):
    page.goto(f"{base}en/{PAGE}")
    page.get_by_role("link", name="Next", exact=True).click()
    expect(page).to_have_url(re.compile(r"#step-1$"))
    expect(page.locator(".an-stage .num")).to_have_text("Step 1/14")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"#step-3$"))
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#step-2")).to_have_attribute("aria-current", "step")
    expect(page.locator(".an-lanes > [aria-current]")).to_have_count(1)
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator(".an-lanes > [aria-current]")).to_have_count(0)
    expect(page.locator(".an-stage__in")).to_be_hidden()


def test_a_deep_link_opens_its_step_and_back_returns(page, base):
    page.goto(f"{base}ko/{PAGE}#step-5")
    stage = page.locator(".an-stage__in")
    expect(stage.locator(".num")).to_have_text("5/14단계")
    expect(stage).to_be_in_viewport()
    assert stage.get_attribute("aria-live") == "polite"
    page.get_by_role("link", name="다음", exact=True).click()
    expect(stage.locator(".num")).to_have_text("6/14단계")
    page.go_back()
    expect(stage.locator(".num")).to_have_text("5/14단계")


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_every_step_is_told_and_a_link_marks_one(context, base, site):
    page = context.new_page()
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}ko/{PAGE}#step-5")
    expect(page.locator(".an-lanes > li .dt:visible")).to_have_count(len(flow.steps))
    plain, marked = (page.locator(f"#step-{number}").evaluate("one => getComputedStyle(one).backgroundColor") for number in (4, 5))
    assert plain != marked


def test_the_list_is_the_diagram_for_those_who_listen(page, base, site):
    flow = next(one for one in site.flows if one.id == "flow-deploy")
    page.goto(f"{base}en/{PAGE}")
    figure = page.locator("figure[data-diagram=flow-deploy]")
    items = figure.locator("ol.an-lanes > li")
    expect(items).to_have_count(len(flow.steps))
    expect(items.nth(4)).to_contain_text("Deployment controller → kube-apiserver")
    expect(figure.locator("ol.an-lanes svg.fl[aria-hidden=true]")).to_have_count(len(flow.steps))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_lane_names_do_not_cover_each_other(page, base, site, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    for flow in site.flows:
        page.goto(f"{base}{language}/flows/{flow.id}/")
        covered = page.locator(".an-seq__hd li > :last-child").evaluate_all(
            """all => { const boxes = all.filter(one => one.offsetParent).map(one => [one.textContent, one.getBoundingClientRect()]);
              return boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
                .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
                .map(([other]) => [name, other])); }"""
        )
        assert covered == [], flow.id
