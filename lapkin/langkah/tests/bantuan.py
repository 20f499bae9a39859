"""Runs of the SOPs for the tests of the kinds of work, and scans that can be what was printed."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from lapkin.alur import actions
from lapkin.alur.tests.bantuan import kantor, mainkan, pelaku, terbuka
from lapkin.berkas.actions import bekukan
from lapkin.berkas.queries import baca
from lapkin.dokumen.blok import Dokumen, ke_json, paragraf
from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.langkah.daftar import LANGKAH
from lapkin.langkah.dasar import laporan_kasus
from lapkin.langkah.demo.jawaban import sel_tabel
from lapkin.langkah.dokumen_kasus import dokumen_kasus
from lapkin.laporan.models import Laporan, VersiLaporan
from lapkin.naskah.forms import DaftarIsian, TabelIsian


def pekerjaan(kode, tahun=2025):
    """A run of an SOP of sop/ in an office made for it."""
    _, pengelola, sop = kantor(kode)
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun)


def maju(pelaksanaan, kode):
    """Play at engine level up to a step; gives its first open task."""
    mainkan(pelaksanaan, sampai=kode)
    return terbuka(pelaksanaan, penghimpun=False).first()


def lengkapi(tugas):
    """Give a reason for everything that the step wants from outside."""
    for butir in tugas.pelaksanaan.dibaca().cari(tugas.langkah).kelengkapan:
        actions.lengkapi(pegawai=pelaku(tugas), tugas=tugas, nama=butir.nama, alasan="Tidak diperlukan.")


def isian(tugas, berkas=None, **ganti):
    """The bound form of a task as its page would send it: first values, with some replaced."""
    jenis = LANGKAH[tugas.jenis]
    kosong = jenis.Isian(tugas=tugas, pegawai=pelaku(tugas))
    data = {}
    for nama, bidang in kosong.fields.items():
        nilai = ganti.get(nama, kosong.get_initial_for_field(bidang, nama))
        if isinstance(bidang.widget, TabelIsian):
            data |= sel_tabel(nama, bidang, nilai)
        elif nilai not in (None, ""):
            berbaris = isinstance(bidang.widget, DaftarIsian) and isinstance(nilai, list)
            data[nama] = "\n".join(nilai) if berbaris else nilai
    return jenis.Isian(data, berkas, tugas=tugas, pegawai=pelaku(tugas))


def kerjakan(tugas, berkas=None, **ganti):
    """Do a task by its kind of work as its holder; gives the message."""
    lengkapi(tugas)
    terisi = isian(tugas, berkas, **ganti)
    assert terisi.is_valid(), terisi.errors
    return LANGKAH[tugas.jenis].kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)


def pindaian(tugas):
    """The paper of a task as it would come back from the scanner: as many pages, other bytes."""
    isi = baca(dokumen_kasus(tugas).berkas) + b"\n% tinta basah\n"
    return {"pindaian": SimpleUploadedFile("pindaian.pdf", isi, "application/pdf")}


def versi_laporan(pelaksanaan):
    """The next version of the case's report, with a small real PDF."""
    laporan = laporan_kasus(pelaksanaan) or Laporan.objects.create(
        instansi=pelaksanaan.instansi, tahun=pelaksanaan.tahun, sebutan="LKjIP", pelaksanaan=pelaksanaan
    )
    nomor = laporan.daftar_versi.count() + 1
    dokumen = Dokumen(
        judul="LKjIP", tanggal=date(2026, 1, 12), blok=(paragraf(f"Isi laporan versi {nomor}."),)
    )
    pdf = bekukan(isi=cetak_pdf(dokumen), nama=f"LKjIP-versi-{nomor}.pdf", jenis="pdf")
    return VersiLaporan.objects.create(
        laporan=laporan,
        nomor=nomor,
        dokumen=ke_json(dokumen),
        angka={},
        pdf=pdf,
        docx=pdf,
        halaman=1,
        pembuat=pelaksanaan.pembuat,
    )
