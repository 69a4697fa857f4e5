"""How it stands with every unit: merged, to be sent back, in twice, or missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, Severity
from generator.merging.duplicates import Chosen
from generator.models.collection import Receipt, State
from generator.models.units import Units

LEFT_OUT = "DATA502"
"""A figure didn't count: whatever its cell's own finding weighs, the unit must send it anew."""
_FORMS = (".xlsx", ".xls", ".ods")
_DAMAGED = ("LOAD140", "LOAD141", "LOAD142")
"""A file that can't be opened may be the newer form: the unit must send it anew, even if another one counts."""
_NOT_ASKED = ("邀请", "不报")


def receipts(
    units: Units, chosen: Chosen, refused: Mapping[str, Sequence[str]], about: Mapping[str, Sequence[Diagnostic]]
) -> tuple[Receipt, ...]:
    """One for every unit that is asked, or that sent something, in official order.

    `refused` holds the files of a unit that could not be taken, `about` all findings by file.
    """
    made = []
    for name, unit in units.units.items():
        files = (*chosen.files.get(name, ()), *refused.get(name, ()))
        asked = unit.报送 not in _NOT_ASKED
        if not files and unit.报送 == "不报":
            continue
        counting = chosen.counting.get(name)
        found = tuple(each for file in files for each in about.get(file, ()))
        filled_on = counting.filled_on if counting is not None else None
        state = _state(name, files, chosen, about)
        made.append(Receipt(name, state, files, filled_on, found, asked))
    return tuple(made)


def _state(
    name: str,
    files: Sequence[str],
    chosen: Chosen,
    about: Mapping[str, Sequence[Diagnostic]],
) -> State:
    if not files:
        return "未报"
    if name in chosen.undecided:
        return "重复"
    counting = chosen.counting.get(name)
    told = about.get(counting.file, ()) if counting is not None else ()
    wrong = any(each.severity is Severity.ERROR or each.code == LEFT_OUT for each in told)
    forms = [file for file in files if file.lower().endswith(_FORMS)]
    broken = any(each.code in _DAMAGED for file in forms for each in about.get(file, ()))
    return "退回" if counting is None or wrong or broken else "已收"
