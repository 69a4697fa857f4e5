"""Writing is whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.writing.files import replace_all


def test_files_and_folders_appear(tmp_path: Path) -> None:
    """Folders are made as needed, and no temporary name stays behind."""
    replace_all({tmp_path / "甲" / "乙" / "一.txt": b"1", tmp_path / "二.txt": b"2"})

    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["一.txt", "二.txt"]


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    """The old file keeps its content, and what was made on the way is gone."""
    old = tmp_path / "old.txt"
    old.write_bytes(b"old")
    blocker = tmp_path / "blocker"
    blocker.write_bytes(b"")

    with pytest.raises(OSError, match="blocker"):
        replace_all({old: b"new", tmp_path / "new" / "a.txt": b"x", blocker / "b.txt": b"y"})

    assert old.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["blocker", "old.txt"]


def test_a_failing_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second write fails: the first is not there either."""
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"2":
            raise OSError(28, "No space left on device", str(self))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        replace_all({tmp_path / "out" / "1": b"1", tmp_path / "out" / "2": b"2"})

    assert not list(tmp_path.iterdir())
