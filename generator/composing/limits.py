"""A time limit for template code, which may come from strangers.

Jinja's sandbox bounds what a template may touch, not how long it runs: nested loops over short lists call nothing that
could be counted. So a timer raises `TimeIsUp` inside the thread that renders.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class TimeIsUp(Exception):  # noqa: N818 - it is an event, and reads so where it is caught
    """The code in the block ran longer than it was allowed to."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TimeIsUp` in this thread when the block has not ended after `seconds`."""
    thread = threading.get_ident()
    lock = threading.Lock()
    state = {"ended": False, "fired": False}

    def fire() -> None:
        with lock:
            if not state["ended"]:
                state["fired"] = True
                _raise_in(thread, TimeIsUp)

    timer = threading.Timer(seconds, fire)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with suppress(TimeIsUp):  # the timer may fire while the block is being left
            with lock:
                state["ended"] = True
            timer.cancel()
            if state["fired"]:
                _raise_in(thread, None)


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Let a thread raise an error at its next step; None takes back one that it hasn't raised yet."""
    import ctypes  # noqa: PLC0415 - hardly ever needed, and not cheap

    what = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
