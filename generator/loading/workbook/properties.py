"""When a workbook says that it was last saved: the one thing that tells two copies of a form apart."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from generator.models.form import NEVER_SAVED

_MOST = 1 << 16
_SAVED = re.compile(rb"<(?:dcterms:modified|dc:date)\b[^<>]{0,200}>\s*([0-9T:.Z+-]{10,40})\s*</")


def saved_at(properties: bytes) -> str:
    """The time in `docProps/core.xml` or `meta.xml`, as `2027-01-08T09:30:00Z`; empty when there is none to be used.

    Looked for as text: a slip in this part is no reason to refuse a form. A time without a zone counts as UTC, as
    Office writes it; that of a form as it was sent out is none.
    """
    found = _SAVED.search(properties[:_MOST])
    if found is None:
        return ""
    try:
        time = datetime.fromisoformat(found[1].decode("ascii"))
    except ValueError:
        return ""
    if time.replace(tzinfo=None) == NEVER_SAVED:
        return ""
    try:
        moment = time.astimezone(UTC) if time.tzinfo is not None else time.replace(tzinfo=UTC)
    except OverflowError:
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= NEVER_SAVED.year else ""
