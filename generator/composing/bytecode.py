"""Compiled templates kept between runs: compiling takes a tenth of a run.

Without a folder that is safe (`keeping`), or when nothing can be written, templates are compiled as ever. Jinja
compares the source of every template with the one that was compiled.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket

from generator.keeping import closed_folder, keep


def kept_bytecode() -> BytecodeCache | None:
    """The cache of this user, or None when there is no folder that is safe to use."""
    folder = closed_folder("templates")
    return _KeptBytecode(folder) if folder is not None else None


class _KeptBytecode(BytecodeCache):
    """One file per template, named by the template's place and by what it was compiled with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compiled_by = _compiled_by()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError, UnpicklingError):
            bucket.load_bytecode(BytesIO(self._file(bucket).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{hashlib.sha256(f'{bucket.key}{self._compiled_by}'.encode()).hexdigest()}.jinja"


def _compiled_by() -> str:
    """What a compiled template depends on besides its source: Python, Jinja and the settings of our environment."""
    settings = Path(__file__).with_name("environment.py")
    code = hashlib.sha256(settings.read_bytes()).hexdigest()
    return f"{sys.implementation.cache_tag}{sys.hexversion}{__version__}{code}"
