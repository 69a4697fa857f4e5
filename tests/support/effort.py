"""How long random tests try: as quick as every change needs, or `FAZHI_TESTS=deep` for a night or a release."""

from __future__ import annotations

import os

_WORD = os.environ.get("FAZHI_TESTS", "")
if _WORD not in ("", "deep"):
    raise ValueError(f"FAZHI_TESTS is {_WORD!r}; it can be deep or nothing")
DEEP = _WORD == "deep"
_DEEPER = 10


def tries(quick: int) -> int:
    """How many examples a random test draws: so many, and ten times as many when it goes deep."""
    return quick * _DEEPER if DEEP else quick
