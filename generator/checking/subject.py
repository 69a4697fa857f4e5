"""Who reports: the kind (类别) and the level (级别) held against the organ's own name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checking.findings import Finder
from generator.models.report import Report
from generator.models.reporter import PARTY, ReporterKind


def check_subject(report: Report, kinds: Mapping[str, ReporterKind], finder: Finder) -> None:
    """PART080 for a name that tells another kind, else PART081 for a level that neither name nor kind has.

    Committees of the Party are passed over: the organ beside them tells. So are names that end like none known.
    """
    subject = report.subject
    kind = kinds.get(subject.kind)
    if kind is None:
        return
    _check_self_name(report, kinds, kind, finder)
    joint = any(name.strip().startswith(PARTY) for name in subject.names)
    for place, name in enumerate(subject.names):
        if name.strip().startswith(PARTY):
            continue
        fitting = _fitting(name.strip(), kinds)
        if fitting and subject.kind not in fitting:
            meant = "、".join(_meant(fitting, joint=joint))
            path, also = (*subject.at, "类别"), ((*subject.at, "名称", place),)
            finder.add("PART080", path, also, 机关=name.strip(), 类别=subject.kind, 应为=meant)
        else:
            _check_level(report, kind, name.strip(), fitting.get(subject.kind), finder)


def _check_self_name(report: Report, kinds: Mapping[str, ReporterKind], kind: ReporterKind, finder: Finder) -> None:
    """TEXT076 for a self-name (自称) that is that of other kinds: 全县 in a town's report."""
    subject = report.subject
    own = kind.self_name(subject.names, subject.level or kind.默认级别)
    others = {name for each in kinds.values() for name in (*each.自称.values(), *each.自称按名.values())}
    said = subject.self_name
    if said and own and said != own and said in others and said[0] == own[0] == "全":
        finder.add("TEXT076", (*subject.at, "自称"), ((*subject.at, "名称"),), 文=said, 应为=own)


def _fitting(name: str, kinds: Mapping[str, ReporterKind]) -> dict[str, list[str]]:
    """The kinds that have the longest ending which fits a name, each with the levels it may stand at."""
    endings = {end for kind in kinds.values() for end in kind.名称结尾 if name.endswith(end)}
    longest = max(endings, key=len, default="")
    return {each: kind.名称结尾[longest] for each, kind in kinds.items() if longest in kind.名称结尾}


def _meant(fitting: Mapping[str, object], *, joint: bool) -> list[str]:
    """Of the kinds that fit, those for one organ or for two, where there is the choice."""
    unfit = "政府" if joint else "党委和政府"
    return [each for each in fitting if each != unfit] or list(fitting)


def _check_level(report: Report, kind: ReporterKind, name: str, by_name: list[str] | None, finder: Finder) -> None:
    """A level that isn't given is the kind's usual one, and only names may contradict it."""
    subject = report.subject
    level = subject.level or kind.默认级别
    endings = list(kind.名称结尾.values())
    any_level = not all(endings)
    of_kind = [] if any_level else list(dict.fromkeys(each for levels in endings for each in levels))
    possible = of_kind if by_name is None else by_name
    if possible and level not in possible:
        words = {"机关": name, "类别": subject.kind, "级别": level, "应为": "、".join(possible)}
        finder.add("PART081", (*subject.at, "级别"), ((*subject.at, "名称"),), **words)
