"""`fazhi schema`: the JSON Schema of the input, catalogue included, for editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.knowledge import load_knowledge
from generator.models.json_schema import report_schema
from generator.workflows.chains import names_of, overlays_of
from generator.writing.files import reason_in_chinese, replace_all


def schema(offices: Sequence[Path] = (), out: Path | None = None, home: Path | None = None) -> tuple[str, Diagnostics]:
    """The schema as text, written to `out` when given; with overlays it holds their indicators too.

    The overlays are those of `fazhi.yaml` in `home`, the folder of the inputs it is for, with `offices` on top.
    """
    diagnostics = Diagnostics()
    folders = tuple(offices) if home is None else overlays_of(home, offices, diagnostics)
    if folders is None:
        return "", diagnostics
    names = names_of(folders, home or Path())
    knowledge = load_knowledge(folders, diagnostics, names=names, whole=True)
    if knowledge is None:
        return "", diagnostics
    diagnostics.overlays["schema"] = knowledge.offices
    text = json.dumps(report_schema(knowledge), ensure_ascii=False, indent=1) + "\n"
    if out is not None:
        try:
            replace_all({out: text.encode()})
        except OSError as error:
            reason = reason_in_chinese(error)
            diagnostics.error(
                "LOAD045", Place(str(out)), f"文件写不进去（{reason}）", "检查目录是否存在、是否有写入权限"
            )
    return text, diagnostics
