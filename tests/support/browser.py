"""Pages seen through Chromium: printed as PDF, which `office.pages` measures."""

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
    target, chromium = folder / f"{page.stem}.pdf", program()
    if chromium is None:
        raise FileNotFoundError("chromium")
    options = (f"--user-data-dir={folder / 'browser'}", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    subprocess.run(
        [chromium, *_QUIET, *options, page.resolve().as_uri()], check=True, capture_output=True, timeout=_TIMEOUT
    )
    return target
