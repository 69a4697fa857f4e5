"""Writing is whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.writing.files import reason_in_chinese, replace_all


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


@pytest.mark.parametrize("fault", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_failure_while_files_take_their_names_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, *, links: bool
) -> None:
    """The first file has its new content already; after the failure it is the old one again."""
    files = {tmp_path / "1": b"new 1", tmp_path / "new" / "2": b"new 2", tmp_path / "3": b"new 3"}
    (tmp_path / "1").write_bytes(b"old 1")
    (tmp_path / "3").write_bytes(b"old 3")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "3" and self.suffix == ".part":
            raise fault
        return replace(self, target)

    def no_links(self: Path, target: Path) -> None:
        raise OSError(95, "no links")

    monkeypatch.setattr(Path, "replace", failing)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(type(fault)):
        replace_all(files)

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"1": b"old 1", "3": b"old 3"}


def test_a_drive_that_is_not_there_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows `Z:` is its own parent."""
    monkeypatch.setattr(Path, "exists", lambda _: False)

    with pytest.raises(FileNotFoundError):
        replace_all({tmp_path / "x" / "1": b""})


def test_replacing_leaves_no_second_copy(tmp_path: Path) -> None:
    """What was put aside for safety is gone afterwards."""
    file = tmp_path / "1"
    file.write_bytes(b"old")
    replace_all({file: b"new"})

    assert [p.name for p in tmp_path.iterdir()] == ["1"]
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("number", [13, 28, 20, 2, 9999])
def test_reasons_are_chinese(number: int) -> None:
    """Whatever the system says, a clerk reads Chinese."""
    assert not any(c.isascii() and c.isalpha() for c in reason_in_chinese(OSError(number, "English text")))
