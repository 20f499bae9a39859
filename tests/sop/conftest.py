"""The tests here run the whole application: its data folder is their own."""

import pytest

from lapkin.conftest import tempat_data

__all__ = ["tempat_data"]


@pytest.fixture(autouse=True)
def tempat_statis(settings, tmp_path):
    """Collected static files have no folder here, which whitenoise would warn of."""
    settings.STATIC_ROOT = tmp_path / "statis"
    settings.STATIC_ROOT.mkdir()
