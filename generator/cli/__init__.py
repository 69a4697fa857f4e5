"""Parse options, run one workflow, present what it found, give the exit code.

Exit codes: 0 nothing at error level, 1 errors found, 2 wrong usage. Heavy imports happen inside the commands.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

import click

from generator.cli.app import app
from generator.cli.chinese import explain

INTERRUPTED = 130
_MUCH_GARBAGE = 200_000
"""How many new objects are worth a search for garbage: one report makes fewer, many reports make more."""


class _NoPlugins(ModuleType):
    """Stands for the part of pydantic that searches all installed packages for plug-ins: a twentieth of a short run.

    Whatever else pydantic may want of that part comes from the part itself.
    """

    NAME = "pydantic.plugin._loader"

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[self.NAME]
        return getattr(import_module(self.NAME), name)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command `fazhi`."""
    sys.modules.setdefault(_NoPlugins.NAME, _NoPlugins(_NoPlugins.NAME))
    gc.set_threshold(_MUCH_GARBAGE)
    atexit.register(gc.freeze)  # a process that ends need not search all its objects once more
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app.main(arguments, prog_name="fazhi", standalone_mode=False)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        code = 1
    except OSError:
        click.echo("结果写不出去：输出的位置已满，或者不能写", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
