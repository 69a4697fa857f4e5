"""One figure of the county while it is being made: who gave what for it, whose word counts, what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from generator.diagnostics import Place, Severity
from generator.merging.sent import Given, Sent
from generator.merging.teller import Teller
from generator.models.catalogue import Indicator, Topic
from generator.models.collection import Part, Share
from generator.models.quantity import Quantity
from generator.models.units import TERRITORIES, Unit, Units
from generator.records import dataclass

_SECTION = "司法局股室"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one unit gave."""

    sent: Sent
    given: Given

    @property
    def unit(self) -> str:
        return self.sent.unit

    @property
    def worth(self) -> Quantity | None:
        return self.given.worth


@dataclass(slots=True)
class Case:
    """A figure and its entries in official order. `shares` and `doubts` grow while its rule is applied.

    `rule` says how the figure came about where that isn't as the catalogue has it. `unsourced` is a count that is put
    together of units' own, because nobody's is said to be the county's.
    """

    topic: Topic
    name: str
    entries: Sequence[Entry]
    units: Units
    teller: Teller
    shares: dict[str, tuple[Share, str]] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)
    unanswered: Unit | None = None
    rule: str = ""
    unsourced: bool = False
    base: str = ""

    @property
    def indicator(self) -> Indicator:
        return self.topic.指标[self.name]

    @property
    def ref(self) -> str:
        return f"{self.topic.名称}.{self.name}"

    @property
    def label(self) -> str:
        """As the form calls it: 普法宣传：活动场次."""
        return f"{self.topic.标签}：{self.indicator.标签}"

    @property
    def counted(self) -> bool:
        """Whether it is a count, of events or of what there is; ratios aren't."""
        return self.indicator.性质 != "比率"

    @property
    def givers(self) -> list[Entry]:
        """Those who gave a figure that may count."""
        return [entry for entry in self.entries if entry.worth is not None]

    def source(self) -> Unit | None:
        """The unit whose figure is the county's, by the list of units."""
        return self.units.county_source_of(self.topic, self.name)

    def of(self, unit: Unit) -> Entry | None:
        """What the source gave; a section of the justice bureau may answer for another section, or for the bureau."""
        own = next((entry for entry in self.givers if entry.unit == unit.名称), None)
        if own is not None:
            return own
        same_house = [entry for entry in self.givers if self._in_one_house(unit, entry.unit)]
        return same_house[0] if len(same_house) == 1 else None

    def _in_one_house(self, unit: Unit, other: str) -> bool:
        there = self.units.units.get(other)
        if there is None or _SECTION not in (unit.类型, there.类型):
            return False
        nested = unit.名称.startswith(there.名称) or there.名称.startswith(unit.名称)
        return unit.类型 == there.类型 or nested

    def by_letter(self, name: str) -> bool:
        """Whether a unit, as the courts, is asked by letter (数据函)."""
        unit = self.units.units.get(name)
        return unit is not None and unit.报送 == "数据函"

    def speaks_for_the_county(self, name: str) -> bool:
        """Whether a unit fills the topic in its own right, and not as one of many by its package (包)."""
        return self.units.speaks_for_the_county(name, self.topic.名称)

    def speaks_for_a_territory(self, name: str) -> bool:
        """Whether a unit is one of those that the county is divided into."""
        unit = self.units.units.get(name)
        return unit is not None and unit.类型 in TERRITORIES

    def short(self, name: str) -> str:
        unit = self.units.units.get(name)
        return unit.简称 if unit is not None else name

    def share(self, entry: Entry, share: Share, why: str = "") -> None:
        self.shares[entry.unit] = (share, why)

    def share_all(self, entries: Sequence[Entry], share: Share, why: str = "") -> None:
        """The same share for those that have none yet."""
        for entry in entries:
            self.shares.setdefault(entry.unit, (share, why))

    def is_counted(self, entry: Entry) -> bool:
        """Whether an entry is in the county's figure."""
        return self.shares.get(entry.unit, ("参照", ""))[0] == "计入"

    def tell(self, code: str, place: Place, **words: object) -> None:
        """Add a finding about the figure; what is told only for information casts no doubt on it."""
        if (
            self.teller.tell(code, place, 指标=self.label, **words)
            and self.teller.found[-1].severity is not Severity.INFO
        ):
            self.doubts[code] = None

    def parts(self) -> Iterator[Part]:
        for entry in self.entries:
            given = entry.given
            if given.flaw:
                share: tuple[Share, str] = ("不计", given.flaw)
            elif given.quantity is None:
                share = ("不计", excuse(given))
            else:
                share = self.shares.get(entry.unit, ("参照", ""))
            yield Part(entry.unit, given.quantity, given.place, *share)


def excuse(given: Given) -> str:
    """Why a unit hasn't the figure."""
    reason = given.not_applicable
    return reason if reason.startswith("不适用") else f"不适用：{reason}"
