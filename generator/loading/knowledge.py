"""Gathering the knowledge that reports are held against: the shipped files, and offices' folders laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostics, Place, Severity
from generator.loading.keys import listed, nearest
from generator.loading.locations import locate
from generator.loading.messages import explain
from generator.loading.overlays import Layered, lineage, merged
from generator.loading.problems import without_blanks
from generator.loading.trusted import read_trusted
from generator.loading.yaml import read_yaml
from generator.models.catalogue import Catalogue, Topic
from generator.models.check import CheckRule
from generator.models.delivery import DeliveryKind
from generator.models.knowledge import DEFAULT_STYLE, Knowledge
from generator.models.outline import Outline
from generator.models.reporter import ReporterKind
from generator.models.style import StyleProfile
from generator.models.terms import Term
from generator.models.typography import MendRule
from generator.resources import DataFolderMissingError, data_folder

_Entry = TypeVar("_Entry", bound=BaseModel)

_FILES = ("reporters.yaml", "deliveries.yaml", "terms.yaml", "typography.yaml", "checks.yaml")
_FOLDERS = ("indicators", "outlines")
_STYLES = "styles"
_BASE = "基于"
_REINSTALL = "重新安装 fazhi-report"


def load_knowledge(
    offices: Sequence[Path], diagnostics: Diagnostics, *, shipped: Path | None = None
) -> Knowledge | None:
    """All knowledge, the folders of `offices` laid over the shipped one in their order; None after an error.

    An office's folder holds `schemas` and `templates`, or one of them. `shipped` is a folder of that shape to be used
    instead of the program's own.
    """
    before = diagnostics.count(Severity.ERROR)
    try:
        schemas = shipped / "schemas" if shipped else data_folder("schemas")
        templates = shipped / "templates" if shipped else data_folder("templates")
        gathered = _Gathering(diagnostics)
        gathered.take_shipped(schemas, templates)
    except DataFolderMissingError as error:
        diagnostics.error("LOAD084", Place("schemas"), str(error), _REINSTALL)
        return None
    except (OSError, UnicodeError, yaml.YAMLError, AttributeError, TypeError):
        diagnostics.error("LOAD084", Place("schemas"), "随程序安装的知识文件不完整或已损坏", _REINSTALL)
        return None
    used = [office for office in offices if gathered.take_office(office)]
    if diagnostics.count(Severity.ERROR) > before:
        return None
    own = (office / "templates" for office in reversed(used))
    folders = (*(folder for folder in own if folder.is_dir()), templates)
    knowledge = gathered.knowledge(folders, tuple(office.resolve().name for office in used))
    return None if diagnostics.count(Severity.ERROR) > before else knowledge


@dataclass(slots=True)
class _Gathering:
    """Layers by file; all files of `indicators` are one layer, because a topic may be moved from file to file."""

    diagnostics: Diagnostics
    layers: dict[str, Layered] = field(default_factory=dict)

    def take_shipped(self, schemas: Path, templates: Path) -> None:
        """Raises `OSError`, `yaml.YAMLError` and the like when the installation is broken."""
        for name in _FILES:
            self._layer(name).lay(read_trusted(schemas / name))
        for file in sorted((schemas / "indicators").glob("*.yaml")):
            self._layer("indicators").lay(read_trusted(file))
        for file in sorted((schemas / "outlines").glob("*.yaml")):
            self._layer("outlines").lay({file.stem: read_trusted(file)})
        for file in sorted((templates / _STYLES).glob("*.yaml")):
            self._layer(_STYLES).lay({file.stem: read_trusted(file)})

    def take_office(self, folder: Path) -> bool:
        """Lay an office's folder over what is there; whether it could be used."""
        if not folder.is_dir():
            self.diagnostics.error(
                "LOAD080", Place(str(folder)), "没有这个资料夹", "检查 --office 后面的路径，要给出文件夹"
            )
            return False
        schemas = folder / "schemas"
        if not schemas.is_dir() and not (folder / "templates").is_dir():
            self.diagnostics.warning(
                "LOAD080",
                Place(str(folder)),
                "资料夹里没有 schemas，也没有 templates",
                "把自己的资料放进这两个子文件夹",
            )
        if schemas.is_dir():
            self._take_schemas(schemas)
        for style in sorted((folder / "templates" / _STYLES).glob("*.yaml")):
            self._take_file(style, _STYLES, (style.stem,))
        return True

    def _take_schemas(self, schemas: Path) -> None:
        topics: dict[str, str] = {}
        for file in sorted(schemas.rglob("*")):
            name = file.relative_to(schemas).as_posix()
            if file.is_dir() or any(part.startswith(".") for part in Path(name).parts):
                continue
            parent, _, base = name.rpartition("/")
            if name in _FILES:
                self._take_file(file, name)
            elif parent == "indicators" and file.suffix == ".yaml":
                self._refuse_second(file, self._take_file(file, "indicators"), topics)
            elif parent == "outlines" and file.suffix == ".yaml":
                self._take_file(file, "outlines", (file.stem,))
            else:
                self._unknown_file(file, base)

    def _unknown_file(self, file: Path, name: str) -> None:
        near = nearest(Path(name).stem, [Path(known).stem for known in _FILES])
        guess = f"是不是“{near}.yaml”？" if near else ""
        usable = f"可以放：{listed((*_FILES, *(f'{folder}/名称.yaml' for folder in _FOLDERS)))}"
        self.diagnostics.warning("LOAD081", Place(str(file)), f"不认识的文件“{name}”，没有用它", guess + usable)

    def _take_file(self, file: Path, layer: str, base: tuple[str, ...] = ()) -> list[str]:
        """Lay one file of an office; under `base`, when the whole file is one entry. The keys it holds."""
        source = read_yaml(file, self.diagnostics)
        if source is None:
            return []
        data = {base[0]: source.data} if base else source.data
        for path in self._layer(layer).lay(data, source, base):
            place = source.key_place(path[len(base) :])
            message = f"要删除的“{path[-1]}”原来就没有"
            self.diagnostics.warning("LOAD083", place, message, "检查名称，或去掉这一条")
        return list(source.data)

    def _refuse_second(self, file: Path, names: list[str], topics: dict[str, str]) -> None:
        for topic in names:
            first = topics.setdefault(topic, file.name)
            if first != file.name:
                message = f"主题“{topic}”在“{first}”里已经有了"
                self.diagnostics.error("LOAD085", Place(str(file)), message, "同一资料夹里一个主题只写一处")

    def _layer(self, name: str) -> Layered:
        return self.layers.setdefault(name, Layered(name))

    def knowledge(self, template_folders: tuple[Path, ...], offices: tuple[str, ...]) -> Knowledge | None:
        topics = dict(self._entries("indicators", Topic, "名称"))
        self._refuse_odd_names(topics)
        self._derive_styles()
        styles = dict(self._entries(_STYLES, StyleProfile))
        knowledge = (
            Catalogue(topics),
            dict(self._entries("outlines", Outline, "名称")),
            dict(self._entries("reporters.yaml", ReporterKind)),
            dict(self._entries("deliveries.yaml", DeliveryKind)),
            tuple(term for _, term in self._entries("terms.yaml", Term, "词", within="词")),
            tuple(rule for _, rule in self._entries("typography.yaml", MendRule, "码")),
            dict(self._entries("checks.yaml", CheckRule)),
        )
        return Knowledge(*knowledge, styles, template_folders, offices) if DEFAULT_STYLE in styles else None

    def _derive_styles(self) -> None:
        """Complete every profile that says 基于 with what the other one holds; those that lead nowhere are refused."""
        layered = self._layer(_STYLES)
        given = dict(layered.data)
        for name in given:
            names, wrong = lineage(name, given, _BASE)
            if wrong is None:
                layered.data[name] = merged([given[one] for one in names], _BASE)
                layered.inherit(name, names)
            else:
                self._refuse_base(name, wrong, given)
                del layered.data[name]

    def _refuse_base(self, name: str, wrong: str, given: Mapping[str, Any]) -> None:
        place = self._layer(_STYLES).place((name, _BASE))
        if wrong in given:
            message, remedy = f"版式“{name}”绕了一圈又基于自己", f"去掉其中一处“{_BASE}”"
        else:
            message = f"版式“{name}”所基于的“{wrong}”没有"
            remedy = f"改成已有的版式：{listed(tuple(sorted(set(given) - {name})))}"
        self.diagnostics.error("LOAD082", place, message, remedy)

    def _entries(
        self, layer: str, model: type[_Entry], name_key: str = "", within: str = ""
    ) -> Iterator[tuple[str, _Entry]]:
        """The valid entries of a layer by name; the name is an entry's `name_key`, where it has one."""
        layered = self._layer(layer)
        data = layered.data.get(within, {}) if within else layered.data
        base = (within,) if within else ()
        for name, entry in data.items():
            full = {name_key: name} | entry if name_key and isinstance(entry, dict) else entry
            try:
                yield name, model.model_validate(without_blanks(full))
            except ValidationError as error:
                self._invalid(error, model, full, layered, (*base, name))

    def _invalid(
        self, error: ValidationError, model: type[BaseModel], data: Any, layered: Layered, base: tuple[str, ...]
    ) -> None:
        for detail in error.errors(include_url=False):
            location = locate(model, data, detail["loc"])
            explained = explain(detail, location)
            path = (*base, *location.path)
            place = layered.place(path, at_key=explained.at_key)
            if layered.from_office(base):
                message = f"“{base[-1] or layered.file}”：{explained.message}"
                self.diagnostics.error("LOAD082", place, message, explained.remedy)
            else:
                self.diagnostics.error(
                    "LOAD084", place, f"随程序安装的“{base[-1]}”不对：{explained.message}", _REINSTALL
                )

    def _refuse_odd_names(self, topics: Mapping[str, Topic]) -> None:
        for name in topics:
            if not name.isidentifier():
                place = self._layer("indicators").place((name,), at_key=True)
                remedy = "只用汉字、字母、数字和下划线，不以数字开头"
                self.diagnostics.error("LOAD086", place, f"主题名“{name}”不能在正文里引用", remedy)
