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


def test_a_second_build_is_refused_and_a_dead_one_forgotten(tmp_path):
    site = tmp_path / "site"
    with publish.lock(site), pytest.raises(publish.BusyError, match="another build"), publish.lock(site):
        pass
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True)
    (tmp_path / ".site.lock").write_text(gone.stdout.strip())
    with publish.lock(site):
        assert (tmp_path / ".site.lock").read_text() == str(os.getpid())
    assert not (tmp_path / ".site.lock").exists()


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


def test_canonical_and_alternates_are_absolute_where_the_address_is_known(mail, tmp_path):
    out = tmp_path / "out" / "site"
    assert engine(mail, out, SITE_URL="https://example.org/notes/").returncode == 0
    html = (out / "ko" / "components" / "relay" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/notes/ko/components/relay/">' in html
    assert '<link rel="alternate" hreflang="x-default" href="https://example.org/notes/en/components/relay/">' in html
    lost = (out / "404.html").read_text(encoding="utf-8")
    assert 'href="/notes/ko/"' in lost
