"""What a county can't say it did: make laws, not accept an application, follow a document under another name."""

from __future__ import annotations

import re

from generator.checking.finished.examination import TITLE, Examination
from generator.patterns import compile_later

_AUTONOMOUS = compile_later(r"自治[县旗]")
_STATUTES = r"(?:地方性法规|地方政府规章|政府规章|地方法规|自治条例|单行条例)"
_LEGISLATION = compile_later(
    rf"(?:制定|出台|颁布|公布)了?[^，。；、\n“《]{{0,8}}{_STATUTES}"
    rf"|(?:加强|推进|开展|完善|强化|做好|抓好|提高)(?:行政|地方|政府|重点领域|科学|民主){{0,2}}立法(?:工作|质量|进程|程序|机制)?(?=[，。；、\n])"
)
_OF_OTHERS = compile_later(
    r"省|自治区|市人大|设区的市|全国|国家|国务院|上级|配合|协助|参与|支持|征求|建议|调研|联系点|意见|学习|宣传|贯彻|依据|根据|按照"
)
_CLAUSES = compile_later(r"[^。；\n]*")
_REFUSED = compile_later(
    r"(?<![0-9])[0-9]+件(?P<词>未受理|未予受理|没有受理|不受理)|(?P<词二>未受理|未予受理|没有受理|不受理)(?:的)?[0-9]+件"
)
_PENDING = compile_later(r"尚未|暂未|正在|审查中|补正|撤回|转送|逾期")
_TO_CONGRESS = ("人大常委会书面", "人大常委会口头")
_OPINIONS = compile_later("审议意见")
_ANSWERED = compile_later(r"(?<!将)(?<!将认真)(?:办理|落实|整改|研究处理|反馈|完成|回复|采纳)")
_WHOLE = 1000
_STATE_COUNCIL = compile_later(r"(?:国务院(?:办公厅)?|国办)[^《》。；\n]{0,20}《(?P<名>[^《》\n]{6,80})》")


def check_claims(examination: Examination) -> None:
    """TERM048, TERM049, TERM050."""
    _check_legislation(examination)
    _check_refused(examination)
    _check_titles(examination)


def check_opinions(examination: Examination) -> None:
    """PART134: a report to the standing committee says what became of its opinions on last year's."""
    if examination.subject.delivery not in _TO_CONGRESS or len(examination.text) < _WHOLE or examination.half:
        return
    if not any(_ANSWERED.search(_clause(examination, at.start())) for at in _OPINIONS.finditer(examination.text)):
        examination.notes.add("PART134", examination.passages[0].line.place)


def _clause(examination: Examination, at: int) -> str:
    """The sentence that holds a character."""
    begin = max(examination.text.rfind(sign, 0, at) for sign in "。；\n") + 1
    match = _CLAUSES.match(examination.text, begin)
    return match[0] if match else ""


def _check_legislation(examination: Examination) -> None:
    """TERM048: by law only provinces, cities with districts and autonomous places make statutes."""
    if examination.level not in examination.notes.words("TERM048", "级别"):
        return
    if any(_AUTONOMOUS.search(name) for name in (*examination.manuscript.organs, examination.manuscript.title)):
        return
    told = any(word in examination.text for word in ("立法", "法规", "规章", "条例"))
    for match in _LEGISLATION.finditer(examination.text) if told else ():
        if examination.inside[match.start()] & TITLE or _OF_OTHERS.search(_clause(examination, match.start())):
            continue
        examination.add("TERM048", match.start(), match.end(), 级别=examination.level)


def _check_refused(examination: Examination) -> None:
    """TERM049: of applications for review, 受理 and 不予受理 are the law's words."""
    for match in _REFUSED.finditer(examination.text) if "复议" in examination.text else ():
        sentence = _clause(examination, match.start())
        if "复议" in sentence and not _PENDING.search(sentence):
            examination.add("TERM049", match.start(), match.end(), 词=match["词"] or match["词二"])


def _check_titles(examination: Examination) -> None:
    """TERM050: a document of the State Council that holds the words of another's title."""
    core, full = (examination.notes.parameter("TERM050", name) for name in ("题", "全称"))
    spared = examination.notes.words("TERM050", "除")
    there = core and full and "国" in examination.text and core in re.sub(r"[、，\s]", "", examination.text)
    for match in _STATE_COUNCIL.finditer(examination.text) if there else ():
        name = re.sub(r"[、，\s]", "", match["名"])
        if core in name and name not in (full, full.removeprefix("国务院办公厅")) and not name.endswith(spared):
            examination.add("TERM050", match.start(), match.end(), 名=match["名"], 全称=full)
