"""境: what every template knows of the version it writes — who, when, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.models.delivery import Delivery, DeliveryKind
from generator.models.knowledge import Knowledge
from generator.models.report import FINAL_STATES, Report


@dataclass(frozen=True, slots=True)
class Setting:
    """Names as templates read them. 标题 is in pieces between which a line may be broken."""

    年: int
    上年: int
    下年: int
    期: str
    上半年: bool
    域: str
    简称: str
    机关: tuple[str, ...]
    上级: str
    主送: tuple[str, ...]
    标题: tuple[str, ...]
    状态: str
    示例: bool
    体例: str
    名称: str
    对象: str
    截至: str
    成文日期: str
    用印: bool
    附注: str


def printed_day(day: date | None) -> str:
    """2026年2月9日: Arabic, in full, without leading zeros (GB/T 9704—2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def make_setting(report: Report, delivery: Delivery, knowledge: Knowledge) -> Setting:
    """The setting of one version; what the delivery leaves open comes from the report's 主体."""
    kind = knowledge.deliveries[delivery.kind]
    organs = tuple(delivery.organs or report.subject.names)
    return Setting(
        年=report.year,
        上年=report.year - 1,
        下年=report.year + 1,
        期=report.period,
        上半年=report.period == "上半年",
        域=self_name(report, delivery, knowledge),
        简称=report.subject.short_name,
        机关=organs,
        上级=report.subject.superior or "",
        主送=tuple(delivery.addressees) if kind.主送 != "不用" else (),
        标题=_title(report, delivery, knowledge, organs),
        状态="" if report.state in FINAL_STATES else report.state,
        示例=report.example,
        体例=report.layout,
        名称=delivery.name,
        对象=delivery.kind,
        截至=printed_day(report.cutoff)
        or (f"{report.year}年6月底" if report.period == "上半年" else f"{report.year}年底"),
        成文日期=_day(delivery, kind),
        用印=delivery.sealed,
        附注=kind.附注,
    )


def self_name(report: Report, delivery: Delivery, knowledge: Knowledge) -> str:
    """全县, 全区 …: from the delivery, the report, or the kind and level of the reporter."""
    kind = knowledge.reporters[report.subject.kind]
    return delivery.self_name or report.subject.self_name or kind.自称.get(report.subject.level, "")


def _title(report: Report, delivery: Delivery, knowledge: Knowledge, organs: tuple[str, ...]) -> tuple[str, ...]:
    pattern = delivery.title or knowledge.reporters[report.subject.kind].标题[report.period]
    filled = [
        piece.replace("{机关}", " ".join(organs)).replace("{年}", str(report.year)) for piece in pattern.split("|")
    ]
    return tuple(piece for piece in filled if piece)


def _day(delivery: Delivery, kind: DeliveryKind) -> str:
    return printed_day(delivery.signed_on) if kind.署名 == "有" else ""
