"""What typography never touches: titles in 《》, quotations, set phrases and names, addresses of web pages and mail."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import compile_later

_OPENING = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSING = frozenset(_OPENING.values())
_MAX_DEPTH = 16
_MARKS = compile_later(f"[{''.join(_OPENING)}{''.join(_CLOSING)}]")
_ADDRESS = compile_later(
    r"(?:https?|ftp)://[!-~]{1,2000}"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:cn|com|net|org|gov)(?![A-Za-z0-9])(?:/[!-~]{0,2000})?"
)


def shielded(text: str, protected: Sequence[str]) -> bytearray:
    """For each character of `text` 1 when it must not be touched, else 0.

    A title or quotation that isn't closed is shielded to the end: where it ends is not for a program to guess.
    """
    shield = bytearray(len(text))
    _shield_pairs(text, shield)
    for match in _ADDRESS.finditer(text):
        _cover(shield, match.start(), match.end())
    for phrase in protected:
        position = text.find(phrase) if phrase else -1
        while position >= 0:
            _cover(shield, position, position + len(phrase))
            position = text.find(phrase, position + 1)
    return shield


def _shield_pairs(text: str, shield: bytearray) -> None:
    waiting: list[str] = []
    start = 0
    for mark in _MARKS.finditer(text):
        sign = mark[0]
        if sign in _OPENING:
            if not waiting:
                start = mark.start()
            if len(waiting) < _MAX_DEPTH:
                waiting.append(_OPENING[sign])
        elif sign in waiting:
            while waiting.pop() != sign:
                pass
            if not waiting:
                _cover(shield, start, mark.end())
    if waiting:
        _cover(shield, start, len(text))


def _cover(shield: bytearray, start: int, end: int) -> None:
    shield[start:end] = b"\x01" * (end - start)
