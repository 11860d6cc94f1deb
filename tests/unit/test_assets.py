from generator.assets import gather


def make(docs, **files):
    for name, text in files.items():
        path = docs / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_style_sheets_are_joined_in_order_and_the_folder_is_named_after_its_content(tmp_path):
    make(tmp_path, css__20_css="b {}", css__10_css="a {}\n", js__x_js="1")
    first = gather(tmp_path)
    assert first.files[f"{first.folder}site.css"] == b"a {}\nb {}\n"
    assert first.files[f"{first.folder}js/x.js"] == b"1"
    assert gather(tmp_path) == first
    make(tmp_path, js__x_js="2")
    assert gather(tmp_path).folder != first.folder
