import re

from generator.assets import gather
from generator.pipeline import ROOT


def make(docs, **files):
    for name, text in files.items():
        path = docs / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_style_sheets_are_joined_in_order_and_the_folder_is_named_after_its_content(tmp_path):
    make(tmp_path, css__site__20_css="b {}", css__site__10_css="a {}\n", css__note_css="c {}", js__x_js="1")
    first = gather(tmp_path)
    assert first.files[f"{first.folder}css/site.css"] == b"a{}b{}"
    assert first.files[f"{first.folder}css/note.css"] == b"c{}"
    assert first.files[f"{first.folder}js/x.js"] == b"1"
    assert gather(tmp_path) == first
    make(tmp_path, js__x_js="2")
    assert gather(tmp_path).folder != first.folder


def test_what_is_published_is_small_and_what_is_served_stays_readable(tmp_path):
    script = "// why\nexport const word = `two  spaces  ${ 1 }`;  \n"
    make(tmp_path, css__site_css="a {\n  color: red; /* why */\n}\n", js__x_js=script, js__vendor__y_js=script)
    small, whole = gather(tmp_path), gather(tmp_path, small=False)
    assert small.files[f"{small.folder}css/site.css"] == b"a{color:red}"
    assert small.files[f"{small.folder}js/x.js"] == b"export const word=`two  spaces  ${ 1 }`;"
    assert small.files[f"{small.folder}js/vendor/y.js"] == script.encode()
    assert whole.files[f"{whole.folder}js/x.js"] == script.encode()
    assert b"why" in whole.files[f"{whole.folder}css/site.css"]


def test_no_script_nests_a_template_in_a_template():
    """The minifier would take a template inside another's `${}` for the end of the outer one."""
    nested = re.compile(r"`[^`]*\$\{[^}`]*`")
    found = [
        path.name for path in (ROOT / "docs" / "js").rglob("*.js") if "vendor" not in path.parts and nested.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
