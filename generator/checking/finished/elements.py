"""What a report has beside its text: title, addressee, signature, day, annexes, length."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from generator.checking.days import in_words
from generator.checking.finished.examination import Examination
from generator.diagnostics import Place
from generator.patterns import compile_later

_HAN = compile_later(r"[\u4e00-\u9fff]")
_PUBLISHED = compile_later(
    r"(?:发布(?:时间|日期)|公开(?:时间|日期)|发文日期)[^0-9]{0,4}(20[0-9]{2})[年/.-](0?[0-9]|1[0-2])[月/.-]([0-3]?[0-9])"
)
_GENRES = ("报告", "函", "汇报", "材料")
_PERSON = compile_later(r"(?:书记|县长|市长|区长|镇长|乡长|局长|主任|省长|州长)(?:同志)?[：:]?$|同志[：:]?$")
_ONE_PERSON = compile_later(r"^(?:尊敬的)?[\u4e00-\u9fff]{0,3}(?:书记|县长|市长|区长|省长|州长|局长)(?:同志)?[：:]$")
_ADDRESSEES = compile_later(r"[、，,]|\s+")
_ANNEX = compile_later(r"^附件[：:]?")


def published_on(examination_lines: object) -> date | None:
    """The day of publication that the furniture of a web page tells."""
    for line in getattr(examination_lines, "lines", ()):
        if line.kind == "杂项":
            match = _PUBLISHED.search(line.text)
            if match is not None:
                try:
                    return date(*(int(part) for part in match.groups()))
                except ValueError:
                    return None
    return None


def check_elements(examination: Examination) -> None:
    """Every finding about the parts around the text."""
    _check_title(examination)
    _check_addressees(examination)
    _check_end(examination)
    _check_annexes(examination)
    _check_length(examination)
    _check_limit(examination)


def _first(examination: Examination) -> Place:
    """Where the report begins."""
    if examination.passages:
        return examination.passages[0].line.place
    lines = examination.manuscript.lines
    return lines[0].place if lines else Place(examination.manuscript.file)


def _last(examination: Examination) -> Place:
    return examination.passages[-1].line.place if examination.passages else _first(examination)


def _check_title(examination: Examination) -> None:
    """PART101 without a title; PART102 for one without 文种 or year; PART103 for 年度 twice."""
    title = re.sub(r"[\s|]", "", examination.manuscript.title)
    title = re.sub(r"^《(.*)》(?:（全文）)?$", r"\1", title)
    if not title:
        examination.notes.add("PART101", _first(examination))
        return
    place = next(examination.manuscript.of("标题")).place
    lacks = [] if title.endswith(_GENRES) or re.search(r"报告(?:（[^）]*）)$", title) else ["文种（报告）"]
    if not re.search(r"20[0-9]{2}年|二[〇○零]", title):
        lacks.append("年份")
    if lacks:
        examination.notes.add("PART102", place, 标题=title, 缺="和".join(lacks))
    if title.startswith("关于") and not any(examination.manuscript.of("版头", "题注", "称谓")):
        weight = "info" if examination.manuscript.organs else ""
        examination.notes.add("PART102", place, weight, 标题=title, 缺="发文机关名称")
    if re.search(r"年度.{0,12}年度报告", title):
        examination.notes.add("PART103", place, 标题=title)


def _check_addressees(examination: Examination) -> None:
    """PART105 without one, PART025 for too many, PART109 for a person, PART021 for a form that isn't used any more."""
    kind = examination.knowledge.deliveries.get(examination.subject.delivery or "")
    lines = list(examination.manuscript.of("主送"))
    if kind is not None and not kind.oral and kind.主送 == "必填" and not lines:
        examination.notes.add("PART105", _first(examination), 对象=examination.subject.delivery)
    for line in lines:
        names = [name for name in _ADDRESSEES.split(line.text.strip().rstrip("：:")) if name]
        if kind is not None and kind.主送多 and len(names) > kind.主送多:
            words: dict[str, Any] = {"版本": "报告", "数": len(names), "多": kind.主送多, "少": kind.主送少}
            examination.notes.add("PART025", line.place, **words)
        for name in names:
            if kind is not None and kind.上行 and _is_below(name, examination):
                examination.notes.add("PART039", line.place, 版本="报告", 机关=name)
            if _PERSON.search(name):
                examination.notes.add("PART109", line.place, 名称=name)
    for line in examination.manuscript.of("称谓"):
        if _ONE_PERSON.search(line.text.strip()):
            examination.notes.add("PART109", line.place, 名称=line.text.strip())
        rule = examination.notes.checks.get("PART033")
        if rule is not None and examination.level == rule.参数.get("级别") and rule.参数.get("字", "") in line.text:
            examination.notes.add("PART033", line.place, 版本="报告", 称谓=line.text.strip())
    _check_form(examination)


def _is_below(name: str, examination: Examination) -> bool:
    """Whether an organ stands under the reporter, as far as its name tells."""
    text = examination.notes.parameter("PART039", examination.level or "")
    try:
        return bool(text) and re.search(text, name) is not None
    except re.error:
        return False


def _check_form(examination: Examination) -> None:
    subject, kind = examination.subject, examination.knowledge.deliveries.get(examination.subject.delivery or "")
    reporter = examination.kind
    if kind is None or subject.year is None or reporter is None or examination.half:
        return
    words: dict[str, Any] = {"版本": "报告", "对象": subject.delivery, "类别": subject.reporter, "年度": subject.year}
    reason = reporter.不报.get(subject.delivery or "")
    if reason is not None:
        able = "、".join(name for name in examination.knowledge.deliveries if name not in reporter.不报)
        examination.notes.add("PART020", _first(examination), 原因=reason, 可报=able, **words)
    elif not kind.in_force(subject.year, "全年"):
        due = [duty.对象 for duty in reporter.应报 if duty.covers(subject.year)]
        examination.notes.add("PART021", _first(examination), 应用=due[0] if due else "送审稿", **words)


def _check_end(examination: Examination) -> None:
    """PART106 without a signature, PART107 without a day; an oral report has both in its head."""
    kind = examination.knowledge.deliveries.get(examination.subject.delivery or "")
    if kind is not None and (kind.oral or kind.署名 == "无"):
        return
    sure = "warning" if kind is not None else ""
    if not any(examination.manuscript.of("署名")) and not _speaks(examination):
        examination.notes.add("PART106", _last(examination), sure)
    if examination.manuscript.dated is None and not any(examination.manuscript.of("成文日期", "题注")):
        examination.notes.add("PART107", _last(examination), sure)


def _speaks(examination: Examination) -> bool:
    lines = examination.manuscript.of("题注", "称谓")
    return any(line.kind == "称谓" or line.text.lstrip().startswith("—") or "会议" in line.text for line in lines)


def _check_annexes(examination: Examination) -> None:
    """PART110: a note on annexes and no annex, or the other way round."""
    notes, annexes = list(examination.manuscript.of("附件说明")), list(examination.manuscript.of("附件"))
    if notes and not annexes and _ANNEX.sub("", notes[0].text).strip():
        examination.notes.add("PART110", notes[0].place, 有="附件说明", 无="附件")
    elif annexes and not notes:
        examination.notes.add("PART110", annexes[0].place, 有="附件", 无="附件说明")


def _check_length(examination: Examination) -> None:
    """PART114: longer than the general advice for documents."""
    most = int(examination.notes.parameter("PART114", "字数") or 0)
    counted = sum(len(_HAN.findall(passage.text)) for passage in examination.passages if passage.line.kind != "附件")
    if most and counted > most:
        examination.notes.add("PART114", _first(examination), 字数=counted, 多=most)


def _check_limit(examination: Examination) -> None:
    """PART028, PART029: the day of the report, or of its publication, against what the reporter owes."""
    subject, reporter = examination.subject, examination.kind
    if subject.year is None or reporter is None or examination.half:
        return
    days = {
        "报送": ("成文日期", examination.manuscript.dated),
        "发布": ("发布日期", subject.published or published_on(examination.manuscript)),
    }
    for duty in reporter.duties(subject.year, "全年"):
        name, day = days[duty.看]
        limit = duty.limit(subject.year)
        concerned = duty.看 == "发布" or duty.对象 == subject.delivery
        if not concerned or day is None or limit is None or day < limit:
            continue
        code = "PART029" if day == limit else "PART028"
        words: dict[str, Any] = {
            "版本": "报告",
            "日期名": name,
            "日期": in_words(day),
            "期限": in_words(limit),
            "年度": subject.year,
            "稳妥": in_words(limit - timedelta(days=1)),
        }
        place = (
            next((line.place for line in examination.manuscript.of("成文日期")), _last(examination))
            if duty.看 == "报送"
            else _first(examination)
        )
        examination.notes.add(code, place, 天数=(day - limit).days + 1, **words)
        if duty.看 == "报送":
            return
