"""What the paragraphs of a finished Word file are (title, headings, text, signature …), by style, number and place.

Styles of our own writer say it by their names; for all others the order of a report does: what stands before the title,
the title, to whom it goes, numbered headings and text, organ and day at the end, annexes, 版记.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.document.line_shapes import running_on
from generator.document.typeset import Boxed, Role, RoleKind, Setting
from generator.patterns import compile_later

_OWN: dict[str, RoleKind] = {
    "公文标题": "标题", "公文题注": "题注", "公文主送机关": "主送", "公文正文": "正文", "公文附注": "附注",
    "公文表题": "表题", "公文图题": "表题", "公文图": "图", "公文署名": "署名", "公文成文日期": "成文日期",
    "公文发文机关标志": "标志", "公文发文字号": "发文字号", "公文红色分隔线": "红线", "公文附件说明": "附件说明",
    "公文附件": "附件", "公文附件标题": "附件标题", "公文抄送": "版记", "公文印发": "版记",
}  # fmt: skip
_OWN_HEADING = compile_later(r"公文([一二三四])级(标题|接排段)")
_BRACKETED = compile_later(r"（[^（）]*）$")
_HAN = "[一二三四五六七八九十百]{1,5}"
_LEVELS = (
    compile_later(rf"{_HAN}\s*、"),
    compile_later(rf"[（(]\s*{_HAN}\s*[）)]"),
    compile_later(r"[0-9０-９]{1,2}\s*(?:[.．](?![0-9０-９])|、)"),
    compile_later(r"[（(]\s*[0-9０-９]{1,2}\s*[）)]"),
)
_BUILT_IN = compile_later(r"(?:heading|标题)\s*([1-9])$", 2)
_SENTENCE = compile_later("[。！？!?]")
_TITLE = compile_later(r"(?:报告|总结|情况|要点|汇报|年报|通报|说明)(?:[（(].*[）)])?$")
_ADDRESSEE = compile_later(r"(?!.*如下)[^。；]{2,60}[：:]$")
_SALUTATION = compile_later(r"(?:尊敬的)?(?:主任|主席|各位|代表|同志们|委员)[^。；]{0,40}[：:]$")
_NUMBER = compile_later(r"[〔\[［（(]\s*(?:20\d\d|[\s　]*)\s*[〕\]］）)]\s*[\d　 ]*号|签发人")
_DAY = compile_later(
    r"(?:20\d\d|[二〇○零一三四五六七八九]{4}|\s*)\s*年\s*[\d一二三四五六七八九十]{0,3}\s*月\s*[\d一二三四五六七八九十]{0,3}\s*日$"
)
_ISSUED = compile_later(r".*日\s*印发$")
_COPIES = compile_later(r"(?:抄送|主送)[：:]")
_ANNEX_NOTE = compile_later(r"附件[：:]")
_ANNEX = compile_later(r"附件\s*[0-9０-９一二三四五六七八九十]*$")
_TABLE_NOTE = compile_later(r"[（(]?(?:计量单位|单位|注|备注|说明|数据来源|资料来源)[：:]")
_CAPTION = compile_later(r"[表图]\s*[0-9０-９一二三四五六七八九十]+")
_ENDS_TEXT = "。；，、：:;,.！？…"
_FURNITURE = compile_later(
    r"(?:索\s*引\s*号|发布机构|发文机关|成文日期|发布日期|公开属性|主题分类|来源|浏览次数|信息来源)\s*[：:]|第.+届.*会议.*材料"
)
_ORGAN = compile_later("(?:文件|[府委会局厅办部院处室所队站司署区乡镇])$")
_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_ORGAN = 90, 60, 36
_FIRST_LOOK = 30  # paragraphs in which a title is looked for


def roles_of(settings: Sequence[Setting]) -> tuple[Role, ...]:
    """A role for every paragraph, in order."""
    return tuple(_Reader(settings).read())


class _Reader:
    """Goes through the paragraphs once, with the title and the end of the text found before."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self._all = settings
        self._title = _title_at(settings)
        self._days = {place for place, one in enumerate(settings) if self._is_day(one)}
        self._signed = set(self._signatures())
        self._texts = 0
        self._last: RoleKind = "其他"
        self._ended = self._named = False

    def read(self) -> Iterator[Role]:
        for place, one in enumerate(self._all):
            role = _own(one) or self._role(place, one)
            if role.kind in ("正文", "节标题"):
                self._texts += 1
            if role.kind not in ("空", "表", "图"):
                self._last = role.kind
            self._ended = self._ended or role.kind == "成文日期"
            yield role

    def _role(self, place: int, one: Setting) -> Role:
        text = one.text.strip()
        if not text:
            return Role("红线" if one.red and place < self._start else _without_text(one))
        if place < self._start:
            return Role(_in_head(one, text))
        if place in self._title:
            return Role("标题")
        if one.framed or _COPIES.match(text) or _ISSUED.match(text):
            return Role("版记")
        if one.row:
            return Role("表")
        return self._below(place, one, text)

    @property
    def _start(self) -> int:
        return min(self._title, default=0)

    def _below(self, place: int, one: Setting, text: str) -> Role:
        if place in self._days:
            return Role("题注" if self._texts == 0 and self._last in ("标题", "题注") else "成文日期")
        if place in self._signed:
            return Role("署名")
        if self._last == "附件" and len(text) <= _LONGEST_TITLE and (one.alignment == "center" or not self._named):
            return Role("附件标题")
        if kind := self._formal(place, one, text):
            return Role(kind)
        return _text_role(one, text)

    def _formal(self, place: int, one: Setting, text: str) -> RoleKind | None:
        behind_title = self._last in ("标题", "题注") and self._texts == 0
        found: RoleKind | None = None
        if behind_title and _is_headnote(one, text):
            found = "题注"
        elif (behind_title and _ADDRESSEE.match(text) and not _level(text)) or _SALUTATION.match(text):
            found = "主送"
        elif _ANNEX_NOTE.match(text) or (
            self._last == "附件说明" and text[-1] not in _ENDS_TEXT and _level(text) == _THIRD
        ):
            # On a page of its own behind the day it is the label of an annex, with its name.
            self._named = self._ended and self._opens_page(place)
            found = "附件" if self._named else "附件说明"
        elif _ANNEX.match(text):
            found, self._named = "附件", False
        elif self._last in ("成文日期", "署名") and text[0] in "（(" and text[-1] in "）)":
            found = "附注"
        elif self._is_caption(place, one, text):
            found = "表题"
        elif _FURNITURE.match(text) or one.style.lower().startswith("toc "):
            found = "其他"
        return found

    def _opens_page(self, place: int) -> bool:
        """Whether a page begins with this paragraph or with the blanks before it."""
        while place and not self._all[place].breaks_before:
            before = self._all[place - 1]
            if before.breaks_after or before.section != self._all[place].section:
                return True
            if before.text.strip():
                return False
            place -= 1
        return True

    def _is_caption(self, place: int, one: Setting, text: str) -> bool:
        """The title of a table or picture, and what is said over or under a table (单位, 注)."""
        if len(text) > _LONGEST_TITLE or _level(text):
            return False
        if _CAPTION.match(text) and text[-1] not in _ENDS_TEXT:
            return True
        beside = _TABLE_NOTE.match(text) or (one.alignment == "center" and text[-1] not in _ENDS_TEXT)
        return bool(beside) and self._by_table(place)

    def _by_table(self, place: int) -> bool:
        """Whether a table or a picture stands next to a paragraph, blanks aside."""
        before = (one for one in reversed(self._all[:place]) if one.text.strip() or one.drawn)
        behind = (one for one in self._all[place + 1 :] if one.text.strip() or one.drawn)
        return any(one is not None and (one.row > 0 or one.drawn) for one in (next(before, None), next(behind, None)))

    def _is_day(self, one: Setting) -> bool:
        return not one.row and not one.framed and bool(one.text.strip()) and _DAY.match(one.text.strip()) is not None

    def _signatures(self) -> Iterator[int]:
        """The lines of organs before a day, up to the text."""
        for day in self._days:
            for place in range(day - 1, max(day - 8, -1), -1):
                text = self._all[place].text.strip()
                if not text:
                    continue
                if len(text) > _LONGEST_ORGAN or text[-1] in _ENDS_TEXT or _level(text) or self._all[place].row:
                    break
                if place in self._title or place < self._start or _ANNEX_NOTE.match(text):
                    break
                yield place


_THIRD = 3
_BODY_SIZE = 16  # 磅: 三号
_SMALL = 18  # 磅: red letters up to this are a stamp or a remark
_BIG = 26  # 磅: letters above this are those of a mark


def role_in_box(box: Boxed, roles: Sequence[Role]) -> Role:
    """What a paragraph in a text box is: of the 版头 when it hangs above the title, or of the 版记."""
    text = box.setting.text.strip()
    title = next((place for place, role in enumerate(roles) if role.kind == "标题"), -1)
    if not text:
        return Role("红线" if box.setting.red and box.host <= title else "空")
    if box.host <= title:
        kind = _in_head(box.setting, text)
        return Role(kind if kind != "标志" or _ORGAN.search(text) else "其他")
    return Role("版记" if _COPIES.match(text) or _ISSUED.match(text) else "其他")


def _in_head(one: Setting, text: str) -> RoleKind:
    if _NUMBER.search(text):
        return "发文字号"
    size = one.letters.size
    if (_is_red(one) and size > _SMALL) or (text.endswith("文件") and len(text) <= _LONGEST_ORGAN and size > _BIG):
        return "标志"
    return "其他"


def _without_text(one: Setting) -> RoleKind:
    """What floats beside the lines leaves its paragraph an empty line."""
    return "图" if any(not each.floating for each in one.drawings) else "空"


def _own(one: Setting) -> Role | None:
    """By the names of our own styles; None for all others."""
    if not one.style.startswith("公文"):
        return None
    if heading := _OWN_HEADING.match(one.style):
        level = "一二三四".index(heading[1]) + 1
        return Role("节标题", level, _run_in(one) if heading[2] == "接排段" else running_on(one.text))
    if one.style.startswith(("公文表头", "公文表文", "公文密表")):
        return Role("表" if one.text.strip() else "空")
    kind = _OWN.get(_BRACKETED.sub("", one.style).removesuffix("首行").removesuffix("下一行"))
    if kind is None or not (one.text.strip() or kind == "红线"):
        return Role(_without_text(one))
    return Role(kind)


def _text_role(one: Setting, text: str) -> Role:
    """A heading on its own line, one that runs in, or text."""
    built_in = _BUILT_IN.match(one.style)
    level = _level(text) or (int(built_in[1]) if built_in else 0)
    if not level or level > len(_LEVELS):
        return Role("正文")
    end = _SENTENCE.search(text)
    whole = end is None or end.end() >= len(text)
    if whole and len(text) <= _LONGEST_HEADING and text[-1] not in "；，、;,":
        return Role("节标题", level)
    if built_in and len(text) <= _LONGEST_HEADING:
        return Role("节标题", level)
    run_in = _run_in(one)
    return Role("节标题", level, run_in) if run_in else Role("正文")


def _run_in(one: Setting) -> int:
    """How far a heading runs into its paragraph: as far as it is set apart, else to the end of the first sentence."""
    length = 0
    for first, run in zip(one.runs, one.runs[1:], strict=False):
        length += len(first.text)
        apart = (first.letters.chinese.name, first.letters.bold) != (run.letters.chinese.name, run.letters.bold)
        if apart and one.text[:length].rstrip()[-1:] in ("。", "．", "：", ":", "！", "？"):
            return length
        if apart and _han(first.text) and _han(run.text):
            break
    end = _SENTENCE.search(one.text)
    return end.end() if end is not None and len(one.text[: end.end()].strip()) <= _LONGEST_HEADING else 0


def _han(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def _level(text: str) -> int:
    return next((level for level, shape in enumerate(_LEVELS, start=1) if shape.match(text)), 0)


def _is_red(one: Setting) -> bool:
    colour = one.letters.colour
    return colour[:2] >= "A0" and colour[2:4] < "50" and colour[4:] < "50" if len(colour) == 6 else False  # noqa: PLR2004 - six digits


def _is_headnote(one: Setting, text: str) -> bool:
    bracketed = text[0] in "（(" and text[-1] in "）)"
    return (bracketed or text.startswith("——") or one.alignment == "center") and not _level(text)


def _title_at(settings: Sequence[Setting]) -> frozenset[int]:
    """The places of the title's lines; none when no title is to be seen."""
    heads = [place for place, one in enumerate(settings) if one.text.strip() and not one.row][:_FIRST_LOOK]
    first = next((place for place in heads if _may_be_title(settings[place])), None)
    if first is None:
        first = next((place for place in heads if _stands_out(settings[place])), None)
    if first is None:
        return frozenset()
    lines = [first]
    look = settings[first]
    for place in range(first - 1, max(first - 4, -1), -1):
        one = settings[place]
        if not one.text.strip() or one.row or not _alike(one, look) or _NUMBER.search(one.text):
            break
        lines.append(place)
    return frozenset(lines)


def _may_be_title(one: Setting) -> bool:
    text = one.text.strip()
    if one.style in ("公文标题", "公文标题（下有题注）") or one.style.lower() == "title":
        return True
    ends = bool(_TITLE.search(text)) and len(text) <= _LONGEST_TITLE and not _level(text)
    return ends and ("关于" in text or "年" in text or one.alignment == "center") and text[-1] not in _ENDS_TEXT


def _stands_out(one: Setting) -> bool:
    """Whether a line looks like a title, whatever it says: in the middle, in large black letters."""
    large = _BODY_SIZE < one.letters.size <= _BIG
    return one.alignment == "center" and large and not _is_red(one) and len(one.text.strip()) <= _LONGEST_TITLE


def _alike(one: Setting, other: Setting) -> bool:
    same = one.alignment == other.alignment and one.letters.size == other.letters.size
    return same and not _is_red(one) and len(one.text.strip()) <= _LONGEST_ORGAN
