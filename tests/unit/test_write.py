from generator.write import write


def test_only_changed_files_are_written_and_stale_ones_go(tmp_path):
    out = tmp_path / "docs"
    first = write({"a/x.md": b"1", "b.md": b"2"}, out)
    assert (first.changed, first.kept, first.removed) == (2, 0, 0)
    stamp = (out / "b.md").stat().st_mtime_ns
    second = write({"b.md": b"2", "c.md": b"3"}, out)
    assert (second.changed, second.kept, second.removed) == (1, 1, 1)
    assert (out / "b.md").stat().st_mtime_ns == stamp
    assert not (out / "a").exists()


def test_files_of_others_stay(tmp_path):
    out = tmp_path / "docs"
    write({"a.md": b"1"}, out)
    (out / "mine.txt").write_text("keep")
    write({}, out)
    assert [path.name for path in out.iterdir()] == ["mine.txt"]


def test_a_foreign_manifest_cannot_remove_anything_outside(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("keep")
    (tmp_path / ".docs.manifest.json").write_text('["../victim", 3]')
    assert write({"a.md": b"1"}, tmp_path / "docs").removed == 0
    assert victim.exists()


def test_a_broken_manifest_is_no_obstacle(tmp_path):
    (tmp_path / ".docs.manifest.json").write_text("{")
    assert write({"a.md": b"1"}, tmp_path / "docs").changed == 1
