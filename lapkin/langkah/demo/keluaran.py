"""Writes the papers of the played case to a folder, as an office would hand them over."""

import re
import shutil
from pathlib import Path

from lapkin.arsip.models import Arsip
from lapkin.bahasa.angka import tulis
from lapkin.berkas.models import Berkas
from lapkin.berkas.queries import baca
from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.jejak.queries import periksa_rantai
from lapkin.langkah.dasar import laporan_kasus
from lapkin.langkah.kertas_kasus import laporan_sah
from lapkin.langkah.lembar_jejak import susun_jejak
from lapkin.laporan.queries import versi_terakhir
from lapkin.naskah.models import Naskah
from lapkin.organisasi.queries import lambang_tercetak
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf

TANDA = ".keluaran-demo"  # marks a folder that the demo may empty before it writes


def tulis_keluaran(pelaksanaan, folder: Path, cetak) -> None:
    """LKjIP, every letter, the SOP's official form, the trail; then the list of them with their sizes."""
    _kosongkan(folder)
    for nama, isi in _daftar_berkas(pelaksanaan):
        (folder / nama).write_bytes(isi)
    kesalahan = periksa_rantai(pelaksanaan.instansi.kunci)
    diarsipkan = Arsip.objects.filter(objek=pelaksanaan.kunci).count()
    cetak(f"\n{pelaksanaan}: {pelaksanaan.get_status_display().lower()}, {diarsipkan} naskah diarsipkan.")
    cetak(f"Rantai jejak: {'; '.join(kesalahan) or 'utuh'}.")
    cetak(f"\nBerkas di {folder}:")
    for berkas in sorted(folder.glob("[!.]*")):
        cetak(f"  {tulis(-(-berkas.stat().st_size // 1024)):>6} kB  {berkas.name}")


def _kosongkan(folder: Path) -> None:
    """An empty folder; one that the demo wrote before is made anew, any other is only added to."""
    if (folder / TANDA).exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TANDA).touch()


def _daftar_berkas(pelaksanaan):
    """(file name, bytes) of everything that is written."""
    versi = versi_terakhir(laporan_kasus(pelaksanaan))
    yield "LKjIP.pdf", baca(versi.pdf)
    yield "LKjIP.docx", baca(versi.docx)
    yield "LKjIP-bertanda-tangan.pdf", baca(laporan_sah(pelaksanaan))
    lambang = lambang_tercetak(pelaksanaan.instansi) or None
    yield "SOP.pdf", formulir_pdf(pelaksanaan.dibaca(), lambang)
    yield "SOP.docx", formulir_docx(pelaksanaan.dibaca(), lambang)
    yield "jejak.pdf", cetak_pdf(susun_jejak(pelaksanaan))
    daftar_naskah = Naskah.objects.filter(pelaksanaan=pelaksanaan).order_by("pk")
    for urut, naskah in enumerate(daftar_naskah.select_related("konsep_docx", "bernomor", "konsep"), start=1):
        nama = f"{urut:02}-{_nama_berkas(naskah)}"
        yield f"{nama}.pdf", baca(naskah.bernomor or naskah.konsep)
        yield f"{nama}.docx", _docx(naskah)
        if naskah.sah:
            yield f"{nama}-bertanda-tangan.pdf", baca(naskah.sah)


def _nama_berkas(naskah) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"{naskah.bentuk} {naskah.hal}".lower()).strip("-")[:60].rstrip("-")


def _docx(naskah) -> bytes:
    """The Word file of a letter's last form; the numbered copy was frozen in both under one name."""
    if naskah.bernomor:
        nama = f"{naskah.bernomor.nama.removesuffix('.pdf')}.docx"
        if berkas := Berkas.objects.filter(nama=nama).last():
            return baca(berkas)
    return baca(naskah.konsep_docx)
