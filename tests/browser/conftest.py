"""A real browser (Debian's chromium) on a real server: pages at two widths, light and dark, with axe-core.

Every test in this folder carries the mark `browser`; `bin/test` leaves these out where there is no chromium.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from lapkin.conftest import Dinas, bangun_dinas, tempat_data  # noqa: F401 - a fixture for this folder too

DI_SINI = Path(__file__).parent
LAYAR = {"komputer": (1280, 900), "ponsel": (390, 844)}
PILIHAN_CHROMIUM = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if DI_SINI in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    # Playwright's loop runs in the thread of the tests, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=15_000)  # a build machine under load is slow, not wrong
    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=PILIHAN_CHROMIUM)
        yield peramban
        peramban.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Layar:
    """A window of one size and colour scheme; `keluhan` gathers what its console complained about."""

    konteks: BrowserContext
    halaman: Page
    alamat: str
    keluhan: list[str]

    def masuk(self, pegawai) -> None:
        """Sign in without the form, by the session cookie."""
        klien = Client()
        klien.force_login(pegawai)
        kuki = klien.cookies[settings.SESSION_COOKIE_NAME].value
        self.konteks.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": kuki, "url": self.alamat}])

    def buka(self, jalur: str) -> Page:
        self.halaman.goto(self.alamat + jalur)
        return self.halaman

    def periksa(self) -> None:
        """No fault by axe-core, nothing wider than the window, no complaint of the console (CSP too)."""
        temuan = Axe().run(self.halaman)
        assert temuan.violations_count == 0, f"{self.halaman.url}\n{temuan.generate_report()}"
        lebar = self.halaman.evaluate("document.documentElement.scrollWidth")
        assert lebar <= self.halaman.viewport_size["width"], f"{self.halaman.url} selebar {lebar} piksel"
        assert not self.keluhan


@pytest.fixture
def layar(peramban, live_server) -> Iterator[Callable[..., Layar]]:
    """Open windows: `layar("ponsel", skema="dark", javascript=False)`."""
    daftar_konteks = []

    def buka_layar(ukuran="komputer", *, skema="light", javascript=True) -> Layar:
        lebar, tinggi = LAYAR[ukuran]
        konteks = peramban.new_context(
            viewport={"width": lebar, "height": tinggi},
            color_scheme=skema,
            reduced_motion="reduce",  # colours must not be read in the middle of a transition
            java_script_enabled=javascript,
            has_touch=ukuran == "ponsel",
            locale="id-ID",
            timezone_id="Asia/Jakarta",
        )
        daftar_konteks.append(konteks)
        hasil = Layar(konteks, konteks.new_page(), live_server.url, [])
        hasil.halaman.on("console", lambda pesan: _catat_keluhan(hasil, pesan))
        hasil.halaman.on("pageerror", lambda galat: hasil.keluhan.append(str(galat)))
        return hasil

    yield buka_layar
    for konteks in daftar_konteks:
        konteks.close()


def _catat_keluhan(layar: Layar, pesan) -> None:
    if pesan.type in {"error", "warning"}:
        layar.keluhan.append(f"{layar.halaman.url}: {pesan.text}")


@pytest.fixture
def dinas(transactional_db) -> Dinas:
    """The cast of lapkin/conftest.py, visible to the server's own thread."""
    return bangun_dinas()
