"""Rules that hold for every test: on the build machine none is skipped, and some belong to one database."""

import os

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import blocking_manager_key

from lapkin.arsip import klasifikasi_awal

DI_CI = os.environ.get("CI") == "true"
MESIN = "postgresql" if os.environ.get("LAPKIN_BASISDATA", "").startswith("postgres") else "sqlite"


def _gagal_bila_dilewati(report, tentang):
    if DI_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Dengan CI=true uji yang dilewati adalah kegagalan: {tentang}\n{report.longrepr}"
        vars(report).pop("wasxfail", None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item):
    report = yield
    _gagal_bila_dilewati(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    report = yield
    _gagal_bila_dilewati(report, collector.nodeid)
    return report


def pytest_collection_modifyitems(config, items):
    """Leave out (not skip) a test marked `postgresql` or `sqlite` while the other database is under test."""
    lain = {"postgresql": "sqlite", "sqlite": "postgresql"}[MESIN]
    daftar_lain = [item for item in items if item.get_closest_marker(lain)]
    if daftar_lain:
        items[:] = [item for item in items if item not in daftar_lain]
        config.hook.pytest_deselected(items=daftar_lain)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, not in memory: threads of a test then wait for the lock as officers' requests do."""
    basisdata = connections["default"].settings_dict
    basisdata["CONN_MAX_AGE"] = 0  # the live server's threads close their connections with each answer
    if basisdata["ENGINE"].endswith("sqlite3"):
        basisdata["TEST"]["NAME"] = str(tmp_path_factory.mktemp("basisdata") / "uji.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """PostgreSQL drops no database that a thread of a test is still connected to: end such sessions first."""
    yield
    if MESIN == "postgresql":
        with django_db_blocker.unblock(), connections["default"].cursor() as kursor:
            kursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test with real transactions empties all tables afterwards: put back the rows that migrations wrote."""
    hasil = yield
    bertransaksi = {"transactional_db", "live_server"} & set(item.fixturenames) or _bertransaksi(item)
    if bertransaksi and nextitem:  # after the last test there is no database any more
        with item.config.stash[blocking_manager_key].unblock():
            klasifikasi_awal.isi(apps.get_model("arsip", "Klasifikasi"))
    return hasil


def _bertransaksi(item):
    return any(tanda.kwargs.get("transaction") for tanda in item.iter_markers("django_db"))
