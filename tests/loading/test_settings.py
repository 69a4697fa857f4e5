"""`fazhi.yaml`: what it names, and everything that a clerk can get wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import write
from support.marked import is_for_clerks, spots, unmarked

from generator.diagnostics import Diagnostics
from generator.loading.settings import overlays_beside

_CITY, _COUNTY = "云岭市", "青禾县司法局"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of an office, with two overlays, a file and what lies outside it."""
    home = tmp_path / "报告"
    for name in (_CITY, f"{_COUNTY}/2025"):
        (home / name).mkdir(parents=True)
    write(home)
    (tmp_path / "别处").mkdir()
    return home


def _read(home: Path, text: str) -> tuple[list[str] | None, Diagnostics]:
    write(home, text, "fazhi.yaml")
    return _found(home)


def _found(home: Path) -> tuple[list[str] | None, Diagnostics]:
    diagnostics = Diagnostics()
    folders = overlays_beside(home, diagnostics)
    names = None if folders is None else [folder.relative_to(home).as_posix() for folder in folders]
    return names, diagnostics


GOOD = {
    "two": (f"格式: 1\n叠加: [{_CITY}, {_COUNTY}]\n", [_CITY, _COUNTY]),
    "other order": (f"格式: 1\n叠加:\n  - {_COUNTY}\n  - {_CITY}\n", [_COUNTY, _CITY]),
    "one": (f"叠加: {_CITY}\n", [_CITY]),
    "folder in a folder": (f"叠加: [./{_COUNTY}/2025]\n", [f"{_COUNTY}/2025"]),
    "empty list": ("格式: 1\n叠加: []\n", []),
    "blank": ("格式: 1\n叠加:\n", []),
    "format alone": ("格式: 1\n", []),
}


@pytest.mark.parametrize(("text", "names"), GOOD.values(), ids=GOOD.keys())
def test_the_folders_come_in_their_order(text: str, names: list[str], home: Path) -> None:
    """From the lowest to the uppermost."""
    assert _read(home, text) == (names, Diagnostics())


def test_without_the_file_there_are_no_overlays(home: Path) -> None:
    """As every office starts."""
    assert _found(home) == ([], Diagnostics())


BAD = {
    "misspelt": ("叠加: [▲云玲市]\n", "LOAD102", "是不是“云岭市”"),
    "nothing like it": ("叠加: [▲省厅]\n", "LOAD102", "检查名称"),
    "full-width comma": (f"叠加: [▲{_CITY}，{_COUNTY}]\n", "LOAD102", f"[{_CITY}, {_COUNTY}]"),
    "too long for any disk": (f"叠加: [▲{'长' * 300}]\n", "LOAD102", "检查名称"),
    "file": ("叠加: [▲report.yaml]\n", "LOAD103", "不是文件夹"),
    "twice": (f"叠加: [{_CITY}, ▲./{_CITY}]\n", "LOAD104", "两次"),
    "absolute": ("叠加: [▲/云岭市]\n", "LOAD100", "--office"),
    "drive": ("叠加: ['▲C:\\云岭市']\n", "LOAD100", "--office"),
    "drive alone": ("叠加: ['▲C:云岭市']\n", "LOAD100", "--office"),
    "share": ("叠加: ['▲\\\\服务器\\云岭市']\n", "LOAD100", "--office"),
    "home": ("叠加: [▲~/云岭市]\n", "LOAD100", "--office"),
    "outside": ("叠加: [▲../别处]\n", "LOAD100", "“..”"),
    "out and in again": (f"叠加: [▲{_CITY}/../{_COUNTY}]\n", "LOAD100", "“..”"),
    "outside with backslashes": ("叠加: ['▲..\\别处']\n", "LOAD100", "“..”"),
    "backslash": (f"叠加: ['▲{_COUNTY}\\2025']\n", "LOAD100", f"“{_COUNTY}/2025”"),
    "the folder itself": ("叠加: [▲.]\n", "LOAD100", "旁边的文件夹"),
    "nameless": ("叠加: ['▲']\n", "LOAD100", "旁边的文件夹"),
    "blanks round it": (f"叠加: ['▲ {_CITY}']\n", "LOAD100", "不留空格"),
    "unknown key": (f"▲叠佳: [{_CITY}]\n", "LOAD051", "是不是“叠加”"),
    "key of another kind": (f"▲套用: [{_CITY}]\n", "LOAD051", "格式、叠加"),
    "full-width colon": (f"叠加▲：[{_CITY}]\n", "LOAD021", "半角冒号"),
    "tab": (f"叠加:\n▲\t- {_CITY}\n", "LOAD028", "空格"),
    "newer format": (f"格式: ▲2\n叠加: [{_CITY}]\n", "LOAD053", "更新程序"),
    "mapping": (f"▲叠加: {{市: {_CITY}}}\n", "LOAD052", "列表"),
    "list in a list": (f"叠加: [▲[{_CITY}]]\n", "LOAD052", "一段文字"),
    "text": (f"▲{_CITY}\n", "LOAD019", "叠加: [市, 本单位]"),
    "too many": (f"▲叠加: [{', '.join(['甲'] * 21)}]\n", "LOAD054", "最多 20 项"),
    "control character": ('叠加: ["▲\\0甲"]\n', "LOAD009", "控制字符"),
}


@pytest.mark.parametrize(("marked", "code", "words"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_told_at_its_character(marked: str, code: str, words: str, home: Path) -> None:
    """In Chinese, with a remedy; and no folder is used."""
    text, places = unmarked(marked)
    names, found = _read(home, text)
    assert names is None
    assert spots(found) == [(code, *place) for place in places]
    assert {each.place.file for each in found} == {str(home / "fazhi.yaml")}
    assert any(words in each.message + each.remedy for each in found)
    assert all(is_for_clerks(each) for each in found)


def test_every_folder_that_is_wrong_is_told_in_one_run(home: Path) -> None:
    """Not one after another."""
    names, found = _read(home, f"叠加: [云玲市, {_CITY}, ../别处]\n")
    assert names is None
    assert [each.code for each in found] == ["LOAD102", "LOAD100"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "LOAD008"),
        (b"# \xe5\xb8\x82\n", "LOAD008"),
        (b"PK\x03\x04...", "LOAD005"),
        (("叠加: []\n" + "# 长\n" * 400_000).encode(), "LOAD004"),
    ],
    ids=["empty", "comment alone", "Word file", "too large"],
)
def test_a_file_of_another_kind_has_a_remedy_of_its_own(raw: bytes, code: str, home: Path) -> None:
    """The reader's remedies are about reports."""
    (home / "fazhi.yaml").write_bytes(raw)
    names, found = _found(home)
    assert (names, [each.code for each in found]) == (None, [code])
    assert all("fazhi.yaml" in each.remedy or "叠加" in each.remedy for each in found)


def test_gbk_is_read_and_told(home: Path) -> None:
    """As Notepad saved it for twenty years."""
    (home / "fazhi.yaml").write_bytes(f"叠加: [{_CITY}, {_COUNTY}]\n".encode("gbk"))
    names, found = _found(home)
    assert names == [_CITY, _COUNTY]
    assert [each.code for each in found] == ["LOAD007"]


def test_a_folder_of_that_name_is_told(home: Path) -> None:
    """It isn't taken for nothing there."""
    (home / "fazhi.yaml").mkdir()
    names, found = _found(home)
    assert (names, [each.code for each in found]) == (None, ["LOAD002"])


@pytest.mark.parametrize("name", ["fazhi.yaml.txt", "fazhi.yml"])
def test_a_file_that_was_meant_for_it_is_told(name: str, home: Path) -> None:
    """Editors add endings of their own and hide them."""
    write(home, f"叠加: [{_CITY}]\n", name)
    names, found = _found(home)
    assert names == []
    assert [(each.code, each.place.file) for each in found] == [("LOAD106", str(home / name))]
    assert all(is_for_clerks(each) for each in found)


@pytest.mark.parametrize(("link", "target"), [("链接", "../别处"), ("圈", "圈"), (f"{_CITY}/链接", "../../别处")])
def test_links_that_lead_outside_are_refused(link: str, target: str, home: Path) -> None:
    """Also from a folder within, and those that lead nowhere."""
    (home / link).symlink_to(target)
    names, found = _read(home, f"叠加: [{link}]\n")
    assert names is None
    assert spots(found) == [("LOAD101", 1, 6)]
    assert all(is_for_clerks(each) for each in found)


def test_a_link_inside_may_be_used(home: Path) -> None:
    """It can lead to nothing that isn't there anyway."""
    (home / "市").symlink_to(_CITY)
    assert _read(home, "叠加: [市]\n") == (["市"], Diagnostics())


def test_the_file_itself_may_not_be_a_link_outside(home: Path) -> None:
    """Its folders would be another folder's."""
    (home / "fazhi.yaml").symlink_to(write(home.parent / "别处", f"叠加: [{_CITY}]\n", "fazhi.yaml"))
    names, found = _found(home)
    assert (names, [each.code for each in found]) == (None, ["LOAD101"])
