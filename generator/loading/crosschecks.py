"""A report that fits the models, held against itself and against the knowledge: names and places of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from generator.loading.images import check_image
from generator.loading.keys import listed, nearest
from generator.loading.names import unsafe_in_file_name
from generator.loading.parts import parts
from generator.loading.problems import Problems
from generator.models.base import Input, Path, is_blank, says_nothing
from generator.models.body import ImageBlock, Restricted, SectionData, TableBlock, Visible
from generator.models.delivery import Delivery, DeliveryKind
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline
from generator.models.report import FINAL_STATES, Report
from generator.records import dataclass


def check_report(report: Report, knowledge: Knowledge, problems: Problems) -> dict[Path, str | None]:
    """Report what doesn't fit; every part of `report` has been located.

    Gives the paths of names that the knowledge doesn't have, each with a name that can stand in for it, if there is
    one.
    """
    check = _Check(report, knowledge, problems, [part for _, part in parts(report)])
    check.subject()
    check.deliveries()
    check.other_data()
    check.heads()
    check.body(check.outline())
    return check.unknown


@dataclass(frozen=True, slots=True)
class _Check:
    report: Report
    knowledge: Knowledge
    problems: Problems
    parts: list[Input]
    unknown: dict[Path, str | None] = field(default_factory=dict)

    def subject(self) -> None:
        subject = self.report.subject
        path = (*subject.at, "类别")
        self._one_of(subject.kind, self.knowledge.reporters, path, "LOAD068", "报告主体的类别")
        self._unique(
            ((name, (*subject.at, "名称", place)) for place, name in enumerate(subject.names)), "LOAD079", "机关"
        )
        self._written(subject.names, (*subject.at, "名称"))
        if not subject.short_name.strip():
            self.problems.error("LOAD057", (*subject.at, "简称"), "“简称”空着", "填上简称，如：罗江区")

    def _written(self, names: list[str], path: Path) -> None:
        """Names that are printed must be more than blanks."""
        for place, name in enumerate(names):
            if not name.strip():
                self.problems.error("LOAD057", (*path, place), f"“{path[-1]}”里有一项空着", "填上全称，或删去这一项")

    def outline(self) -> Outline | None:
        """The outline the report follows, if there is one."""
        named, year = self.report.outline, self.report.year
        if named is not None:
            self._one_of(named, self.knowledge.outlines, ("大纲",), "LOAD069", "大纲")
            return self.knowledge.outlines.get(named)
        found = self.knowledge.outline_for(year)
        if found is not None:
            return found
        near = self.knowledge.outline_near(year)
        if near is not None:
            message = f"没有适用于 {year} 年的大纲，暂用“{near.名称}”"
            remedy = f"核对年度；确要沿用的，写明“大纲: '{near.名称}'”。可以填：{listed(self.knowledge.outlines)}"
            self.problems.warning("LOAD069", ("年度",), message, remedy)
        return near

    def deliveries(self) -> None:
        deliveries = self.report.deliveries
        self._unique(((each.name, (*each.at, "名称")) for each in deliveries), "LOAD066", "报送名称", fold=True)
        for delivery in deliveries:
            if reason := unsafe_in_file_name(delivery.name):
                message = f"报送名称“{delivery.name}”要用作文件名，但{reason}"
                self.problems.error("LOAD066", (*delivery.at, "名称"), message, "换一个只有汉字、字母、数字的名称")
            path = (*delivery.at, "对象")
            self._one_of(delivery.kind, self.knowledge.deliveries, path, "LOAD067", "报送对象")
            self._one_of(delivery.style, self.knowledge.styles, (*delivery.at, "版式"), "LOAD092", "版式")
            kind = self.knowledge.deliveries.get(delivery.kind)
            self._blank_names(delivery)
            if kind is not None:
                self._required(delivery, kind)
                self._unused(delivery, kind)

    def _required(self, delivery: Delivery, kind: DeliveryKind) -> None:
        """What a draft may leave blank must be there once the report is final."""
        if self.report.state not in FINAL_STATES:
            return
        missing = [key for key in kind.required(final=True) if self._is_blank(delivery, key.split("."))]
        if missing:
            message = f"{self.report.state}里，“{delivery.name}”的对象是“{delivery.kind}”，必须写“{'、'.join(missing)}”"
            self.problems.error("LOAD078", delivery.at, message, f"在这一条里加“{missing[0].split('.')[0]}: ……”")

    def _is_blank(self, delivery: Delivery, keys: list[str]) -> bool:
        """Whether nothing was given at a key, or at a key of a key. What failed validation was given all the same."""
        path = (*delivery.at, *keys)
        if self.problems.touched(path):
            return False
        if self.problems.source.has(path) and not says_nothing(self.problems.source.value(path)):
            return False
        return is_blank(delivery, keys)

    def _blank_names(self, delivery: Delivery) -> None:
        """A list of names with a blank one in it."""
        lists = {
            "机关": delivery.organs,
            "主送": delivery.addressees,
            "签发人": delivery.signers,
            "标志": delivery.marks,
            "抄送": delivery.copies,
        }
        for key, names in lists.items():
            self._written(names, (*delivery.at, key))

    def _unused(self, delivery: Delivery, kind: DeliveryKind) -> None:
        """Keys that are filled in but have no place in the form."""
        for key in kind.unused_keys():
            path = (*delivery.at, key)
            if self.problems.source.has(path) and not self._is_blank(delivery, [key]):
                message = f"对象是“{delivery.kind}”的版本不排“{key}”，填了也不用"
                self.problems.info("LOAD093", path, message, "删去它，或核对“对象”", at_key=True)

    def other_data(self) -> None:
        data = self.report.other_data
        self._unique(((each.name, (*each.at, "名称")) for each in data), "LOAD074", "其他数据的名称")
        for datum in data:
            if not datum.name.isidentifier():
                message = f"名称“{datum.name[:30]}”不能在正文里引用"
                self.problems.error(
                    "LOAD074", (*datum.at, "名称"), message, "只用汉字、字母、数字和下划线，不以数字开头"
                )

    def heads(self) -> None:
        for account in self.report.heads:
            known = self.knowledge.heads
            self._one_of(account.who, known, (*account.at, "谁"), "LOAD037", "第一责任人")
            duties = list(known[account.who].职责) if account.who in known else []
            for text in account.texts if duties else ():
                self._each_of(text.duties, duties, (*text.at, "职责"), "LOAD038", f"{account.who}的职责")

    def body(self, outline: Outline | None) -> None:
        self._unique(
            ((part.id, (*part.at, "id")) for part in self.parts if isinstance(part, Visible) and part.id is not None),
            "LOAD073",
            "id",
            fold=True,
        )
        for part in self.parts:
            if not isinstance(part, Restricted):
                continue
            self._versions(part.only_for, (*part.at, "只给"))
            self._versions(part.not_for, (*part.at, "不给"))
            if isinstance(part, SectionData) and outline is not None:
                self._section(part, outline)
        for block in self.parts:
            if isinstance(block, TableBlock) and block.table.topic:
                path = (*block.table.at, "主题")
                self._one_of(block.table.topic, self.knowledge.catalogue.topics, path, "LOAD075", "主题")
            elif isinstance(block, ImageBlock):
                check_image(block.image, self.problems)

    def _versions(self, names: list[str], path: Path) -> None:
        """Versions that a part names; nothing can be said of them while some version's own name can't be read."""
        deliveries = self.report.deliveries
        known = [delivery.name for delivery in deliveries]
        if ("报送",) in self.problems.broken or any((*each.at, "名称") in self.problems.broken for each in deliveries):
            self.unknown.update({(*path, place): None for place, name in enumerate(names) if name not in known})
        else:
            self._each_of(names, known, path, "LOAD072", "报送版本")

    def _section(self, section: SectionData, outline: Outline) -> None:
        tasks = [task.名称 for task in outline.任务]
        items = [item.名称 for item in outline.事项]
        self._each_of(section.tasks, tasks, (*section.at, "任务"), "LOAD070", f"大纲“{outline.名称}”的任务")
        self._each_of(section.items, items, (*section.at, "事项"), "LOAD071", "必备事项")

    def _one_of(self, name: str, known: Mapping[str, object] | list[str], path: Path, code: str, what: str) -> None:
        if name in known:
            return
        near = None if self.problems.full else nearest(name, known)
        self.unknown[path] = near or (next(iter(known), None) if isinstance(known, Mapping) else None)
        guess = f"是不是“{near}”？" if near else ""
        usable = f"可以填：{listed(known)}" if known else "还没有可填的，先写上“报送”"
        self.problems.error(code, path, f"没有这种{what}：“{name[:30]}”", guess + usable)

    def _each_of(self, names: list[str], known: list[str], path: Path, code: str, what: str) -> None:
        for place, name in enumerate(names):
            self._one_of(name, known, (*path, place), code, what)

    def _unique(self, names: Iterable[tuple[str, Path]], code: str, what: str, *, fold: bool = False) -> None:
        """Each name once; with `fold`, capitals don't tell names apart, as in file names."""
        seen: dict[str, Path] = {}
        for name, path in names:
            key = name.casefold() if fold else name
            first = seen.setdefault(key, path)
            if first is not path:
                spot = self.problems.place(first).spot
                self.problems.error(code, path, f"{what}“{name}”重复（前一个在{spot}）", "各用不同的名称，或删去一个")
