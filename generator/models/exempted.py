"""Findings in finished reports that somebody has looked at and lets stand: 成稿豁免 in `fazhi.yaml`."""

from __future__ import annotations

from fnmatch import fnmatchcase

from pydantic import Field

from generator.models.base import Input


class FinishedExemption(Input):
    """One of them. A finished report has no keys that could be named, so its words say which place is meant."""

    code: str = Field(alias="规则", pattern=r"^[A-Z]{4}\d{3}$", description="规则编号，如 TEXT095")
    words: str = Field("", alias="原文", description="有疑点的那一段里的几个字；不填则全文")
    file: str = Field("", alias="文件", description="文件名，可以用 * 代表几个字；不填则这个文件夹里的各份成稿")
    reason: str = Field(alias="理由", min_length=1, description="为什么可以这样")

    def is_for(self, name: str) -> bool:
        """Whether it is about the file of that name."""
        return not self.file or fnmatchcase(name, self.file)

    @property
    def is_for_one(self) -> bool:
        """Whether it names a single file."""
        return bool(self.file) and not set(self.file) & set("*?[")
