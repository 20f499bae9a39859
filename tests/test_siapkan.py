"""The door that makes the environment: whole or not at all, and by whatever installer the machine has."""

import sys
from pathlib import Path

import pytest

import siapkan


@pytest.fixture
def akar(tmp_path, monkeypatch):
    """A checkout whose locks ask for nothing, so that its environments are made in a moment."""
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "requirements-uji.txt").write_text("# uji\n")
    monkeypatch.setattr(siapkan, "AKAR", tmp_path)
    monkeypatch.setattr(siapkan, "TAUTAN", tmp_path / ".venv")
    daftar_lock = {False: tmp_path / "requirements.txt", True: tmp_path / "requirements-uji.txt"}
    monkeypatch.setattr(siapkan, "LOCK", daftar_lock)
    return tmp_path


@pytest.fixture
def pemasangan(monkeypatch):
    """Counts the environments made, without installing anything into them."""
    daftar_lock = []

    def isi(folder, lock):
        daftar_lock.append(lock.name)
        (folder / "bin").mkdir()
        (folder / "bin" / "python").symlink_to(sys.executable)

    monkeypatch.setattr(siapkan, "_isi", isi)
    return daftar_lock


@pytest.mark.usefixtures("akar")
def test_a_second_start_makes_nothing(pemasangan):
    assert siapkan.python() == siapkan.python()
    assert pemasangan == ["requirements.txt"]


@pytest.mark.usefixtures("akar")
def test_the_environment_of_the_tests_serves_the_application_too(pemasangan):
    assert siapkan.python(uji=True) == siapkan.python()
    assert pemasangan == ["requirements-uji.txt"]


@pytest.mark.usefixtures("akar")
def test_the_environment_of_the_application_does_not_serve_the_tests(pemasangan):
    assert siapkan.python() != siapkan.python(uji=True)
    assert pemasangan == ["requirements.txt", "requirements-uji.txt"]


def test_a_new_lock_makes_a_new_environment_and_keeps_the_one_before(akar, pemasangan):
    daftar_folder = []
    for versi in range(3):
        (akar / "requirements.txt").write_text(f"# {versi}")
        daftar_folder.append(siapkan.python().parent.parent)
    assert len(pemasangan) == 3
    assert [folder.exists() for folder in daftar_folder] == [False, True, True]


def test_an_environment_without_its_stamp_is_not_taken(akar, pemasangan):
    tujuan = siapkan.python()
    (akar / ".venv" / siapkan.STEMPEL).unlink()
    assert siapkan.python() != tujuan
    assert len(pemasangan) == 2


def test_an_installation_that_fails_leaves_the_old_environment(akar, pemasangan, monkeypatch):
    siapkan.python()
    (akar / "requirements.txt").write_text("# baru")

    def gagal(folder, lock):
        raise SystemExit("Paket tidak dapat dipasang")

    sebelum = sorted(akar.iterdir())
    monkeypatch.setattr(siapkan, "_isi", gagal)
    with pytest.raises(SystemExit):
        siapkan.python()
    assert sorted(akar.iterdir()) == sebelum


@pytest.mark.usefixtures("pemasangan")
def test_a_folder_somebody_made_as_venv_is_moved_aside(akar):
    (akar / ".venv" / "milik-orang").mkdir(parents=True)
    siapkan.python()
    assert (akar / ".venv").is_symlink()
    assert [jejak.name for jejak in akar.glob(".venv-lama-*/*")] == ["milik-orang"]


def mesin(monkeypatch, *kemampuan):
    """Pretend a machine that can do only these; returns the list of the commands it was asked to run."""
    daftar_perintah = []

    def berhasil(*perintah, **_):
        daftar_perintah.append(perintah)
        if perintah[0] == "apt-get":
            return "apt" in kemampuan
        terpasang = any("python3-venv" in lain for lain in daftar_perintah)
        if perintah[1:3] == ("-m", "venv") and "--without-pip" not in perintah:
            return "ensurepip" in kemampuan or ("apt" in kemampuan and terpasang)
        return perintah[1:3] != ("-m", "pip") or "pip" in kemampuan

    monkeypatch.setattr(siapkan, "_berhasil", berhasil)
    monkeypatch.setattr(
        siapkan.shutil, "which", lambda nama: nama if nama.removesuffix("-get") in kemampuan else None
    )
    monkeypatch.setattr(siapkan.os, "geteuid", lambda: 0)
    return daftar_perintah


@pytest.mark.parametrize(
    ("kemampuan", "awal"),
    [
        (["ensurepip", "pip", "uv", "apt"], ["/v/bin/python", "-m", "pip", "--quiet"]),
        (["pip", "uv", "apt"], [sys.executable, "-m", "pip", "--python"]),
        (["uv", "apt"], ["uv", "pip", "install", "--quiet"]),
        (["apt"], ["/v/bin/python", "-m", "pip", "--quiet"]),
    ],
)
def test_the_installer_that_asks_least_of_the_machine_is_used(monkeypatch, kemampuan, awal):
    mesin(monkeypatch, *kemampuan)
    assert siapkan._pemasang(Path("/v"))[:4] == awal


def test_apt_is_the_last_resort_and_only_for_root(monkeypatch):
    daftar_perintah = mesin(monkeypatch, "apt")
    monkeypatch.setattr(siapkan.os, "geteuid", lambda: 1000)
    assert siapkan._pemasang(Path("/v")) is None
    assert not [perintah for perintah in daftar_perintah if perintah[0] == "apt-get"]


def test_without_any_installer_one_sentence_says_what_to_install(akar, monkeypatch):
    mesin(monkeypatch)
    with pytest.raises(SystemExit, match="Pasang python3-venv"):
        siapkan.python()
    assert not list(akar.glob(".venv*"))


def test_an_old_python_gets_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"Python 3\.11 atau lebih baru"):
        siapkan.python()
