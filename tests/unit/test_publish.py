import os
import subprocess
import sys

import pytest

from generator import pipeline, publish


def test_the_stage_takes_the_place_of_the_site(tmp_path):
    site = tmp_path / "site"
    for text in ("first", "second"):
        staged = publish.stage(site)
        (staged / "index.html").write_text(text)
        publish.swap(staged, site)
        assert (site / "index.html").read_text() == text
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_it_works_without_the_exchange_call(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "_exchange", lambda first, second: False)
    test_the_stage_takes_the_place_of_the_site(tmp_path)


def test_a_failing_move_leaves_the_old_site(tmp_path, monkeypatch):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    monkeypatch.setattr(publish, "_exchange", lambda first, second: False)
    with pytest.raises(FileNotFoundError):
        publish.swap(tmp_path / "gone", site)
    assert (site / "index.html").read_text() == "old"


@pytest.mark.parametrize("exchange", [True, False])
def test_hidden_entries_of_the_old_site_stay(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(publish, "_exchange", lambda first, second: False)
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".nojekyll").write_text("old")
    staged = publish.stage(site)
    (staged / ".nojekyll").write_text("new")
    publish.swap(staged, site)
    assert (site / ".git" / "HEAD").read_text() == "ref"
    assert (site / ".nojekyll").read_text() == "new"


HOLDER = """
import sys, time
from pathlib import Path
from generator import publish
with publish.lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_is_refused_until_the_first_is_done_or_dead(tmp_path):
    site = tmp_path / "site"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(site)], cwd=pipeline.ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline() == "held\n"
        with pytest.raises(publish.BusyError, match="another build"), publish.lock(site):
            pass
        first.kill()
        first.wait()
        with publish.lock(site):
            pass
    assert list(tmp_path.iterdir()) == []


def engine(mail, out, *arguments, **environment):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(pipeline.ROOT / "mkdocs.yml"), "-d", str(out), *arguments]
    variables = {**os.environ, "ANSWERED_NOTES_CONTENT": str(mail.resolve()), "ANSWERED_NOTES_BUILD": str(out.parent / "build"), **environment}
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)


def test_broken_content_leaves_the_old_site_as_it_was(mail, edit, tmp_path):
    out = tmp_path / "out" / "site"
    assert engine(mail, out).returncode == 0
    before = {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    edit("components/client.yaml", "to: relay", "to: relai")
    broken = engine(mail, out)
    assert broken.returncode == 1
    assert "components/client.yaml:7:10: error[K021]" in broken.stderr
    assert "Traceback" not in broken.stderr
    assert {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in out.parent.iterdir() if path.name != "build") == ["site"]


def test_a_failing_strict_build_leaves_the_old_site_as_it_was(mail, tmp_path):
    out = tmp_path / "out" / "site"
    assert engine(mail, out).returncode == 0
    stamp = (out / "index.html").stat().st_ino
    (tmp_path / "out" / "build" / "docs" / "stray.md").write_text("[dead](nowhere.md)\n")
    assert engine(mail, out).returncode == 1, "a page outside the navigation is a warning, and strict"
    assert (out / "index.html").stat().st_ino == stamp
    assert sorted(path.name for path in out.parent.iterdir()) == ["build", "site"]


def test_canonical_and_alternates_are_absolute_where_the_address_is_known(mail, tmp_path):
    out = tmp_path / "out" / "site"
    assert engine(mail, out, SITE_URL="https://example.org/notes/").returncode == 0
    html = (out / "ko" / "components" / "relay" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/notes/ko/components/relay/">' in html
    assert '<link rel="alternate" hreflang="x-default" href="https://example.org/notes/en/components/relay/">' in html
    lost = (out / "404.html").read_text(encoding="utf-8")
    assert 'href="/notes/ko/"' in lost
    sitemap = (out / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/notes/ko/components/relay/</loc>" in sitemap
    assert 'hreflang="en" href="https://example.org/notes/en/components/relay/"' in sitemap
    assert "lastmod" not in sitemap, "the day of the build is not in the site"


def test_words_of_the_content_stay_words_in_the_frame(mail, edit, tmp_path):
    out = tmp_path / "out" / "site"
    hostile = "subject: {ko: '\"><b>나</b>', en: '\"><b>x</b> & y'}\nrepository: https://example.org/mail"
    edit("site.yaml", "subject: {ko: 메일 전송, en: Mail delivery}", hostile)
    assert engine(mail, out).returncode == 0
    home = (out / "en" / "index.html").read_text(encoding="utf-8")
    assert "<b>x</b>" not in home
    assert "&#34;&gt;&lt;b&gt;x&lt;/b&gt; &amp; y</span>" in home
    page = (out / "en" / "components" / "relay" / "index.html").read_text(encoding="utf-8")
    assert '<a href="https://example.org/mail/edit/main/content/components/relay.yaml">Edit this page</a>' in page
