"""All figures of the county from the forms that count, in the order of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as AnyOf
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Place
from generator.merging.case import Case, Entry
from generator.merging.ratios import Counts, recalculated
from generator.merging.rules import RULES, tell_forecasts
from generator.merging.sent import Key, Sent
from generator.merging.sums import total
from generator.merging.teller import Teller
from generator.models.catalogue import Catalogue, Topic
from generator.models.check import CheckRule
from generator.models.collection import Merged
from generator.models.quantity import Quantity
from generator.models.units import Unit, Units
from generator.records import dataclass

_LEFT_BLANK, _FLAWED, _UNANSWERED = "DATA501", "DATA502", "DATA507"
_ALONE, _ADDED = "DATA521", "DATA522"
_UNFILLED = "DATA525"
_NOT_ADDED = "不汇总"
_RECALCULATED = "重算"
_MOST_TOPICS, _MOST_NAMES = 10, 6


@dataclass(frozen=True, slots=True)
class County:
    """The county's figures, the statements (声明) that may be made of them, and what was found on the way."""

    figures: tuple[Merged, ...]
    ticked: Mapping[str, frozenset[str]]
    found: tuple[Diagnostic, ...]


def merge(
    sent: Iterable[Sent],
    units: Units,
    catalogue: Catalogue,
    checks: Mapping[str, CheckRule],
    apart: AnyOf[str] = (),
) -> County:
    """One form of each unit put together; the order in which they are given says nothing.

    The topics `apart` speak of each unit alone (its own head): what was given is kept, and no figure made of it.
    """
    position = {name: number for number, name in enumerate(units.units)}
    in_order = sorted(sent, key=lambda each: (position.get(each.unit, len(position)), each.unit))
    work = _Merging(in_order, units, Teller(checks))
    figures: list[Merged] = []
    ticked: dict[str, frozenset[str]] = {}
    for name, topic in _filled(catalogue, in_order):
        if name in apart and units.source_of(name) is None:
            figures += work.kept_apart(topic)
            continue
        figures += work.topic(topic)
        statements = work.statements(topic)
        if statements is not None:
            ticked[name] = statements
    work.tell_unfilled(name for name in catalogue.topics if name not in apart)
    work.tell_blanks()
    return County(tuple(figures), ticked, tuple(work.teller.found))


def _filled(catalogue: Catalogue, sent: Sequence[Sent]) -> Iterator[tuple[str, Topic]]:
    """The topics that any form has a figure or a tick in, in the order of the catalogue."""
    used = {topic for each in sent for topic, _ in each.figures} | {topic for each in sent for topic in each.ticked}
    for name in catalogue.topics:
        if name in used:
            yield name, catalogue.topics[name]


class _Merging:
    def __init__(self, sent: Sequence[Sent], units: Units, teller: Teller) -> None:
        self.teller = teller
        self._sent = sent
        self._units = units
        self._entries: dict[Key, list[Entry]] = defaultdict(list)
        self._giving: dict[str, set[str]] = defaultdict(set)
        self._asked: dict[str, list[str]] = defaultdict(list)
        self._blank: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._labels: dict[str, str] = {}
        self._summed: dict[str, list[str]] = defaultdict(list)
        for each in sent:
            for key, given in each.figures.items():
                self._entries[key].append(Entry(each, given))
                self._giving[key[0]].add(each.unit)
            for topic in each.topics or self._by_list(each.unit):
                self._asked[topic].append(each.unit)

    def _by_list(self, unit: str) -> tuple[str, ...]:
        return self._units.topics_of(unit) if unit in self._units.units else ()

    def topic(self, topic: Topic) -> list[Merged]:
        """The figures of a topic that anybody said anything of, and the ratios that follow from them."""
        cases = {
            name: Case(topic, name, self._entries.get((topic.名称, name), ()), self._units, self.teller)
            for name in topic.指标
        }
        made: dict[str, Quantity | None] = {}
        for name, case in cases.items():
            if case.entries and case.indicator.合并 != _RECALCULATED:
                made[name] = RULES[case.indicator.合并](case)
        counts = Counts(dict(made), {name: cases[name].entries[0].given.place for name in made})
        for name, case in cases.items():
            if case.indicator.合并 == _RECALCULATED and (case.entries or counts.exact(case.indicator.分子) is not None):
                made[name] = recalculated(case, counts)
        self._tell_unanswered(topic, [cases[name] for name in made])
        self._tell_unsourced(topic, [cases[name] for name in made if cases[name].unsourced])
        return [self._merged(cases[name], made[name]) for name in topic.指标 if self._is_told_of(cases[name], made)]

    def kept_apart(self, topic: Topic) -> list[Merged]:
        """What each unit gave of itself, without a figure of the county's."""
        made = []
        for name in topic.指标:
            entries = self._entries.get((topic.名称, name), ())
            case = Case(topic, name, entries, self._units, self.teller)
            case.share_all(case.givers, "参照", "各单位自己的情况，不相加")
            if entries:
                made.append(Merged(topic.名称, name, _NOT_ADDED, None, tuple(case.parts())))
        return made

    @staticmethod
    def _is_told_of(case: Case, made: Mapping[str, Quantity | None]) -> bool:
        return case.name in made and (bool(case.entries) or made[case.name] is not None)

    def _merged(self, case: Case, quantity: Quantity | None) -> Merged:
        tell_forecasts(case)
        for entry in case.entries:
            if entry.given.flaw:
                case.tell(_FLAWED, entry.given.place, 单位=case.short(entry.unit), 缘由=entry.given.flaw)
        silent = self._silent(case)
        rule = case.rule or case.indicator.合并
        made = Merged(case.topic.名称, case.name, rule, quantity, tuple(case.parts()), silent, tuple(case.doubts))
        return replace(made, base=case.base, usual=case.base == next(iter(case.indicator.口径), ""))

    def _silent(self, case: Case) -> tuple[str, ...]:
        """Who was asked for a part of the county's figure and left it blank."""
        gave = {entry.unit for entry in case.entries}
        asked = [unit for unit in self._asked[case.topic.名称] if unit not in gave]
        if case.indicator.合并 == "求和":
            asked = [unit for unit in asked if not case.by_letter(unit)]
            self._labels[case.topic.名称] = case.topic.标签
            self._summed[case.topic.名称].append(case.name)
            for unit in asked:
                self._blank[unit][case.topic.名称].append(case.indicator.标签)
                if unit in self._giving[case.topic.名称]:
                    case.doubts[_LEFT_BLANK] = None
            return tuple(asked)
        if case.unsourced and case.rule == "求和":
            return tuple(unit for unit in asked if case.speaks_for_a_territory(unit))
        source = case.source() if case.indicator.合并 != _RECALCULATED else None
        return (source.名称,) if source is not None and source.名称 in asked else ()

    def _tell_unanswered(self, topic: Topic, cases: Iterable[Case]) -> None:
        """Figures that the source left blank though others gave them: once for a topic and source."""
        by_source: dict[str, tuple[Unit, list[Case]]] = {}
        for case in cases:
            if case.unanswered is not None:
                by_source.setdefault(case.unanswered.名称, (case.unanswered, []))[1].append(case)
        for source, several in by_source.values():
            form = next((each for each in self._sent if each.unit == source.名称), None)
            place = Place(form.file) if form is not None else several[0].givers[0].given.place
            names = _shortened([case.indicator.标签 for case in several])
            why = "表里没有可用的数" if form is not None else "没有报表"
            words = {"来源": source.简称, "主题": topic.标签, "各项": names, "缘由": why}
            if self.teller.tell(_UNANSWERED, place, **words):
                for case in several:
                    case.doubts[_UNANSWERED] = None

    def tell_unfilled(self, topics: Iterable[str]) -> None:
        """Whole topics that the unit who answers for them was asked for and left blank, and nobody else gave."""
        silent: dict[str, list[str]] = {}
        for name in topics:
            source = self._units.source_of(name)
            if source is not None and not self._giving[name] and source.名称 in self._asked[name]:
                silent.setdefault(source.名称, []).append(name)
        for unit, names in silent.items():
            form = next(each for each in self._sent if each.unit == unit)
            words = {"来源": self._units.units[unit].简称, "各主题": _shortened(names)}
            self.teller.tell(_UNFILLED, Place(form.file), **words)

    def _tell_unsourced(self, topic: Topic, cases: Iterable[Case]) -> None:
        """Counts without a source that were taken of units' own all the same: once for a topic and its givers."""
        by_givers: dict[tuple[str, ...], list[Case]] = {}
        for case in cases:
            if case.rule != "未定":
                by_givers.setdefault(tuple(entry.unit for entry in case.givers), []).append(case)
        for givers, several in by_givers.items():
            code = _ALONE if len(givers) == 1 else _ADDED
            words = {
                "主题": topic.标签,
                "主题名": topic.名称,
                "单位": "、".join(several[0].short(name) for name in givers),
                "各项": _shortened([_with_parts(case) for case in several]),
            }
            if self.teller.tell(code, several[0].givers[0].given.place, **words):
                for case in several:
                    case.doubts[code] = None

    def statements(self, topic: Topic) -> frozenset[str] | None:
        """The statements that hold of the county: the source's word, else what every unit with figures ticked.

        None when nobody spoke who could.
        """
        source = self._units.source_of(topic.名称)
        alone = source is not None and any(self._units.county_source_of(topic, name) == source for name in topic.指标)
        name = source.名称 if source is not None and alone else ""
        speakers = [e for e in self._sent if (e.unit == name if name else e.unit in self._giving[topic.名称])]
        said = [each.ticked.get(topic.名称, frozenset()) for each in speakers]
        return frozenset.intersection(*said) if said else None

    def tell_blanks(self) -> None:
        """What each unit left blank of figures that are added up: once for a unit."""
        for each in self._sent:
            blank = self._blank.get(each.unit)
            if not blank:
                continue
            words = [
                f"{self._labels[topic]}（{_shortened(names) if len(names) < len(self._summed[topic]) else '都没有填'}）"
                for topic, names in blank.items()
            ]
            more = f"等{len(words)}个主题" if len(words) > _MOST_TOPICS else ""
            count = sum(map(len, blank.values()))
            place = Place(each.file)
            self.teller.tell(_LEFT_BLANK, place, 数=count, 各项="、".join(words[:_MOST_TOPICS]) + more)


def _with_parts(case: Case) -> str:
    """`调解案件321`, `调解案件321+150=471`."""
    parts = [entry.worth.printed for entry in case.givers if entry.worth is not None]
    label = case.indicator.标签
    if len(parts) == 1:
        return f"{label}{parts[0]}"
    together = total([entry.worth for entry in case.givers if entry.worth is not None])
    return f"{label}{'+'.join(parts)}={together.printed}"


def _shortened(names: Sequence[str]) -> str:
    more = f"等{len(names)}项" if len(names) > _MOST_NAMES else ""
    return "、".join(names[:_MOST_NAMES]) + more
