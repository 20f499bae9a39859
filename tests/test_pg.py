"""The private PostgreSQL of the tests, from either source of binaries."""

import os
import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests.pg import NOBODY, postgresql


def folder_dari(alamat):
    return Path(unquote(urlsplit(alamat).netloc.partition("@")[2]))


@pytest.mark.parametrize("dari_wheel", [False, True])
def test_the_server_answers_and_leaves_nothing(dari_wheel):
    with postgresql(dari_wheel=dari_wheel) as alamat:
        folder = folder_dari(alamat)
        with psycopg.connect(alamat) as koneksi:
            jawaban = koneksi.execute("SELECT current_database(), current_setting('fsync')").fetchone()
        pemilik = folder.stat().st_uid
        hak = stat.S_IMODE(folder.stat().st_mode)
    assert jawaban == ("lapkin", "off")
    assert (pemilik, hak) == (NOBODY if os.geteuid() == 0 else os.geteuid(), 0o700)
    assert not folder.exists()


def test_an_error_while_it_runs_leaves_nothing_either():
    def gagal_di_tengah():
        with postgresql() as alamat:
            daftar_folder.append(folder_dari(alamat))
            raise ZeroDivisionError

    daftar_folder = []
    with pytest.raises(ZeroDivisionError):
        gagal_di_tengah()
    assert [folder.exists() for folder in daftar_folder] == [False]
