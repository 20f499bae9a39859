"""Figures for the tests: two indicators with targets and a small budget, and papers made without Typst."""

from datetime import date

import pytest

from lapkin.dokumen.blok import ke_json
from lapkin.kinerja.models import Anggaran, Indikator, PerjanjianKinerja, Realisasi, Sasaran, Target
from lapkin.laporan.cetak_laporan import CetakanLaporan


@pytest.fixture(autouse=True)
def cetak_cepat(monkeypatch):
    """Printing takes a second; here a paper is an empty page that carries its tree."""

    def sebagai_pdf(dokumen):
        return contoh_pdf(ke_json(dokumen))

    def sebagai_laporan(dokumen):
        return CetakanLaporan(pdf=sebagai_pdf(dokumen), docx=b"PK" + ke_json(dokumen).encode(), halaman=1)

    monkeypatch.setattr("lapkin.langkah.lembar.cetak_pdf", sebagai_pdf)
    monkeypatch.setattr("lapkin.laporan.actions.cetak_laporan", sebagai_laporan)


def isi_angka(instansi, tahun=2025, *, daftar_unit=()):
    """Two indicators (the unit of each, if given) with targets, and a program with two sub kegiatan; no realisasi."""
    sasaran = Sasaran.objects.create(instansi=instansi, tahun=tahun, urutan=1, nama="Meningkatnya kinerja")
    perjanjian = PerjanjianKinerja.objects.create(instansi=instansi, tahun=tahun, tanggal=date(tahun, 1, 15))
    daftar = []
    for urutan, nama in enumerate(["Persentase layanan", "Nilai SAKIP"], start=1):
        unit = daftar_unit[urutan - 1] if daftar_unit else None
        indikator = Indikator.objects.create(
            instansi=instansi,
            tahun=tahun,
            urutan=urutan,
            nama=nama,
            satuan="persen",
            sasaran=sasaran,
            penanggung_jawab=unit,
        )
        Target.objects.create(perjanjian=perjanjian, indikator=indikator, tertulis="80")
        daftar.append(indikator)
    program = _anggaran(instansi, tahun, 1, "program", "Program layanan", 300_00)
    for urutan, pagu in ((2, 100_00), (3, 200_00)):
        _anggaran(instansi, tahun, urutan, "sub-kegiatan", f"Sub kegiatan {urutan}", pagu, program)
    return daftar


def _anggaran(instansi, tahun, urutan, tingkat, nama, pagu, induk=None):
    return Anggaran.objects.create(
        instansi=instansi, tahun=tahun, urutan=urutan, tingkat=tingkat, nama=nama, pagu=pagu, induk=induk
    )


def realisasi(indikator, periode="TAHUN"):
    """What is stored for an indicator, as typed; None when nothing is."""
    return (
        Realisasi.objects.filter(indikator=indikator, periode=periode)
        .values_list("tertulis", flat=True)
        .first()
    )


def isi_kertas(berkas) -> str:
    """The text of a paper that `cetak_cepat` made."""
    with berkas.isi.open() as isi:
        return isi.read().decode()


def contoh_pdf(komentar="") -> bytes:
    """A PDF of one empty page, with a line of comment in its head."""
    daftar = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    ]
    isi, letak = f"%PDF-1.4\n%{komentar}\n".encode(), []
    for nomor, objek in enumerate(daftar, start=1):
        letak.append(len(isi))
        isi += b"%d 0 obj\n%s\nendobj\n" % (nomor, objek)
    tabel = b"".join(b"%010d 00000 n \n" % satu for satu in letak)
    awal = len(isi)
    isi += b"xref\n0 4\n0000000000 65535 f \n" + tabel
    return isi + b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % awal
