"""The first responsible persons (第一责任人): what offices say of each, and what the knowledge says of their duties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from generator.models.base import Input, KnowledgeEntry, Words, YesNo
from generator.models.body import Restricted, Text
from generator.models.reporter import PARTY
from generator.patterns import compile_later

_DAY = r"(?:20\d\d年)?(?:1[0-2]|[1-9])月(?:[1-3]?\d日)?"
_SPAN = compile_later(f"{_DAY}(?:至{_DAY}|以来|起|以前|之前)?")
_PARTY_GROUP = "党组"
SELF = "{自称}"
"""Where 引语 has the designation."""
Word = Annotated[str, Field(min_length=2)]
"""A word by which a text is recognised; one of a single character would be found everywhere."""


class HeadText(Input):
    """One paragraph on a head, as the office supplied it, and the duties (职责) that it is about."""

    duties: Words = Field([], alias="职责", description="写的是哪几项职责，见 schemas/duties.yaml；不填则按文字认")
    text: Text = Field(alias="文", min_length=1, description="提供单位给的文字，一条一段")

    @model_validator(mode="before")
    @classmethod
    def _string_is_the_text(cls, data: Any) -> Any:
        return {"文": data} if isinstance(data, str) else data

    @field_validator("text")
    @classmethod
    def _is_one_paragraph(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("这一条是空的，写上文字或者删去")
        if "\n" in text.strip():
            raise ValueError("这里一条写一段，几段的分成几条")
        return text

    @property
    def line(self) -> str:
        """The paragraph on one line, as a cell carries it, with its duties in front: `【职责、职责】文`."""
        named = self.duties or self.text.startswith("【")
        return f"【{'、'.join(self.duties)}】{self.text}" if named else self.text


def from_line(line: str) -> Any:
    """The inverse of `HeadText.line`, as the input writes it."""
    found = re.match(r"【([^】]*)】", line)
    if found is None:
        return line
    duties = [duty for duty in found[1].split("、") if duty]
    return {"职责": duties, "文": line[found.end() :]} if duties else line[found.end() :]


def _texts(value: Any) -> Any:
    return [value] if isinstance(value, str | Mapping | HeadText) else value


class HeadAccount(Restricted):
    """How one head did the duty. Two persons in a year are two entries with their 期间; names are never written."""

    who: str = Field(alias="谁", min_length=1, description="哪一位，见 schemas/duties.yaml，如：政府主要负责人")
    supplier: str | None = Field(None, alias="提供单位", description="材料由谁提供，如：县政府办公室")
    span: str | None = Field(None, alias="期间", description="年内换过人的才填，如：1月至6月；不写姓名")
    texts: Annotated[list[HeadText], BeforeValidator(_texts)] = Field(
        default=[], alias="内容", description="一条一段；数字填在“指标”里，惯用句排在前面"
    )

    @field_validator("span")
    @classmethod
    def _is_a_span(cls, text: str | None) -> str | None:
        if text is not None and _SPAN.fullmatch(text.strip()) is None:
            raise ValueError(f"期间“{text[:20]}”应写成“1月至6月”或者“2025年7月以来”的样子，不写姓名")
        return text


class HeadDuty(KnowledgeEntry):
    """One of a head's six duties: 认 are words and 指标 figures by which it counts as spoken of."""

    内容: str
    指标: list[str] = []
    认: list[Word] = []
    来源: str
    强度: Literal["规定", "一般", "惯例"]


class HeadKind(KnowledgeEntry):
    """A head (`schemas/duties.yaml`): whose reports speak of it, who supplies it, how a text is seen to speak of it."""

    说明: str
    类别: list[str]
    机关: Literal["党委", "政府", "不限"]
    主题: str
    提供: list[Word] = []
    公开须定: YesNo = False
    标题: str = ""
    称呼: list[Word]
    不是: list[Word] = []
    自称: str = ""
    引语: str = ""
    起句: list[Word] = []
    职责: dict[str, HeadDuty]
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    def speaks_for(self, kind: str, organs: tuple[str, ...]) -> bool:
        """Whether a version in the name of these organs, of this kind of reporter, speaks of the head."""
        if kind not in self.类别:
            return False
        committees = [organ.startswith(PARTY) and not organ.endswith(_PARTY_GROUP) for organ in organs]
        return {"党委": any(committees), "政府": not all(committees), "不限": True}[self.机关]

    def introduction(self, name: str, text: str) -> str:
        """What must stand before the first paragraph on a head (`name`) so that readers see who is meant.

        Before words that say what somebody did (起句) it is the designation, before all others 引语; nothing where
        the text names the head itself, or where the knowledge has no designation.
        """
        if not self.自称:
            return ""
        head = f"{{{{ 称谓.{name} }}}}"
        if text.startswith(tuple(self.起句)):
            return head
        return "" if self.named_in(text) else self.引语.replace(SELF, head)

    def named_in(self, text: str) -> bool:
        """Whether a text speaks of the head."""
        for other in self.不是:
            text = text.replace(other, "")
        return any(word in text for word in self.称呼)
