"""Whether a text shares long runs with another one that isn't here: only fingerprints of its runs are kept.

`fingerprints(text)` makes what is kept of a published text; `shared(pieces, kept)` finds runs of ours that are in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2s
from pathlib import Path

RUN = 28
"""Characters, a line of a report: longer runs in common are copying."""

_WIDE = 10
_A_LINE = 120
_TITLES = re.compile(r"《[^》\n]{0,60}》")
_NOT_WORDS = re.compile(r"[\W_]+")


def pieces(text: str, phrases: Iterable[str] = ()) -> list[str]:
    """A text split at titles of documents and at set phrases, which everybody writes alike."""
    left = _TITLES.sub("\0", unicodedata.normalize("NFKC", text))
    for phrase in sorted(phrases, key=len, reverse=True):
        left = left.replace(unicodedata.normalize("NFKC", phrase), "\0")
    return left.split("\0")


def runs(text: str) -> dict[str, str]:
    """Every run of `RUN` characters of a text by its fingerprint, marks and blanks left out."""
    plain = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))
    starts = range(len(plain) - RUN + 1)
    return {_fingerprint(plain[start : start + RUN]): plain[start : start + RUN] for start in starts}


def fingerprints(text: str) -> str:
    """What is kept of a published text: its fingerprints in order, a few a line."""
    joined = "".join(sorted(runs(text)))
    return "\n".join(joined[start : start + _A_LINE] for start in range(0, len(joined), _A_LINE)) + "\n"


def kept(file: Path) -> frozenset[str]:
    """The fingerprints in a file made by `fingerprints`."""
    joined = file.read_text(encoding="ascii").replace("\n", "")
    return frozenset(joined[start : start + _WIDE] for start in range(0, len(joined), _WIDE))


def shared(text: str, phrases: Iterable[str], published: frozenset[str]) -> list[str]:
    """The runs of our text that a published one has as well."""
    return [
        run for piece in pieces(text, phrases) for fingerprint, run in runs(piece).items() if fingerprint in published
    ]


def _fingerprint(run: str) -> str:
    return blake2s(run.encode(), digest_size=_WIDE // 2).hexdigest()
