"""Letters: fonts and sizes of every part, bold, colour, and Chinese that no Chinese font is named for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from generator.checking.page_kinds import Expected, body, expected
from generator.checking.page_notes import Notes
from generator.checking.page_sizes import colour_name, size_name
from generator.document.typeset import Font, Letters, Role, Run, Setting, Typeset
from generator.models.style import StyleProfile
from generator.patterns import compile_later

_HAN = compile_later("[\u3400-\u4dbf\u4e00-\u9fff]")
_SEEN = compile_later(r"[^\s\u3000]")
_MARKS = compile_later("[\u2018\u2019\u201c\u201d\u2014\u2026]")
_FOREIGN = compile_later("[\u3040-\u30ff\uac00-\ud7af]")
_BLACK = ("", "000000")
_UNBOLD = {"小标宋", "黑体", "楷体"}
_SMALL = 0.1  # 磅


class LetterCheck:
    """Looks at every run of the text once."""

    def __init__(self, profile: StyleProfile, notes: Notes) -> None:
        self._profile, self._notes = profile, notes
        self._foreign = notes.words("PAGE033", "字库")
        self._chinese = notes.words("PAGE034", "有汉字的")

    def check(self, facts: Typeset) -> None:
        for one in facts.settings:
            if one.tracked:
                self._notes.add("PART128", "正文", "修订", at=one)
        boxed = [(box.setting, box.role) for box in facts.boxed if box.role.kind in ("发文字号", "版记")]
        for one, role in (*zip(facts.settings, facts.roles, strict=True), *boxed):
            for run, wanted in _expected_runs(one, role, self._profile):
                if _SEEN.search(run.text):
                    self._run(one, role, run, wanted)

    def _run(self, one: Setting, role: Role, run: Run, wanted: Expected | None) -> None:
        letters, named = run.letters, True
        if _HAN.search(run.text):
            named = self._named(one, letters.chinese)
        self._marks(one, run)
        self._colour(one, role, letters)
        self._bold(one, letters, wanted)
        if letters.italic or letters.underline or letters.marked:
            looks = (("倾斜", letters.italic), ("带下划线", letters.underline), ("加了底色", letters.marked))
            seen = "、".join(name for name, on in looks if on)
            self._notes.add("PAGE029", "文字", seen, at=one)
        if wanted is None:
            return
        if named and _HAN.search(run.text):
            self._font(one, role, letters.chinese, wanted)
        size = wanted.kind.字号
        if abs(letters.size - size.points) > _SMALL:
            seen, right = size_name(letters.size), size_name(size.points)
            self._notes.add(wanted.size_code, wanted.part, seen, right, at=one, stated=size)

    def _named(self, one: Setting, font: Font) -> bool:
        """Whether a Chinese font is named at all; what else is wrong with a font follows from that."""
        name = font.name
        if not name:
            seen = "主题里没有中文字体" if font.source == "主题" else "没有写明中文字体"
            self._notes.add("PAGE032", "中文", seen, at=one)
            return False
        if _FOREIGN.search(name) or any(word.lower() in name.lower() for word in self._foreign):
            seen = f"{name}（由主题字体得来）" if font.source == "主题" else name
            self._notes.add("PAGE033", "中文", seen, at=one)
            return False
        if name.isascii() and self._profile.字体.class_of(name) is None and not self._is_chinese(name):
            self._notes.add("PAGE034", "中文", name, at=one)
            return False
        return True

    def _is_chinese(self, name: str) -> bool:
        return name.lower().startswith(tuple(word.lower() for word in self._chinese))

    def _font(self, one: Setting, role: Role, font: Font, wanted: Expected) -> None:
        choice, found = wanted.kind.字体, self._profile.字体.class_of(font.name)
        if found == choice.值 or (role.kind == "发文字号" and found == self._profile.版头.签发人.姓名.字体.值):
            return
        self._notes.add(wanted.font_code, wanted.part, font.name, choice.值, at=one, stated=choice)

    def _bold(self, one: Setting, letters: Letters, wanted: Expected | None) -> None:
        classes = {self._profile.字体.class_of(letters.chinese.name)}
        if wanted is not None:
            classes.add(wanted.kind.字体.值)
        if letters.bold and classes & _UNBOLD:
            self._notes.add("PAGE025", wanted.part if wanted is not None else "有的文字", "加粗", "不加粗", at=one)

    def _colour(self, one: Setting, role: Role, letters: Letters) -> None:
        if role.kind in ("标志", "红线") or letters.colour in _BLACK:
            return
        self._notes.add("PAGE027", "文字", colour_name(letters.colour), at=one)

    def _marks(self, one: Setting, run: Run) -> None:
        """Quotes, dashes and dots are set in the Western font unless the run says otherwise."""
        font = run.letters.western
        if run.hinted or not _MARKS.search(run.text) or not font.name:
            return
        if font.name.isascii() and self._profile.字体.class_of(font.name) is None and not self._is_chinese(font.name):
            self._notes.add("PAGE035", "引号、破折号、省略号", font.name, at=one)


def _expected_runs(one: Setting, role: Role, profile: StyleProfile) -> Iterator[tuple[Run, Expected | None]]:
    """Every run with how it is to be set. Where a heading runs into its text a run may belong to both."""
    wanted = expected(role, profile)
    if not role.run_in:
        yield from ((run, wanted) for run in one.runs)
        return
    ends = accumulate(len(run.text) for run in one.runs)
    for run, end in zip(one.runs, ends, strict=True):
        cut = len(run.text) - max(end - role.run_in, 0)
        if cut > 0:
            yield Run(run.text[:cut], run.letters, run.hinted), wanted
        if cut < len(run.text):
            yield Run(run.text[max(cut, 0) :], run.letters, run.hinted), body(profile)
