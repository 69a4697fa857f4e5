"""What a script around docxtpl does in a fresh process: `cold_docxtpl.py template context.json out.docx …`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(template: str, context: str, out: str) -> None:
    document = DocxTemplate(template)
    document.render(json.loads(Path(context).read_text(encoding="utf-8")))
    document.save(out)


if __name__ == "__main__":
    files = sys.argv[1:]
    for place in range(0, len(files), 3):
        main(*files[place : place + 3])
