"""The versions of a report against who reports, to whom, when, and in what form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from generator.checking.days import check_days
from generator.checking.findings import Finder, Found, Placer
from generator.models.base import Path, is_blank
from generator.models.broken import touches
from generator.models.check import CheckRule
from generator.models.delivery import Delivery, DeliveryKind
from generator.models.report import FINAL_STATES, Report, organs_of
from generator.models.reporter import PARTY, ReporterKind
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """One delivery with what is known of its kind and of the reporter."""

    report: Report
    reporter: ReporterKind
    delivery: Delivery
    kind: DeliveryKind
    organs: tuple[str, ...]

    @property
    def level(self) -> str:
        return self.report.subject.level or self.reporter.默认级别


def check_deliveries(
    report: Report,
    reporter: ReporterKind,
    kinds: Mapping[str, DeliveryKind],
    checks: Mapping[str, CheckRule],
    place: Placer,
    broken: AbstractSet[Path] = frozenset(),
) -> list[Found]:
    """Every finding about the entries of 报送; those of a kind that the knowledge doesn't have are passed over.

    Of values that stand in `broken` parts of the input nothing is known: they are not called blank.
    """
    finder = Finder(checks, place)
    for delivery in report.deliveries:
        kind = kinds.get(delivery.kind)
        if kind is not None:
            version = Version(report, reporter, delivery, kind, organs_of(report, delivery, kind))
            _check_form(version, kinds, finder)
            _check_organs(version, finder)
            _check_readers(version, finder)
            _check_number(version, finder)
            _check_speaker(version, finder)
            _check_blanks(version, finder, broken)
    check_days(report, reporter, finder)
    _check_owed(report, reporter, kinds, finder)
    return finder.found


def _check_form(version: Version, kinds: Mapping[str, DeliveryKind], finder: Finder) -> None:
    """Whether this reporter sends this form, and sends it for this year."""
    report, reporter, delivery = version.report, version.reporter, version.delivery
    path = (*delivery.at, "对象")
    words: dict[str, Any] = {
        "版本": delivery.name,
        "对象": delivery.kind,
        "类别": report.subject.kind,
        "年度": report.year,
    }
    reason = reporter.不报.get(delivery.kind)
    if reason is not None:
        able = "、".join(name for name in kinds if name not in reporter.不报)
        finder.add("PART020", path, **words, 原因=reason, 可报=able)
    elif not version.kind.in_force(report.year, report.period):
        due = [
            duty.对象 for duty in reporter.应报 if duty.covers(report.year) and kinds.get(duty.对象, version.kind).上行
        ]
        finder.add("PART021", path, **words, 应用=due[0] if due else "送审稿")


def _check_organs(version: Version, finder: Finder) -> None:
    delivery, organs = version.delivery, version.organs
    path = (*delivery.at, "机关")
    words: dict[str, Any] = {"版本": delivery.name, "对象": delivery.kind, "数": len(organs), "机关": "、".join(organs)}
    if delivery.kind not in version.reporter.不报:
        if version.kind.机关 == "联合" and len(organs) == 1:
            finder.add("PART022", path, **words)
        elif version.kind.机关 == "单独" and len(organs) > 1:
            finder.add("PART023", path, **words)
    for key, names in (("机关", organs), ("标志", tuple(delivery.marks))):
        parties = [name.startswith(PARTY) for name in names]
        if any(parties) and not parties[0]:
            finder.add("PART024", (*delivery.at, key), 版本=delivery.name, 键=key, 机关="、".join(names))


def _check_readers(version: Version, finder: Finder) -> None:
    """How many 主送, and who gets a copy."""
    delivery, kind, count = version.delivery, version.kind, len(version.delivery.addressees)
    words: dict[str, Any] = {"版本": delivery.name, "数": count, "多": kind.主送多, "少": kind.主送少}
    path = (*delivery.at, "主送")
    if kind.主送多 and count > kind.主送多:
        finder.add("PART025", path, **words)
    elif 0 < count < kind.主送少:
        finder.add("PART036", path, **words)
    if kind.上行:
        _check_below(version, finder)
    rule = finder.checks.get("PART032")
    if rule is not None and delivery.kind in rule.参数.get("对象", "").split("、"):
        word = rule.参数.get("字", "")
        if not any(word in name and not _is_own(name, version) for name in delivery.copies):
            finder.add("PART032", (*delivery.at, "抄送"), 版本=delivery.name)
    wanted = finder.pattern("PART127", delivery.kind)
    if wanted is not None and delivery.addressees and not any(map(wanted.search, delivery.addressees)):
        said = f"“{delivery.name}”主送“{'、'.join(delivery.addressees)}”，报告的对象是常务委员会"
        finder.add("PART127", path, 问题=said, 改="主送写常务委员会的全称")
    if delivery.duplex and kind.版记 == "有" and not (delivery.copies or delivery.issuer or delivery.issued_on):
        finder.add("PART037", (*delivery.at, "双面"), 版本=delivery.name)


def _is_own(name: str, version: Version) -> bool:
    """Whether a copy of a joint report upwards goes to the office beside the reporter itself."""
    return version.kind.机关 == "联合" and version.kind.上行 and version.report.subject.short_name in name


def _check_below(version: Version, finder: Finder) -> None:
    """PART039, PART026: a report that goes upwards goes to nobody below, as far as names tell, not even in copy."""
    delivery = version.delivery
    for code, key, names in (("PART039", "主送", delivery.addressees), ("PART026", "抄送", delivery.copies)):
        below = finder.pattern(code, version.level, 简称=re.escape(version.report.subject.short_name))
        for place, name in enumerate(names):
            if below is not None and below.search(name):
                finder.add(code, (*delivery.at, key, place), ((*delivery.at, key),), 版本=delivery.name, 机关=name)


def _check_number(version: Version, finder: Finder) -> None:
    delivery, number = version.delivery, version.delivery.number
    pattern = finder.pattern("PART030", "式")
    if not number or pattern is None:
        return
    path = (*delivery.at, "文号")
    form = pattern.fullmatch(number.strip())
    if form is None:
        finder.add("PART030", path, 版本=delivery.name, 文号=number)
    elif delivery.signed_on is not None and form.groups() and form[1] != str(delivery.signed_on.year):
        day = f"{delivery.signed_on.year}年{delivery.signed_on.month}月{delivery.signed_on.day}日"
        finder.add("PART031", path, 版本=delivery.name, 文号=number, 成文日期=day)


def _check_speaker(version: Version, finder: Finder) -> None:
    """Salutation and manner of an oral report."""
    delivery = version.delivery
    if not version.kind.oral:
        return
    rule = finder.checks.get("PART033")
    if rule is not None and version.level == rule.参数.get("级别"):
        said = delivery.salutation or version.kind.称谓.get(version.level, "")
        if rule.参数.get("字", "") in said:
            finder.add("PART033", (*delivery.at, "称谓"), 版本=delivery.name, 称谓=said)
    speaker = delivery.speaker
    unknown = finder.pattern("PART043", version.level)
    if speaker is not None and unknown is not None and (found := unknown.search(speaker.office or "")) is not None:
        finder.add("PART043", (*speaker.at, "职务"), 文=found[0], 级别=version.level)
    pattern = finder.pattern("PART034", "代表不用")
    if speaker is None or pattern is None or speaker.manner != "代表":
        return
    if speaker.office and pattern.search(speaker.office):
        words: dict[str, Any] = {"版本": delivery.name, "职务": speaker.office, "方式": speaker.manner}
        finder.add("PART034", (*speaker.at, "方式"), **words)


def _check_blanks(version: Version, finder: Finder, broken: AbstractSet[Path]) -> None:
    """What a draft leaves blank on paper; once the report is final, loading asks for it."""
    delivery = version.delivery
    if version.report.state in FINAL_STATES or touches(broken, (*delivery.at, "对象")):
        return
    wanted = [(key, key.split(".")) for key in version.kind.required(final=False)]
    blank = [key for key, keys in wanted if not touches(broken, (*delivery.at, *keys)) and is_blank(delivery, keys)]
    if blank:
        finder.add("PART038", delivery.at, 版本=delivery.name, 缺="、".join(blank))


def _check_owed(report: Report, reporter: ReporterKind, kinds: Mapping[str, DeliveryKind], finder: Finder) -> None:
    """Once part of what is owed is listed, the rest is asked for."""
    owed = [duty.对象 for duty in reporter.duties(report.year, report.period) if duty.对象 in kinds]
    listed = {delivery.kind for delivery in report.deliveries}
    if any(kinds[each].上行 and each in listed for each in owed):
        missing = list(_not_in(owed, listed))
        if missing:
            finder.add("PART035", ("报送",), 缺="、".join(missing))


def _not_in(owed: list[str], listed: set[str]) -> Iterator[str]:
    return (each for each in dict.fromkeys(owed) if each not in listed)
