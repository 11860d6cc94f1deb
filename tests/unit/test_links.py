"""The last look at a finished site: each kind of fault is planted once, and found at its place."""

from pathlib import Path

import pytest

from generator import links

ROOT = "https://example.org/notes/"


def page(language, path="", *, root=ROOT, extra="", head=""):
    """A page in two languages as the theme writes it."""

    def address(code):
        return f"{root}{code}/{path}"

    return f"""<!doctype html>
<html lang="{language}"><head>
<link rel="canonical" href="{address(language)}">
<link rel="alternate" hreflang="ko" href="{address("ko")}">
<link rel="alternate" hreflang="en" href="{address("en")}">
<link rel="alternate" hreflang="x-default" href="{address("ko")}">
{head}</head><body><main id="main"><a href="#main">top</a>
{extra}</main></body></html>
"""


@pytest.fixture
def site(tmp_path) -> Path:
    """A small site without a fault: a home page and one below it, in two languages, a picture and a site map."""
    for code, up in (("ko", ""), ("en", "")):
        write(tmp_path, f"{code}/index.html", page(code, extra=f'<a href="one/">one</a><a href="one/?topic=x#part">part</a><img src="../a.svg">{up}'))
        write(
            tmp_path,
            f"{code}/one/index.html",
            page(code, "one/", extra='<h2 id="part">part</h2><a href="../">up</a><a href="https://elsewhere.org/x">x</a>'),
        )
    write(tmp_path, "a.svg", "<svg/>")
    write(tmp_path, "404.html", '<html lang="ko"><a href="/notes/ko/">home</a></html>')
    locations = "".join(f"<url><loc>{ROOT}{code}/{path}</loc></url>" for code in ("ko", "en") for path in ("", "one/"))
    write(tmp_path, "sitemap.xml", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>')
    return tmp_path


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_whole_site_has_no_fault(site):
    assert links.check(site, ROOT) == []


CANONICAL = f'canonical" href="{ROOT}'
ENGLISH = f'hreflang="en" href="{ROOT}en/"'
PLANTED = {
    "dead page": ("ko/index.html", page("ko", extra='<a href="two/">two</a>'), "K100", 8, "two/"),
    "missing picture": ("ko/index.html", page("ko", extra='<img src="b.png">'), "K100", 8, "ko/b.png"),
    "missing style sheet": ("ko/index.html", page("ko", head='<link rel="stylesheet" href="../site.css">'), "K100", 7, "site.css"),
    "page of another case": ("ko/index.html", page("ko", extra='<a href="One/">one</a>'), "K100", 8, "One"),
    "dead anchor on the page": ("ko/index.html", page("ko", extra='<a href="#nowhere">x</a>'), "K101", 8, "#nowhere"),
    "dead anchor elsewhere": ("ko/index.html", page("ko", extra='<a href="one/#nowhere">x</a>'), "K101", 8, "#nowhere"),
    "dead page with the full address": ("ko/index.html", page("ko", extra=f'<a href="{ROOT}ko/two/">x</a>'), "K100", 8, "ko/two"),
    "an id twice": ("ko/index.html", page("ko", extra='<p id="main">x</p>'), "K102", 8, "'main' stands 2 times"),
    "link from the host's root": ("ko/index.html", page("ko", extra='<a href="/ko/one/">x</a>'), "K106", 8, "host's root"),
    "another page's canonical address": (
        "ko/index.html",
        page("ko").replace(f"{CANONICAL}ko/", f"{CANONICAL}en/"),
        "K104",
        3,
        "en/index.html",
    ),
    "a page in the wrong language": ("ko/index.html", page("ko").replace('<html lang="ko"', '<html lang="en"'), "K105", 1, "lang='en'"),
    "no x-default": ("ko/index.html", page("ko").replace("x-default", "fr"), "K103", 4, "other languages"),
    "relative alternate": (
        "ko/index.html",
        page("ko").replace(ENGLISH, 'hreflang="en" href="../en/"'),
        "K103",
        5,
        "full address",
    ),
    "alternate that is another page": (
        "ko/index.html",
        page("ko").replace(ENGLISH, f'hreflang="en" href="{ROOT}en/one/"'),
        "K103",
        5,
        "does not name this page",
    ),
    "missing translation": ("ko/two/index.html", page("ko", "two/"), "K100", 5, "en/two"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_at_its_place(site, name):
    file, text, code, line, says = PLANTED[name]
    write(site, file, text)
    found = links.check(site, ROOT)
    assert (code, line) in [(problem.code, problem.position.line) for problem in found if problem.position.file == file]
    assert any(says in problem.message for problem in found if problem.code == code)
    assert all(problem.help for problem in found)


def test_an_address_of_the_site_map_that_does_not_exist(site):
    (site / "sitemap.xml").write_text((site / "sitemap.xml").read_text().replace("en/one/", "en/two/"))
    (found,) = links.check(site, ROOT)
    assert (found.code, found.position.file) == ("K107", "sitemap.xml")


def test_without_a_public_address_relative_alternates_are_right(site):
    for file in site.rglob("index.html"):
        depth = "../" * (len(file.relative_to(site).parts) - 1)
        file.write_text(file.read_text().replace(ROOT, depth))
    assert links.check(site) == []
