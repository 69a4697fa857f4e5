"""Gathering the knowledge that reports are held against: the shipped files, and offices' folders laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel

from generator.diagnostics import Diagnostics, Place, Severity
from generator.loading.entries import Entries
from generator.loading.faults import REINSTALL, Fault, Spot, tell
from generator.loading.inheritance import inherit
from generator.loading.keys import listed, nearest
from generator.loading.office_folders import (
    links_are_inside,
    similar_folder,
    tell_empty,
    tell_idle_phrases,
    tell_misspelt,
)
from generator.loading.on_demand import DamagedKnowledgeError, cut, entries_of
from generator.loading.overlays import Layered
from generator.loading.trusted import read_trusted
from generator.loading.yaml import read_yaml
from generator.models.catalogue import Catalogue, Topic
from generator.models.check import CheckRule
from generator.models.delivery import DeliveryKind
from generator.models.heads import HeadKind
from generator.models.instrument import Instrument
from generator.models.knowledge import DEFAULT_STYLE, Knowledge
from generator.models.lead import Link
from generator.models.outline import Outline
from generator.models.prompts import Prompt, PromptTable
from generator.models.reading import WordList
from generator.models.reporter import ReporterKind
from generator.models.style import StyleProfile
from generator.models.terms import Term, TermTable
from generator.models.typography import MendRule
from generator.models.units import Package, Unit, Units, UnitTable, in_order
from generator.models.wording import Word
from generator.records import dataclass
from generator.resources import DataFolderMissingError, data_folder

_Model = TypeVar("_Model", bound=BaseModel)
_FILES = (
    "reporters.yaml",
    "deliveries.yaml",
    "terms.yaml",
    "instruments.yaml",
    "prompts.yaml",
    "units.yaml",
    "typography.yaml",
    "checks.yaml",
    "duties.yaml",
    "reading.yaml",
    "wording.yaml",
)
_FOLDERS = ("indicators", "outlines")
_STYLES = "styles"
_ON_DEMAND = ("indicators", "reporters.yaml", "deliveries.yaml", "checks.yaml", "reading.yaml", "wording.yaml")
"""Layers of which a report uses a few entries."""

_RULES = {"typography.yaml": ("式",), "checks.yaml": ("参数", "式")}
"""Files of rules that only the program can make, and where their patterns stand."""


def load_knowledge(
    offices: Sequence[Path],
    diagnostics: Diagnostics,
    *,
    shipped: Path | None = None,
    names: Sequence[str] = (),
    whole: bool = False,
) -> Knowledge | None:
    """All knowledge, the folders of `offices` laid over the shipped one in their order; None after an error.

    An office's folder holds `schemas` and `templates`, or one of them; `names` is what the outputs call the folders.
    `shipped` is a folder of that shape to be used instead of the program's own. Without offices entries are read when
    they are asked for, unless the `whole` is.
    """
    before = diagnostics.count(Severity.ERROR)
    try:
        schemas = shipped / "schemas" if shipped else data_folder("schemas")
        templates = shipped / "templates" if shipped else data_folder("templates")
        gathered = _Gathering(diagnostics)
        gathered.take_shipped(schemas, templates, whole=whole or bool(offices) or shipped is not None)
    except DataFolderMissingError as error:
        diagnostics.error("LOAD084", Place("schemas"), str(error), REINSTALL)
        return None
    except (OSError, UnicodeError, yaml.YAMLError, AttributeError, TypeError, DamagedKnowledgeError):
        tell_damaged(diagnostics)
        return None
    rules = {name: deepcopy(gathered.layers[name].data) for name in _RULES} if offices else {}
    used = [office for office in offices if gathered.take_office(office)]
    if diagnostics.count(Severity.ERROR) > before:
        return None
    if not gathered.keeps_its_style():
        return None
    gathered.refuse_rules(rules)
    refused = diagnostics.count(Severity.ERROR)
    inherit(gathered.layers, diagnostics)
    own = (office / "templates" for office in reversed(used))
    folders = (*(folder for folder in own if folder.is_dir()), templates)
    knowledge = gathered.knowledge(folders, tuple(names or (office.resolve().name for office in used)))
    if knowledge is None or diagnostics.count(Severity.ERROR) > refused:
        return None
    if used:
        from generator.loading.coherence import faults_of  # noqa: PLC0415 - only what offices bring is held against it

        for fault in faults_of(knowledge, rules["checks.yaml"]):
            tell(fault, gathered.layers, diagnostics)
        # A topic that an upper office takes away leaves the lower office's sentences idle, which is nobody's mistake.
        topics = {*knowledge.catalogue.topics, *gathered.layers["indicators"].named()}
        for office in used:
            tell_idle_phrases(office, topics, diagnostics)
    return None if diagnostics.count(Severity.ERROR) > before else knowledge


def tell_damaged(diagnostics: Diagnostics) -> None:
    """Say that what came with the program can't be used."""
    diagnostics.error("LOAD084", Place("schemas"), "随程序安装的知识文件不完整或已损坏", REINSTALL)


@dataclass(slots=True)
class _Gathering:
    """Layers by file; all files of `indicators` are one layer, because a topic may be moved from file to file.

    `texts` holds the entries, as text, of the layers that are read on demand.
    """

    diagnostics: Diagnostics
    layers: dict[str, Layered] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def take_shipped(self, schemas: Path, templates: Path, *, whole: bool) -> None:
        """Raises `OSError`, `yaml.YAMLError` and the like when the installation is broken."""
        for layer, file in _shipped_files(schemas):
            if whole or layer not in _ON_DEMAND:
                self._layer(layer).lay(read_trusted(file))
            else:
                self.texts.setdefault(layer, {}).update(cut(file.read_text(encoding="utf-8")))
        for file in sorted((schemas / "outlines").glob("*.yaml")):
            self._layer("outlines").lay({file.stem: read_trusted(file)})
        for file in sorted((templates / _STYLES).glob("*.yaml")):
            self._layer(_STYLES).lay({file.stem: read_trusted(file)})

    def take_office(self, folder: Path) -> bool:
        """Lay an office's folder over what is there; whether it could be used."""
        if not folder.is_dir():
            what = "这是文件，不是文件夹" if folder.exists() else "没有这个资料夹"
            remedy = similar_folder(folder, "检查 --office 后面的路径，要给出文件夹")
            self.diagnostics.error("LOAD080", Place(str(folder)), what, remedy)
            return False
        if not links_are_inside(folder, self.diagnostics):
            return False
        tell_misspelt(folder, self.diagnostics)
        schemas = folder / "schemas"
        tell_empty(folder, self.diagnostics)
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
            elif f"{parent}.yaml" in _FILES and file.suffix == ".yaml":
                self._take_file(file, f"{parent}.yaml")
            elif parent == "indicators" and file.suffix == ".yaml":
                self._refuse_second(file, self._take_file(file, "indicators"), topics)
            elif parent == "outlines" and file.suffix == ".yaml":
                self._take_file(file, "outlines", (file.stem,))
            else:
                self._unknown_file(file, base)

    def refuse_rules(self, shipped: dict[str, dict[str, Any]]) -> None:
        """Rules of checks and typography can be reworded and removed; new ones and other patterns are refused.

        A pattern from a stranger could keep the program busy for ever, and nothing can interrupt it. What is refused
        is taken out again, so that nothing more is said about it.
        """
        for name, rules in shipped.items():
            layer = self._layer(name)
            for code in [code for code in layer.data if code not in rules]:
                del layer.data[code]
                near = nearest(code, rules)
                remedy = f"是不是“{near}”？" if near else "删去这一条；新的规则请提给程序的维护者"
                fault = Fault((Spot(name, (code,), at_key=True),), f"程序没有规则“{code}”", remedy, "LOAD089")
                tell(fault, self.layers, self.diagnostics)
            for code in layer.data:
                self._refuse_pattern(layer, (code, *_RULES[name]), rules[code])

    def _refuse_pattern(self, layer: Layered, path: tuple[str, ...], shipped: Any) -> None:
        said = layer.said(path)
        if said is None or said.depth < len(path):
            return
        message = f"规则“{path[0]}”的“式”只能用程序自带的"
        remedy = "不要的规则可以写“删除: 是”；文字可以改；新的规则请提给程序的维护者"
        self.diagnostics.error("LOAD087", said.place, message, remedy)
        layer.data[path[0]] = shipped

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
        """The merged layers as models; None without a style. What doesn't fit is told and left out."""
        entries = Entries(self.layers, self.diagnostics)
        table = entries.one("terms.yaml", TermTable, ())
        terms = entries.of("terms.yaml", Term, "词", ("词",)) if table is not None else ()
        links = entries.of("terms.yaml", Link, "名", ("链",)) if table is not None else ()
        prompting = entries.one("prompts.yaml", PromptTable, ())
        prompts = entries.of("prompts.yaml", Prompt, "名称", ("主题",)) if prompting is not None else ()
        styles = self._styles(entries)
        knowledge = (
            Catalogue(self._entries(entries, "indicators", Topic, "名称")),
            dict(entries.of("outlines", Outline, "名称")),
            self._entries(entries, "reporters.yaml", ReporterKind),
            self._entries(entries, "deliveries.yaml", DeliveryKind),
            tuple(term for _, term in terms),
            tuple(rule for _, rule in entries.of("typography.yaml", MendRule, "码")),
            self._entries(entries, "checks.yaml", CheckRule),
        )
        heads = dict(entries.of("duties.yaml", HeadKind))
        if DEFAULT_STYLE not in styles:
            return None
        return Knowledge(
            *knowledge,
            styles,
            template_folders,
            offices,
            heads,
            links=tuple(link for _, link in links),
            units=_units(entries),
            prompts=tuple(prompt for _, prompt in prompts),
            prompt_style=tuple(prompting.写法) if prompting is not None else (),
            terms_until=table.截至 if table is not None else None,
            instruments=dict(entries.of("instruments.yaml", Instrument, "名称")),
            words=self._entries(entries, "wording.yaml", Word, "词"),
            reading=self._entries(entries, "reading.yaml", WordList),
        )

    def _entries(self, entries: Entries, layer: str, model: type[_Model], name_key: str = "") -> Mapping[str, _Model]:
        if layer in self.texts:
            return entries_of(self.texts[layer], model, name_key)
        return dict(entries.of(layer, model, name_key))

    def keeps_its_style(self) -> bool:
        """Whether the profile that others stand on is still there; told when it isn't."""
        if DEFAULT_STYLE in self._layer(_STYLES).data:
            return True
        spot = Spot(_STYLES, (DEFAULT_STYLE, "删除"), at_key=True)
        tell(Fault((spot,), "版式不能整个删除", "删去这一行；只写要改的", "LOAD082"), self.layers, self.diagnostics)
        return False

    def _styles(self, entries: Entries) -> dict[str, StyleProfile]:
        """The profiles by name. What is wrong with the one that others stand on isn't told of each of them again."""
        if entries.one(_STYLES, StyleProfile, (DEFAULT_STYLE,)) is None:
            return {}
        return dict(entries.of(_STYLES, StyleProfile))


def _shipped_files(schemas: Path) -> Iterator[tuple[str, Path]]:
    """The files of each layer; those of `indicators` and `checks` are cut up by topic, because they are long."""
    for name in _FILES:
        parts = sorted((schemas / Path(name).stem).glob("*.yaml"))
        yield from ((name, file) for file in (parts or [schemas / name]))
    yield from (("indicators", file) for file in sorted((schemas / "indicators").glob("*.yaml")))


def _units(entries: Entries) -> Units:
    table = entries.one("units.yaml", UnitTable, ())
    if table is None:
        return Units()
    units = dict(entries.of("units.yaml", Unit, "名称", ("单位",)))
    return Units(in_order(units), dict(entries.of("units.yaml", Package, "", ("包",))), table.审批集中)
