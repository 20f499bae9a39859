"""Plays an SOP over HTTP: every officer signs in, reads his page, fills in its forms and sends them."""

from contextlib import contextmanager

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.berkas.queries import baca
from lapkin.langkah.dokumen_kasus import dokumen_kasus

from .peramban import baca_formulir, formulir

TEKS = {
    "waktu": "09.00 s.d. 11.00 WIB",
    "tempat": "Ruang rapat",
    "hari": "2026-01-05",
    "lokasi": "Ruang arsip, lemari 2",
}
TEKS_LAIN = "Sesuai SOP."


@contextmanager
def masuk(pegawai):
    """A browser in which an officer is signed in."""
    peramban = Client()
    peramban.force_login(pegawai)
    yield peramban


def tugas_terbuka(pelaksanaan):
    """The tasks that officers may do now, in the order in which they were opened."""
    return Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan, penghimpun=False).order_by("pk")


def kerjakan(tugas, jawaban=None):
    """Do a task through its page, as its officer; returns the page as it was before sending."""
    with masuk(pelaku(tugas)) as peramban:
        _lengkapi(peramban, tugas)
        halaman = buka_halaman(peramban, tugas)
        isian = formulir(halaman, reverse("tugas_kerjakan", args=[tugas.pk]))
        jawab = peramban.post(isian.action, _data(isian, tugas, jawaban or {}))
        assert jawab.status_code == 302, _keluhan(jawab)
    return halaman


def kembalikan(tugas, tujuan, catatan):
    """Send the work back through the page's own form."""
    with masuk(pelaku(tugas)) as peramban:
        halaman, alamat = buka_halaman(peramban, tugas), reverse("tugas_kembalikan", args=[tugas.pk])
        assert f'formaction="{alamat}"' in halaman
        data = formulir(halaman, reverse("tugas_kerjakan", args=[tugas.pk])).data
        assert "kembali-catatan" in data
        jawab = peramban.post(alamat, {**data, "kembali-tujuan": tujuan, "kembali-catatan": catatan})
        assert jawab.status_code == 302, _keluhan(jawab)


def mainkan(pelaksanaan, *, sampai=None, jawaban=None):
    """Do one open task after the other until the end, or until a task of the step `sampai` is open."""
    while tugas := tugas_terbuka(pelaksanaan).first():
        if tugas.langkah == sampai:
            return tugas
        kerjakan(tugas, jawaban(tugas) if jawaban else None)
    return None


def buka_halaman(peramban, tugas) -> str:
    jawab = peramban.get(reverse("tugas", args=[tugas.pk]))
    assert jawab.status_code == 200
    return jawab.content.decode()


def _lengkapi(peramban, tugas):
    """State for each thing from outside that the page still asks for why it is missing."""
    alamat = reverse("tugas_lengkapi", args=[tugas.pk])
    for isian in baca_formulir(buka_halaman(peramban, tugas)):
        if isian.action == alamat:
            jawab = peramban.post(alamat, {**isian.data, "alasan": "Tidak diperlukan."})
            assert jawab.status_code == 302, _keluhan(jawab)


def _data(isian, tugas, jawaban):
    """The form as the page filled it in, what it demands beside that, and the given answers."""
    data = isian.data
    for kolom in isian.kosong_wajib():
        nilai = next(filter(None, kolom.pilihan), TEKS.get(kolom.nama, TEKS_LAIN))
        data[kolom.nama] = [kolom.nilai if kolom.jenis == "checkbox" else nilai]
    unggahan = {nama: pindaian(tugas) for nama in isian.berkas_wajib()}
    return {**data, **unggahan, **jawaban}


def pindaian(tugas):
    """A scan of the paper at hand: its pages, in another file."""
    isi = baca(dokumen_kasus(tugas).berkas)
    return SimpleUploadedFile("pindaian.pdf", isi + b"\n% dipindai\n", "application/pdf")


def _keluhan(jawab) -> str:
    teks = jawab.content.decode()
    awal = teks.find('class="pesan')
    return f"{jawab.status_code}: {teks[awal : awal + 1500]}"
