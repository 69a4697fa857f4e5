"""Compiled templates kept between runs, in a folder that only this user can write to: compiling takes a tenth of a run.

What is kept is code that will be executed. So a folder that is not this user's own, or that anybody else could put a
file into, is not used; then, or when nothing can be written, templates are compiled as ever. Jinja compares the source
of every template with the one that was compiled.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept_bytecode() -> BytecodeCache | None:
    """The cache of this user, or None when there is no folder that is safe to use."""
    folder = _folder()
    try:
        return _KeptBytecode(folder) if folder is not None and _is_own(folder) else None
    except OSError:
        return None


class _KeptBytecode(BytecodeCache):
    """One file per template, named by the template's place and by what it was compiled with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compiled_by = _compiled_by()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError, UnpicklingError):
            bucket.load_bytecode(BytesIO(self._file(bucket).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Written beside and then renamed, so that another process never reads half a file."""
        from tempfile import mkstemp  # noqa: PLC0415 - only when a template is new

        with suppress(OSError):
            handle, name = mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(bucket.bytecode_to_string())
                Path(name).replace(self._file(bucket))
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{hashlib.sha256(f'{bucket.key}{self._compiled_by}'.encode()).hexdigest()}.jinja"


def _compiled_by() -> str:
    """What a compiled template depends on besides its source: Python, Jinja and the settings of our environment."""
    settings = Path(__file__).with_name("environment.py")
    code = hashlib.sha256(settings.read_bytes()).hexdigest()
    return f"{sys.implementation.cache_tag}{sys.hexversion}{__version__}{code}"


def _folder() -> Path | None:
    """Where programs keep what they can make again; None when the system doesn't say."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - raises nothing
    return Path(base, "fazhi", "templates") if os.path.isabs(base) else None  # noqa: PTH117 - of a text


def _is_own(folder: Path) -> bool:
    """Whether the folder, made if need be, is this user's and closed to others together with all that leads to it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return True  # a user's folder there is closed to others by its inherited rights
    user = os.geteuid()
    above = folder.resolve().parents[1:]
    return all(_is_closed(place.lstat(), user) for place in (folder, folder.parent)) and all(
        _is_closed(place.stat(), 0, user) or _is_sticky(place.stat()) for place in above
    )


def _is_closed(status: os.stat_result, *owners: int) -> bool:
    return stat.S_ISDIR(status.st_mode) and status.st_uid in owners and not status.st_mode & _OTHERS_MAY_WRITE


def _is_sticky(status: os.stat_result) -> bool:
    """Whether a folder like /tmp: all may write to it, none may rename what is another's."""
    return status.st_uid == 0 and bool(status.st_mode & stat.S_ISVTX)
