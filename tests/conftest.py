"""What all tests share."""

from __future__ import annotations

import gc
import marshal
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from support.county_forms import script
from support.effort import tries

from generator.loading import knowledge
from generator.loading.trusted import read_trusted

settings.register_profile(
    "fazhi",
    parent=settings.get_profile(settings.get_current_profile_name()),  # hypothesis knows of CI, and draws alike there
    max_examples=tries(100),
    deadline=None,  # a busy machine is no fault
    phases=[each for each in Phase if each is not Phase.explain],  # explaining traces every line: minutes a failure
)
settings.load_profile("fazhi")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew; look at the difference before keeping it."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_collection_finish() -> None:
    """The modules and tests stay to the end; looking through them again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """All processors for the whole suite, none but its own for tests that were asked for by name."""
    return 0 if config.args_source is pytest.Config.ArgsSource.ARGS else os.cpu_count() or 1


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep nothing in the cache of the user who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _shipped_files_are_parsed_once() -> Iterator[None]:
    """Hundreds of tests lay something over all shipped knowledge; each gets data of its own, parsed once a version."""
    kept: dict[tuple[Path, int, int], bytes] = {}

    def read(path: Path) -> object:
        state = path.stat()
        key = (path, state.st_mtime_ns, state.st_size)
        if key not in kept:
            kept[key] = marshal.dumps(read_trusted(path))
        return marshal.loads(kept[key])  # noqa: S302 - dumped two lines above; the quickest way to a fresh copy

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowledge, "read_trusted", read)
        yield


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden files are to be written rather than compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def county_forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of the example that is collected: `first` as they came in, `corrected` those sent again.

    Without LibreOffice, which saves one of them; to be copied, not changed.
    """
    folder = tmp_path_factory.mktemp("county")
    with pytest.MonkeyPatch.context() as patch:
        maker = script()
        patch.setattr(maker.shutil, "which", lambda _: None)
        maker.make_forms(folder / "first")
        maker.make_forms(folder / "corrected", corrected=True)
    return folder
