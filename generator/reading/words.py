"""The word lists, and what they say of a line. Blanks within a line, and half-width marks, don't count."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from generator.models.reading import ReadingWords
from generator.patterns import compile_later

_BLANKS = compile_later(r"[\s\u3000\u00a0\u2000-\u200b\ufeff]+")
_BULLETS = "·•●○◆◇■□▪※*->»【[("
_BEHIND = "：: 　】]）)|/"
_DAY = compile_later(
    r"[（(]?\s*(?P<y>[12][0-9]{3}|[二一][〇零○Ｏ0一二三四五六七八九]{3})\s*年\s*"
    r"(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*[）)]?"
)
_BLANK_DAY = compile_later(
    r"[（(]?\s*(?:[0-9]{4}|[xX×Ｘ*]{2,4})?\s*年\s*[0-9xX×Ｘ*]{0,2}\s*月\s*[0-9xX×Ｘ*]{0,2}\s*日?\s*[）)]?"
)
_NUMBER = compile_later(r".{0,20}[〔\[（(［]\s*(?:[0-9]{4}|)\s*[〕\]）)］]\s*[0-9]*\s*号")
_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_LONGEST_FURNITURE = 90
_LONGEST_NAME = 30
_FULL = str.maketrans(",:;()", "，：；（）")


def bare(text: str) -> str:
    """A line without blanks."""
    return _BLANKS.sub("", text)


def full_width(text: str) -> str:
    """A line without blanks, its marks full-width as the word lists write them."""
    return bare(text).translate(_FULL)


def day_in(text: str) -> date | None:
    """The day that a line consists of; None when it is another line or no day."""
    return _day(_DAY.fullmatch(text.strip()))


def day_within(text: str) -> date | None:
    """The first day that a line names."""
    return _day(_DAY.search(text))


def _day(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year = "".join(_DIGITS.get(digit, digit) for digit in found["y"])
    try:
        return date(int(year), _counted(found["m"]), _counted(found["d"]))
    except (ValueError, KeyError):
        return None


def is_day(text: str) -> bool:
    """Whether a line consists of a day, or of the blanks that one is to be written into."""
    return bool(_DAY.fullmatch(text.strip()) or _BLANK_DAY.fullmatch(text.strip()))


def is_number(text: str) -> bool:
    """Whether a line consists of a 发文字号."""
    return bool(_NUMBER.fullmatch(bare(text)))


def _counted(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, found, ones = text.partition("十")
    if not found:
        return int(_DIGITS[text])
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))


class Words:
    """Questions about a line."""

    def __init__(self, lists: ReadingWords) -> None:
        self._lists = {name: lists[name] for name in _NAMES}
        begins = "|".join(r"\s*".join(map(re.escape, bare(word))) for word in self._lists["网页开头"])
        self._begins = re.compile(rf"[\s{re.escape(_BULLETS)}]*(?:{begins})(?:[\s{re.escape(_BEHIND)}]|$)")
        self._plain = {name: tuple(full_width(word) for word in words) for name, words in self._lists.items()}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._lists[name]

    def is_furniture(self, text: str) -> bool:
        """Whether a line belongs to a web page and not to the report."""
        line = full_width(text).lstrip(_BULLETS)
        if not line or all(_is_symbol(c) for c in line):
            return True
        if len(line) > _LONGEST_FURNITURE:
            return False
        if any(word in full_width(text) for word in self._plain["网页含有"]):
            return True
        return bool(self._begins.match(text))

    def is_title(self, text: str) -> bool:
        line = full_width(text)
        return self._holds(line, "标题") and self._holds(line, "事由") and not line.endswith(("。", "：", "；", "，"))

    def is_organ(self, text: str) -> bool:
        """Whether a short line is the name of an organ, or of several side by side."""
        line = full_width(text)
        return 1 < len(line) <= _LONGEST_NAME * 2 and line.endswith(self._plain["机关"])

    def is_addressee(self, text: str) -> bool:
        line = full_width(text)
        if not line.endswith("：") or self._holds(line, "不是主送"):
            return False
        return line.rstrip("：").endswith(self._plain["主送"])

    def is_salutation(self, text: str) -> bool:
        line = full_width(text)
        return line.endswith("：") and line.startswith(self._plain["称谓"]) and not self._holds(line, "不是主送")

    def is_mark(self, text: str) -> bool:
        """Whether a line is a 发文机关标志 with 文件 behind it."""
        line = full_width(text)
        ends = self._plain["版头"]
        return len(line) <= _LONGEST_NAME and line.endswith(ends) and line.rstrip("".join(ends)) != ""

    def is_note(self, text: str) -> bool:
        line = full_width(text)
        inside = line.startswith("（") and line.endswith("）")
        return inside and line.strip("（）").startswith(self._plain["附注"])

    def is_imprint(self, text: str) -> bool:
        line = full_width(text)
        issued = line.endswith(self._plain["印发"]) and "年" in line and len(line) <= _LONGEST_NAME * 2
        return line.startswith(self._plain["版记"]) or issued

    def is_annex_note(self, text: str) -> bool:
        return full_width(text).startswith(self._plain["附件说明"])

    def is_annex_label(self, text: str) -> bool:
        line = full_width(text).rstrip("：")
        return any(line.removeprefix(word).isdecimal() or line == word for word in self._plain["附件"] if word in line)

    def organs_in(self, title: str) -> tuple[str, ...]:
        """The organs that a title begins with: what stands before 关于, or before the year."""
        line = bare(title)
        name = line.partition("关于")[0] if "关于" in line else _YEAR.split(line)[0]
        names = tuple(each for each in _JOINT.split(name) if each)
        return names if names and all(map(self.is_organ, names)) else ()

    def _holds(self, line: str, name: str) -> bool:
        return any(word in line for word in self._plain[name])


_YEAR = compile_later(r"[12][0-9]{3}\s*年")
_JOINT = compile_later(r"(?<=委员会)(?=.)|、")
_NAMES = (  # all lists
    "网页开头", "网页含有", "标题", "事由", "机关", "称谓", "主送", "不是主送", "附注", "版记", "印发", "附件说明",
    "附件", "签发人", "版头",
)  # fmt: skip


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSCZ"
