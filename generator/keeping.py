"""What a run may keep for the next: files in a folder that only this user can write to.

What is kept there is code that will be executed, or as good as that. So a folder that is not this user's own, or that
anybody else could put a file into, is not used.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def closed_folder(name: str) -> Path | None:
    """The folder of this user for one kind of thing, or None when there is none that is safe to use."""
    folder = _folder(name)
    try:
        return folder if folder is not None and _is_own(folder) else None
    except OSError:
        return None


def keep(file: Path, content: bytes) -> None:
    """Written beside and then renamed, so that another process never reads half a file; what can't be is left."""
    from tempfile import mkstemp  # noqa: PLC0415 - only when there is something new

    with suppress(OSError):
        handle, name = mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _folder(name: str) -> Path | None:
    """Where programs keep what they can make again; None when the system doesn't say."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - raises nothing
    return Path(base, "fazhi", name) if os.path.isabs(base) else None  # noqa: PTH117 - of a text


def _is_own(folder: Path) -> bool:
    """Whether the folder, made if need be, is this user's and closed to others together with all that leads to it."""
    for place in reversed([each for each in (folder, *folder.parents) if not each.is_dir()]):
        place.mkdir(mode=0o700, exist_ok=True)  # with parents=True, those above would be as open as the umask lets them
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
