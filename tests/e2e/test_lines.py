"""Where lines break: in Korean a particle stays with its word, whatever that word ends in."""

import pytest

TORN = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const torn = [], range = document.createRange();
  const box = (node, at) => { range.setStart(node, at); range.setEnd(node, at + 1); return [...range.getClientRects()].find((one) => one.width); };
  const block = (one) => { while (/inline|contents/.test(getComputedStyle(one).display)) one = one.parentElement; return one; };
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let last = null, node; (node = words.nextNode()); last = node) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest("svg, .an-note, .say")) continue;
    if (node.parentElement.closest("thead")?.offsetWidth === 1) continue;
    for (let at = 0; at < node.length; at += 1) {
      const [before, here] = at ? [node, at - 1] : [last, (last?.length ?? 0) - 1];
      if (!/[가-힣]/.test(node.data[at]) || !/[)\\]’”%A-Za-z0-9]/.test(before?.data[here] ?? " ")) continue;
      if (before !== node && block(before.parentElement) !== block(node.parentElement)) continue;
      const [a, b] = [box(before, here), box(node, at)];
      if (!a || !b || b.left > a.left || b.top < a.top + a.height / 2) continue;
      torn.push(`${before.data.slice(Math.max(0, here - 20), here + 1)}|${node.data.slice(at, at + 4)}`);
    }
  }
  return torn;
}"""
PAGES = (
    "", "components/", "components/kubelet/", "components/kube-scheduler/", "components/kube-controller-manager/", "components/pod/", "path/",
    "addons/network/", "flows/flow-deploy/", "questions/oq-default-serviceaccount/", "quiz/kubelet/", "errata/", "glossary/", "quality/",
)  # fmt: skip


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_line_begins_with_the_particle_of_the_word_before(page, base, width):
    page.set_viewport_size({"width": width, "height": 900})
    torn = {}
    for path in PAGES:
        page.goto(f"{base}ko/{path}")
        torn[path] = page.evaluate(TORN)
    assert not {path: lines for path, lines in torn.items() if lines}
