"""Knowledge kept from an earlier run is what the files say, and nothing depends on its being kept."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.kept import shipped_knowledge
from generator.loading.knowledge import load_knowledge
from generator.models.catalogue import Topic
from generator.models.entry import bare
from generator.models.knowledge import Knowledge
from generator.models.style import StyleProfile
from generator.models.style_values import Length
from generator.resources import data_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where knowledge will be kept; it isn't there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "fazhi" / "knowledge"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, whose files may be changed."""
    for name in ("schemas", "templates/styles"):
        shutil.copytree(data_folder(name.partition("/")[0]).parent / name, tmp_path / name)
    for module in ("knowledge", "kept"):
        monkeypatch.setattr(f"generator.loading.{module}.data_folder", lambda name: tmp_path / name)
    return tmp_path


def shipped() -> Knowledge:
    diagnostics = Diagnostics()
    knowledge = shipped_knowledge(diagnostics)
    assert knowledge is not None
    assert list(diagnostics) == []
    return knowledge


def test_what_is_kept_is_what_the_files_say(folder: Path) -> None:
    """Every field of the knowledge and every entry, in the same order."""
    shipped()
    kept, read = shipped(), load_knowledge((), Diagnostics(), whole=True)
    assert read is not None
    pairs = [(getattr(kept, name), getattr(read, name)) for name in Knowledge.__match_args__]
    pairs += [(kept.catalogue.topics, read.catalogue.topics)]
    pairs += [(getattr(kept.units, name), getattr(read.units, name)) for name in type(kept.units).__match_args__]
    compared = 0
    for ours, theirs in pairs:
        if isinstance(theirs, Mapping):
            assert list(ours) == list(theirs)
            assert dict(ours) == dict(theirs)
            compared += len(theirs)
        elif theirs not in (read.catalogue, read.units):
            assert ours == theirs
    assert compared > len(read.catalogue.topics)


def test_no_model_is_made_of_what_is_kept(folder: Path) -> None:
    shipped()
    kept = shipped()
    assert type(kept.style) is StyleProfile
    assert type(kept.style.版心.宽) is Length
    assert type(kept.catalogue.topics["行政复议"]) is Topic


def test_a_change_of_a_file_is_seen(folder: Path, installed: Path) -> None:
    """Also one that leaves the file as long, and as old, as it was."""
    shipped()
    file = installed / "schemas" / "checks" / "数字.yaml"
    text = file.read_text(encoding="utf-8")
    assert shipped().checks["DATA001"].名称 in text
    code, name = "DATA001", shipped().checks["DATA001"].名称
    file.write_text(text.replace(f"名称: {name}", f"名称: {name[::-1]}", 1), encoding="utf-8")
    assert shipped().checks[code].名称 == name[::-1]
    assert shipped().checks[code].名称 == name[::-1]
    assert len(list(folder.iterdir())) == 1


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "rubbish": lambda _: bytes(range(256)),
    "half": lambda right: right[: len(right) // 2],
    "cut": lambda right: right[:-1],
    "other letters": lambda right: right.replace("行政复议".encode(), "行攻复议".encode()),
    "another state": lambda right: bytes([right[0] ^ 1]) + right[1:],
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_is_as_good_as_none(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    shipped()
    (file,) = folder.iterdir()
    right = file.read_bytes()
    file.write_bytes(spoil(right))
    assert "行政复议" in shipped().catalogue.topics
    assert file.read_bytes() == right


def test_others_may_not_write_what_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in an open folder could hold anything, so it isn't even opened, nor is another written."""
    shipped()
    (file,) = folder.iterdir()
    file.unlink()
    folder.chmod(0o777)
    monkeypatch.setattr(pickle, "loads", lambda *_: pytest.fail("read from an open folder"))
    assert "行政复议" in shipped().catalogue.topics
    assert not list(folder.iterdir())


def test_a_damaged_installation_is_told_and_not_kept(folder: Path, installed: Path) -> None:
    (installed / "schemas" / "terms.yaml").write_text("链: 乙\n", encoding="utf-8")
    for _ in range(2):
        diagnostics = Diagnostics()
        assert shipped_knowledge(diagnostics) is None
        assert {found.code for found in diagnostics} == {"LOAD084"}
    assert not list(folder.iterdir())


def test_entries_without_models_are_entries() -> None:
    """They compare, are copied and stay as they are, like those that were validated."""
    stated = {"条款": "甲", "强度": "惯例"}
    checked = Length(值=16, 单位="磅", **stated)
    ours: Length = bare(checked)
    assert isinstance(checked, Length)
    assert isinstance(ours, Length)
    assert ours == checked
    assert checked == ours
    assert hash(ours) == hash(bare(checked))
    assert ours.twips == checked.twips
    assert ours.model_copy(update={"值": 8.0}) == Length(值=8, 单位="磅", **stated) != ours
    assert ours.model_dump(exclude_defaults=True) == checked.model_dump(exclude_defaults=True)
    with pytest.raises(AttributeError):
        ours.值 = 3
