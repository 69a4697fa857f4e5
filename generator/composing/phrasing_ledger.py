"""Whether a sentence accounts for its figures: each given one printed, implied or left out, and only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from generator.patterns import compile_later

_FIGURE = compile_later(r"""<v((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*/?>""")
_ATTRIBUTE = compile_later(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@lru_cache(maxsize=1)
def declared(sentence: str) -> tuple[str, ...]:
    """The refs of the given figures that a sentence accounts for, in order; those that were worked out aren't given.

    A sentence is asked about several times in a row.
    """
    figures = (
        {name: one or other for name, one, other in _ATTRIBUTE.findall(attributes)}
        for attributes in _FIGURE.findall(sentence)
    )
    return tuple(_read_back(figure.get("ref", "")) for figure in figures if not figure.get("by"))


def _read_back(value: str) -> str:
    return Markup(value).unescape() if "&" in value else value  # noqa: S704 - compared, never printed


def unaccounted(sentence: str, given: Iterable[str]) -> list[str]:
    """Those given figures that the sentence neither prints nor implies nor declares as left out."""
    known = set(declared(sentence))
    return [ref for ref in given if ref not in known]


def repeated(sentence: str) -> list[str]:
    """The figures that the sentence accounts for more than once."""
    return [ref for ref, times in Counter(declared(sentence)).items() if times > 1]
