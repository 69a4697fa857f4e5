"""The zip writer: what other programs read from it, and that it knows no clock."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.writing.docx.archive import archive, packed, stored

names = st.text(st.sampled_from("abc/_.[]"), min_size=1, max_size=12)


@given(st.dictionaries(names, st.tuples(st.booleans(), st.binary(max_size=300)), max_size=6))
def test_zipfile_reads_every_part_back(parts: dict[str, tuple[bool, bytes]]) -> None:
    """Names, contents, order and checksums, whether compressed or not."""
    content = archive(packed(name, data) if pack else stored(name, data) for name, (pack, data) in parts.items())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert [(name, package.read(name)) for name in package.namelist()] == [
            (name, data) for name, (_, data) in parts.items()
        ]


def test_every_part_is_dated_alike() -> None:
    """1980-01-01, the first day of the format, whenever the file was made."""
    with zipfile.ZipFile(io.BytesIO(archive([packed("a", b"1"), stored("b", b"2")]))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
