"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.county_forms import script


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew; look at the difference before keeping it."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep nothing in the cache of the user who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
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
