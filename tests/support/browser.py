"""Pages seen through Chromium: printed as PDF, which `office.pages` measures, and read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_TIMEOUT = 120
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def program() -> str | None:
    """Where Chromium is; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def printed(page: Path, folder: Path) -> Path:
    """A page as the browser prints it."""
    target = folder / f"{page.stem}.pdf"
    _run(page, folder, "--no-pdf-header-footer", f"--print-to-pdf={target}")
    return target


def read_back(page: Path, folder: Path) -> str:
    """What the browser makes of a page, its scripts run."""
    return _run(page, folder, "--dump-dom")


def _run(page: Path, folder: Path, *options: str) -> str:
    chromium = program()
    if chromium is None:
        raise FileNotFoundError("chromium")
    command = [chromium, *_QUIET, f"--user-data-dir={folder / 'browser'}", *options, page.resolve().as_uri()]
    return subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT, encoding="utf-8").stdout
