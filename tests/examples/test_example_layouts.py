"""The layout of every version of every example, in both profiles, is right by the PAGE rules."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from support.inputs import ROOT

from generator.checking.page import check_page, fitting
from generator.diagnostics import Diagnostics
from generator.reading.typesetting.facts import read_typeset
from generator.workflows.chains import Chains
from generator.writing.docx.writer import write_docx

INPUTS = sorted(
    file
    for file in (ROOT / "examples").glob("*/*.yaml")
    if re.search(r"^主体:", file.read_text(encoding="utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_our_own_layout_is_right(file: Path) -> None:
    """Every version in every profile, held against that profile, which is known by the margins."""
    chain = Chains((), Diagnostics()).of(file)
    assert chain is not None
    examined = chain.examine(file, Diagnostics())
    assert examined is not None
    assert examined.documents
    known = chain.known
    for document in examined.documents:
        for profile in (known.styles["gbt9704"], known.styles["gbt33476"]):
            facts = read_typeset(write_docx(document, profile), "稿.docx")
            assert fitting(facts, known.styles.values(), known.style).名称 == profile.名称
            diagnostics = Diagnostics()
            check_page(facts, profile, known.checks, diagnostics)
            assert [each.message for each in diagnostics] == []
        nameless = read_typeset(_without_names(write_docx(document, known.style)), "稿.docx")
        assert nameless.roles == read_typeset(write_docx(document, known.style), "稿.docx").roles


def _without_names(raw: bytes) -> bytes:
    """The file with other names for its styles: what its paragraphs are must show without them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            data = given.read(name)
            made.writestr(name, data.replace("公文".encode(), "样式".encode()) if name.endswith("styles.xml") else data)
    return out.getvalue()
