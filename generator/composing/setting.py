"""境: what every template knows of the version it writes — who, when, for whom."""

from __future__ import annotations

from datetime import date

from generator.models.delivery import Delivery, DeliveryKind, Meeting, Speaker, Wording
from generator.models.delivery_words import NO_WORDS, USUAL_WORDS
from generator.models.knowledge import Knowledge
from generator.models.outline import MATTER
from generator.models.report import FINAL_STATES, Report, lead_of, organs_of
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """Names as templates read them. 标题 is in pieces between which a line may be broken.

    截至 is for sentences (2025年底), 数据截至 the very day.

    开头语 and 结束语 are the usual words of the form; empty where there are none, where staff want none, and where
    they wrote their own (自写).
    """

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
    路径: str = ""
    版头: bool = False
    标志: tuple[str, ...] = ()
    标志后缀: str = ""
    文号: str = ""
    签发人: tuple[str, ...] = ()
    版记: bool = False
    抄送: tuple[str, ...] = ()
    印发机关: str = ""
    印发日期: str = ""
    双面: bool = False
    会议: str = ""
    会议日期: str = ""
    报告人职务: str = ""
    报告人姓名: str = ""
    称谓: str = ""
    开头语: str = ""
    开头语自写: bool = False
    结束语: str = ""
    结束语自写: bool = False
    事由: str = MATTER
    导语结尾: str = ""
    数据截至: str = ""


def printed_day(day: date | None) -> str:
    """2026年2月9日: Arabic, in full, without leading zeros (GB/T 9704—2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def make_setting(report: Report, delivery: Delivery, knowledge: Knowledge) -> Setting:
    """The setting of one version; what the delivery leaves open comes from the report's 主体."""
    kind = knowledge.deliveries[delivery.kind]
    outline = knowledge.outline_of(report)
    matter = outline.事由 if outline is not None else MATTER
    organs = organs_of(report, delivery, kind)
    words = _Words(report, organs, matter)
    meeting, speaker = delivery.meeting or Meeting(), delivery.speaker or Speaker()
    copies, issuer, issued_on = _imprint(delivery, kind)
    opening = _usual(delivery.opening, kind.开头语, speaker.manner or "", words)
    opening, lead_ending = _led_over(report, delivery, kind, opening, words)
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
        标题=_title(report, delivery, knowledge, words),
        状态="" if report.state in FINAL_STATES else report.state,
        示例=report.example,
        体例=report.layout,
        名称=delivery.name,
        对象=delivery.kind,
        截至=_until(report),
        数据截至=printed_day(report.cutoff or report.last_day),
        成文日期=printed_day(delivery.signed_on) if kind.署名 == "有" else "",
        用印=delivery.sealed,
        附注=kind.附注,
        路径="/".join(str(step) for step in delivery.at),
        版头=kind.版头 == "有",
        标志=tuple(delivery.marks) or organs,
        标志后缀=kind.标志后缀,
        文号=delivery.number or "",
        签发人=tuple(delivery.signers),
        版记=bool(copies or issuer or issued_on),
        抄送=copies,
        印发机关=issuer,
        印发日期=issued_on,
        双面=delivery.duplex,
        会议=meeting.name or "",
        会议日期=printed_day(meeting.day),
        报告人职务=speaker.office or "",
        报告人姓名=speaker.name or "",
        称谓=_salutation(report, delivery, knowledge),
        开头语=opening,
        开头语自写=is_own(delivery.opening),
        结束语=_usual(delivery.closing, kind.结束语, speaker.manner or "", words),
        结束语自写=is_own(delivery.closing),
        事由=matter,
        导语结尾=lead_ending,
    )


def _until(report: Report) -> str:
    """The day of what there is, as sentences say it: 2025年底 unless the figures end on another day."""
    if report.cutoff is not None and report.cutoff != report.last_day:
        return printed_day(report.cutoff)
    return f"{report.year}年6月底" if report.period == "上半年" else f"{report.year}年底"


def is_own(words: str | None) -> bool:
    """Whether an opening or closing was written by staff, not merely asked for or declined."""
    return bool(words and words.strip()) and words not in (NO_WORDS, USUAL_WORDS)


def self_name(report: Report, delivery: Delivery, knowledge: Knowledge) -> str:
    """全县, 全区 …: from the delivery, the report, the organ's own name, or the kind and level of the reporter."""
    given = delivery.self_name or report.subject.self_name
    if given:
        return given
    kind = knowledge.reporters[report.subject.kind]
    organs = organs_of(report, delivery, knowledge.deliveries[delivery.kind])
    return kind.self_name(organs, report.subject.level or kind.默认级别)


@dataclass(frozen=True, slots=True)
class _Words:
    """What fills the slots of titles and of usual words."""

    report: Report
    organs: tuple[str, ...]
    matter: str

    def title(self, piece: str) -> str:
        """A piece of a title with its slots filled."""
        return (
            piece.replace("{机关}", " ".join(self.organs))
            .replace("{简称}", self.report.subject.short_name)
            .replace("{年}", str(self.report.year))
            .replace("{事由}", self.matter)
        )

    def sentence(self, words: str) -> str:
        """A sentence with its slots filled."""
        report, organs = self.report, self.organs
        span = f"{report.year}年上半年" if report.period == "上半年" else f"{report.year}年度"
        filled = words.replace("{机关}", "、".join(organs)).replace("{时段}", span).replace("{事由}", self.matter)
        return filled.replace("{本机关}", _called_at_home(organs[-1], report.subject.short_name) if organs else "")


def _title(report: Report, delivery: Delivery, knowledge: Knowledge, words: _Words) -> tuple[str, ...]:
    of_kind = knowledge.deliveries[delivery.kind].标题.get(report.period)
    pattern = delivery.title or of_kind or knowledge.reporters[report.subject.kind].标题[report.period]
    return tuple(filled for piece in pattern.split("|") if (filled := words.title(piece)))


def _salutation(report: Report, delivery: Delivery, knowledge: Knowledge) -> str:
    kind = knowledge.deliveries[delivery.kind]
    if not kind.oral:
        return ""
    level = report.subject.level or knowledge.reporters[report.subject.kind].默认级别
    return (delivery.salutation or kind.称谓.get(level, "")).rstrip("：:")


def _imprint(delivery: Delivery, kind: DeliveryKind) -> tuple[tuple[str, ...], str, str]:
    if kind.版记 == "无":
        return (), "", ""
    return tuple(delivery.copies), delivery.issuer or "", printed_day(delivery.issued_on)


def _led_over(report: Report, delivery: Delivery, kind: DeliveryKind, opening: str, words: _Words) -> tuple[str, str]:
    """The opening of the form, and the sentence at the end of the 导语: only one of them leads over to the text.

    A written report's opening that was asked for ends the 导语; an oral report's stands before it.
    """
    if lead_of(report, delivery) is None:
        return opening, ""
    if opening and not kind.oral:
        return "", opening
    if opening or is_own(delivery.opening) or delivery.opening == NO_WORDS or kind.导语结尾 is None:
        return opening, ""
    return "", words.sentence(kind.导语结尾.文)


def _usual(wanted: str | None, wordings: list[Wording], manner: str, words: _Words) -> str:
    """The words of the form for this manner of speaking, else those that fit any; filled in."""
    if is_own(wanted) or wanted == NO_WORDS:
        return ""
    fitting = [each for each in wordings if each.方式 == manner] or [each for each in wordings if not each.方式]
    chosen = next((each for each in fitting if each.默认 or wanted == USUAL_WORDS), None)
    return words.sentence(chosen.文) if chosen else ""


def _called_at_home(organ: str, short_name: str) -> str:
    """青川县人民政府 is 县人民政府 to those who hear it there; a name without the place in it stays as it is."""
    place, found, rest = organ.partition(short_name)
    return short_name[-1] + rest if found and rest else place + found + rest
