"""Putting elements into the bytes of a part between characters of its text: the run that holds them is cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from generator.document.spots import Spot
from generator.records import dataclass

_CHARACTER = re.compile(rb"&[^;]+;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_OPENED = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_ODD = (b"<!", b"<?", b"\xc2\xad")
"""What text may hold that isn't its characters one by one: CDATA, comments, soft hyphens, which nobody sees."""

Order = tuple[int, int]


@dataclass(slots=True)
class Splices:
    """Gathers what is to be put into a part. `prefix` is that of Word's elements, its colon included."""

    part: bytes
    prefix: str
    _made: list[tuple[int, int, Order, bytes]] = field(default_factory=list)

    def put(self, spots: Sequence[Spot], offset: int, element: str, order: Order) -> None:
        """Put an element in front of the character at an offset in the text of `spots`.

        Where several come to stand together the lower `order` is first.
        """
        before = 0
        last = len(spots) - 1
        for place, spot in enumerate(spots):
            ends_range = order[0] == 0
            inside = offset - before
            if inside < len(spot.text) or place == last or (ends_range and inside == len(spot.text)):
                self._put_at(spot, inside, element, order)
                return
            before += len(spot.text)

    def _put_at(self, spot: Spot, inside: int, element: str, order: Order) -> None:
        start, end = spot.run
        if inside <= 0 and self._begins_run(spot):
            self._made.append((start, 1, order, element.encode()))
        elif inside >= len(spot.text) and self._ends_run(spot):
            self._made.append((end, 0, order, element.encode()))
        elif (at := self._byte(spot, inside)) is not None:
            self._made.append((at, 1, order, self._cut(spot, element)))
        else:
            self._made.append((start, 1, order, element.encode()) if order[0] else (end, 0, order, element.encode()))

    def _begins_run(self, spot: Spot) -> bool:
        return spot.start == (spot.look[1] or self._opened(spot.run[0]))

    def _ends_run(self, spot: Spot) -> bool:
        return self.part[spot.end : spot.run[1]].startswith(b"</") and self.part.find(b">", spot.end) + 1 == spot.run[1]

    def _opened(self, start: int) -> int:
        found = _OPENED.match(self.part, start)
        return found.end() if found else start

    def _byte(self, spot: Spot, inside: int) -> int | None:
        """Where the character at an offset within a `w:t` begins; None when that can't be told."""
        begin = self._opened(spot.start)
        content = self.part[begin : self.part.rfind(b"</", begin, spot.end)]
        if not re.match(rb"<(?:\w+:)?t[\s>]", self.part[spot.start : spot.start + 40]) or any(
            o in content for o in _ODD
        ):
            return None
        pieces = [match.end() for match in _CHARACTER.finditer(content)]
        inside = max(inside, 0)
        kept = b"preserve" in self.part[spot.start : begin] or not spot.text[max(inside - 1, 0) : inside].isspace()
        if len(pieces) != len(spot.text) or (pieces and pieces[-1] != len(content)) or not kept:
            return None
        return begin + [0, *pieces][inside]

    def _cut(self, spot: Spot, element: str) -> bytes:
        p = self.prefix
        look = self.part[spot.look[0] : spot.look[1]]
        opened = f"<{p}r>".encode() + look + f'<{p}t xml:space="preserve">'.encode()
        return f"</{p}t></{p}r>{element}".encode() + opened

    def text(self) -> bytes:
        """The part with everything put in."""
        pieces, before = [], 0
        for at, _, _, content in sorted(self._made, key=lambda made: made[:3]):
            pieces += [self.part[before:at], content]
            before = at
        return b"".join([*pieces, self.part[before:]])


def insides(part: bytes) -> tuple[bytes, bytes, str] | None:
    """A part up to the end tag of its root and from there on, and the prefix of the root with its colon."""
    start = re.match(rb"""(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<((?:(\w+):)?\w+)""", part)
    if start is None:
        return None
    prefix = (start[2] or b"").decode()
    at = part.rfind(b"</" + start[1])
    colon = f"{prefix}:" if prefix else ""
    if at >= 0:
        return part[:at], part[at:], colon
    closed = re.search(rb"/>\s*$", part)
    if closed is None:
        return None
    return part[: closed.start()] + b">", b"</" + start[1] + b">", colon
