"""A command is a short run: what starts it, and what it leaves alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "luojiang-2022h1" / "report.yaml"


def test_no_plug_ins_are_looked_for(tmp_path: Path) -> None:
    """Pydantic would import a library for that, and look into every installed package."""
    code = (
        "import sys\nfrom generator.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
        "    assert not end.code\nimport pydantic\nprint('importlib.metadata' in sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "build", str(EXAMPLE), "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr.strip() == "False"


def test_the_rest_of_that_part_of_pydantic_is_there() -> None:
    code = (
        "import sys\nfrom generator.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "from pydantic.plugin._loader import get_plugins, PYDANTIC_ENTRY_POINT_GROUP as group\n"
        "print(list(get_plugins()), group, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr.strip() == "[] pydantic"
