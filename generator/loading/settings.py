"""`fazhi.yaml` beside a report: which folders of province, city and own unit are laid over the shipped knowledge, and
which findings in finished reports are let stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Literal

from pydantic import Field, ValidationError

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import SETTINGS, leads_outside
from generator.loading.office_folders import similar_folder
from generator.loading.problems import Problems, without_blanks
from generator.loading.source import Source
from generator.loading.yaml import read_yaml
from generator.models.base import Input, Words
from generator.models.exempted import FinishedExemption

_NAMES_MEANT = (f"{SETTINGS}.txt", "fazhi.yml", f"{SETTINGS}.yaml", "fazhi.yml.txt")
_KEY = "叠加"
EXEMPTED = "成稿豁免"
_ELSEWHERE = f"把文件夹放到 {SETTINGS} 旁边，只写名称；别处的文件夹，在命令里用 --office"
_REMEDIES = {
    "LOAD002": f"{SETTINGS} 应当是文本文件：把这个文件夹改名",
    "LOAD004": f"{SETTINGS} 只写用哪几个文件夹；核对是不是放错了文件",
    "LOAD005": f"{SETTINGS} 是文本文件：用记事本新建一个，写“{_KEY}: [市, 本单位]”",
    "LOAD008": f"写上“{_KEY}: [市, 本单位]”；不用叠加，就删去这个文件",
    "LOAD019": f"写成“{_KEY}: [市, 本单位]”",
}
"""What to do about findings of the reader, whose own remedies are about reports."""


class Settings(Input):
    """The root of `fazhi.yaml`."""

    format_version: Literal["1"] = Field("1", alias="格式", description="格式的版本，现在是 1")
    overlays: Words = Field([], alias=_KEY, max_length=20, description="叠加哪几个文件夹，后写的优先")
    exemptions: list[FinishedExemption] = Field(
        [], alias=EXEMPTED, max_length=1000, description="成稿里核对过、可以这样的疑点"
    )


def overlays_beside(folder: Path, diagnostics: Diagnostics) -> tuple[Path, ...] | None:
    """The folders that `fazhi.yaml` in `folder` names, the last one on top; none without such a file.

    None when something is wrong with it; `diagnostics` say what.
    """
    file = folder / SETTINGS
    if not _is_there(file):
        _tell_of_other_names(folder, diagnostics)
        return ()
    if file.is_symlink() and leads_outside(file, folder):
        remedy = f"把 {SETTINGS} 本身放在输入旁边，不用链接"
        diagnostics.error("LOAD101", Place(str(file)), f"{SETTINGS} 是指向别处的链接，不能用", remedy)
        return None
    found = Diagnostics()
    overlays = _read(file, found)
    for each in found:
        diagnostics.add(replace(each, remedy=_REMEDIES.get(each.code, each.remedy)))
    return None if found.has_errors else overlays


def exemptions_beside(folder: Path) -> tuple[tuple[FinishedExemption, ...], Source | None]:
    """What `fazhi.yaml` in `folder` lets stand in finished reports, and the file as it was read; none without it.

    What is wrong with the file is told by `overlays_beside`.
    """
    file = folder / SETTINGS
    unheard = Diagnostics()
    source = read_yaml(file, unheard) if _is_there(file) else None
    settings = _valid(source, Problems(source, unheard)) if source is not None else None
    return (tuple(settings.exemptions), source) if settings is not None and not unheard.has_errors else ((), None)


def _is_there(file: Path) -> bool:
    try:
        file.lstat()
    except (OSError, ValueError):
        return False
    return True


def _tell_of_other_names(folder: Path, diagnostics: Diagnostics) -> None:
    """Notepad adds .txt to every name and hides it again."""
    for name in _NAMES_MEANT:
        if _is_there(folder / name):
            message = f"这个文件没有用：程序只认 {SETTINGS}"
            diagnostics.warning("LOAD106", Place(str(folder / name)), message, f"把文件名改成 {SETTINGS}")


def _read(file: Path, diagnostics: Diagnostics) -> tuple[Path, ...]:
    source = read_yaml(file, diagnostics)
    if source is None or diagnostics.has_errors:
        return ()
    problems = Problems(source, diagnostics)
    settings = _valid(source, problems)
    return tuple(_folders(settings.overlays, file.parent, problems)) if settings is not None else ()


def _valid(source: Source, problems: Problems) -> Settings | None:
    data = without_blanks(source.data)
    try:
        settings = Settings.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        problems.invalid(error, Settings, data)
        return None
    for number, each in enumerate(settings.exemptions):
        each.located((EXEMPTED, number))
    return settings


def _folders(names: list[str], home: Path, problems: Problems) -> Iterator[Path]:
    taken: set[Path] = set()
    for number, name in enumerate(names):
        folder = home / name
        fault = _fault(name, home)
        if fault is None and folder in taken:
            fault = ("LOAD104", f"“{name}”写了两次", "留一个；后写的优先")
        taken.add(folder)
        if fault is None:
            yield folder
        else:
            code, message, remedy = fault
            problems.error(code, (_KEY, number), message, remedy)


def _fault(name: str, home: Path) -> tuple[str, str, str] | None:
    """What is wrong with a folder's name: code, message, remedy."""
    if refused := _refused(name):
        return ("LOAD100", *refused)
    folder = home / name
    try:
        if leads_outside(folder, home):
            return "LOAD101", f"“{name}”是指向别处的链接，不能用", _ELSEWHERE
        if folder.is_dir():
            return None
        if folder.exists():
            return "LOAD103", f"“{name}”是文件，不是文件夹", "写文件夹的名称，资料放在它的 schemas 和 templates 里"
    except OSError:
        return "LOAD102", f"文件夹“{name[:30]}”打不开", "检查名称，以及有没有打开它的权限"
    return "LOAD102", f"{SETTINGS} 旁边没有文件夹“{name[:30]}”", _meant(name, folder)


def _meant(name: str, folder: Path) -> str:
    several = [part.strip() for part in re.split("[，、；]", name)]
    if len(several) > 1:
        return f"几个文件夹之间用半角逗号，写成“{_KEY}: [{', '.join(several)}]”"
    return similar_folder(folder, "检查名称；资料放在它的 schemas 和 templates 里")


def _refused(name: str) -> tuple[str, str] | None:
    windows = PureWindowsPath(name)
    shown = name[:30]
    if name.startswith(("/", "~")) or windows.drive or windows.root:
        return f"“{shown}”是从盘符或根目录写起的路径，不能用", _ELSEWHERE
    if ".." in windows.parts:
        return f"“{shown}”里的“..”指向 {SETTINGS} 所在文件夹以外，不能用", _ELSEWHERE
    if "\\" in name:
        return f"“{shown}”里有反斜杠", f"各级文件夹之间用 /，写成“{name.replace(chr(92), '/')}”"
    if not windows.parts or name != name.strip():
        return f"“{shown}”不是文件夹的名称", f"写上 {SETTINGS} 旁边的文件夹的名称，前后不留空格"
    return None
