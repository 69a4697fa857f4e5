"""Whether a text shares long runs with another one that isn't here: only fingerprints of its runs are kept."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2s

RUN = 28
"""Characters, a line of a report: longer runs in common are copying."""

_TITLES = re.compile(r"《[^》\n]{0,60}》")
_NOT_WORDS = re.compile(r"[\W_]+")


def runs(text: str) -> set[str]:
    """Fingerprints of every run of `RUN` characters, marks, blanks and titles of documents left out."""
    plain = _NOT_WORDS.sub("", _TITLES.sub("", unicodedata.normalize("NFKC", text)))
    return {_fingerprint(plain[start : start + RUN]) for start in range(len(plain) - RUN + 1)}


def _fingerprint(run: str) -> str:
    return blake2s(run.encode(), digest_size=5).hexdigest()
