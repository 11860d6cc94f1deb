"""What must hold on every rendered page of every content tree."""

import json
import posixpath
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urldefrag, urlsplit

from generator import pipeline


def test_every_page_is_one_block_and_has_one_h1(rendered):
    for page in rendered.values():
        assert page.body.strip().startswith("<div"), page.name
        assert page.body.strip().endswith("</div>"), page.name
        assert "\t" not in page.body, page.name
        assert sum(tag == "h1" for tag, _ in page.tags) == 1, page.name


def test_ids_are_unique_on_a_page(rendered):
    for page in rendered.values():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page.name


def test_headings_skip_no_level(rendered):
    for page in rendered.values():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page.name, levels)


def test_front_matter_is_complete(rendered):
    for page in rendered.values():
        assert page.meta["title"], page.name
        assert 10 <= len(page.meta["description"]) <= 160, (page.name, page.meta["description"])
        assert page.meta["layout"] in {"home", "doc", "wide", "root"}
        assert {entry["id"] for entry in page.meta["toc"]} <= set(page.ids), page.name


def test_languages_have_the_same_pages(rendered, result):
    languages = result.checked.site.languages
    paths = [{name.removeprefix(f"{language}/") for name in rendered if name.startswith(f"{language}/")} for language in languages]
    assert paths[0] == paths[1]
    assert "index.md" in rendered


def test_every_internal_link_and_anchor_leads_somewhere(rendered, result):
    dead = []
    for page in rendered.values():
        base = "/" + page.name.removesuffix("index.md")
        for tag, given in page.tags:
            link = given.get("href") or given.get("src") or given.get("xlink:href")
            if not link or urlsplit(link).scheme:
                continue
            target, anchor = urldefrag(link)
            target = target.partition("?")[0]
            path = posixpath.normpath(posixpath.join(base, target)) if target else base.rstrip("/")
            if posixpath.splitext(path)[1]:
                if path.lstrip("/") not in result.files:
                    dead.append((page.name, tag, link))
                continue
            found = rendered.get(f"{path.lstrip('/')}/index.md".lstrip("/"))
            if found is None or (anchor and anchor not in found.ids):
                dead.append((page.name, tag, link))
    assert dead == []


def test_links_end_with_a_slash_so_that_no_host_must_redirect(rendered):
    for page in rendered.values():
        for tag, given in page.tags:
            target = urldefrag(given.get("href") or "").url.partition("?")[0]
            if tag == "a" and target and not urlsplit(target).scheme:
                assert target.endswith("/"), (page.name, target)


def test_no_page_asks_for_anything_from_another_host(rendered):
    for page in rendered.values():
        for tag, given in page.tags:
            for name in ("src", "srcset", "data", "poster", "xlink:href"):
                assert not urlsplit(given.get(name) or "").netloc, (page.name, tag, given)


def test_no_inline_style_script_or_handler(rendered):
    for page in rendered.values():
        for tag, given in page.tags:
            assert tag not in {"style", "script"}, page.name
            assert not [name for name in given if name == "style" or name.startswith("on")], (page.name, tag, given)


def test_every_line_of_the_note_is_shown_with_its_anchor(rendered, result):
    site = result.checked.site
    for language in site.languages:
        page = rendered[f"{language}/note/index.md"]
        for number in range(1, len(site.note_lines) + 1):
            assert f"L{number}" in page.ids, (language, number)


def test_every_thing_has_its_place(rendered, result):
    site = result.checked.site
    for language in site.languages:
        for component in site.components:
            page = rendered[f"{language}/components/{component.id}/index.md"]
            assert {part.id for part in component.parts} <= set(page.ids)
        for addon in site.addons:
            assert {product.id for product in addon.products} <= set(rendered[f"{language}/addons/{addon.id}/index.md"].ids)
        assert {term.id for term in site.terms} <= set(rendered[f"{language}/glossary/index.md"].ids)
        assert {source.id for source in site.sources} <= set(rendered[f"{language}/sources/index.md"].ids)
        assert {question.id for question in site.questions} <= set(rendered[f"{language}/questions/index.md"].ids)


def test_every_item_stands_on_the_page_of_its_topic_with_the_documented_attributes(rendered, result):
    site = result.checked.site
    homes = {item["id"]: item["topic"] for item in json.loads(result.files["quiz.json"])["items"]}
    for language in site.languages:
        for item in site.items:
            page = rendered[f"{language}/quiz/{homes[item.id]}/index.md"]
            root = next(given for _, given in page.tags if given.get("id") == f"q-{item.id}")
            assert (root["data-item"], root["data-type"], root["data-state"]) == (item.id, item.type, "new")


def test_the_page_of_a_topic_has_an_answer_for_each_of_its_items_in_order(rendered):
    sheets = 0
    for page in rendered.values():
        if 'class="an-sheet"' not in page.body:
            continue
        sheets += 1
        listed = page.body.partition('<details class="an-sheet">')[2].partition("</details>")[0]
        answers = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
        assert len(answers) == page.body.count('class="an-q"')
        assert all(re.sub(r"<.*?>", "", answer).strip() for answer in answers), page.name
    assert sheets


def test_every_question_page_asks_its_items(rendered, result):
    site = result.checked.site
    for language in site.languages:
        for question in site.questions:
            ids = set(rendered[f"{language}/questions/{question.id}/index.md"].ids)
            wanted = {f"q-{item.id}" for item in site.items if question.id in (item.ref, *item.about)}
            assert wanted
            assert wanted <= ids, question.id


def test_diagrams_link_every_box(rendered, result):
    site = result.checked.site
    for language in site.languages:
        body = rendered[f"{language}/components/index.md"].body
        assert 'data-diagram="architecture"' in body
        figure = body[body.index('data-diagram="architecture"') :]
        for box in site.boxes():
            assert f'data-id="{box.id}"' in figure, box.id
        for flow in site.flows:
            assert f'data-diagram="{flow.id}"' in rendered[f"{language}/flows/{flow.id}/index.md"].body


def test_the_same_content_gives_the_same_bytes(result):
    again = pipeline.render_pages(result.checked, pipeline.ROOT / "docs")
    assert again.files == result.files
    assert again.extra == result.extra


def test_every_module_a_page_asks_for_is_there(rendered, result):
    folder = result.extra["assets"]
    for page in rendered.values():
        for name in page.meta["modules"]:
            assert f"{folder}js/{name}.js" in result.files, (page.name, name)
