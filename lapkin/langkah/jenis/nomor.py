"""Nomor: the next number of the agenda book for a letter, and the copy that bears it."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.alur.queries import output_sah
from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.actions import ambil_nomor
from lapkin.naskah.models import Naskah

from ..dasar import mengerjakan, naskah_kasus, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..dokumen_kasus import konteks_dokumen
from ..isian_tugas import IsianTugas, catatan_lanjutan
from ..tim_sk import berlakukan_tim

TOMBOL = "Ambil nomor"
PENJELASAN = "Ambil nomor dari buku agenda dan bubuhkan pada naskah"


class Isian(IsianTugas):
    """Nothing to choose in the normal case: the series follows from the form of the letter."""

    catatan = catatan_lanjutan()

    def clean(self):
        naskah = naskah_kasus(self.tugas)
        if naskah is None:
            raise forms.ValidationError("Belum ada naskah yang dapat dinomori pada pekerjaan ini.")
        return super().clean()


def konteks(tugas, pegawai) -> dict:
    """The letter, and the number it has already."""
    naskah = naskah_kasus(tugas)
    nomor = naskah.agenda.nomor if hasattr(naskah, "agenda") else ""
    return konteks_dokumen(tugas) | {"nomor": nomor}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Take the number first, by itself, then finish the task with the numbered copy.

    The number is committed before the copy is printed and stays with its letter: a second click, or a try
    after a failure, finds the same number.
    """
    pastikan_dapat_dikerjakan(pegawai, tugas)
    naskah = naskah_kasus(tugas)
    _pastikan_bertanda_tangan(naskah)
    agenda = ambil_nomor(pegawai=pegawai, naskah=naskah)
    with mengerjakan(pegawai, tugas):
        naskah = naskah_kasus(tugas)
        luar = berlakukan_tim(pegawai=pegawai, tugas=tugas, naskah=naskah, nomor_sk=agenda.nomor)
        dibuka = selesaikan(
            pegawai=pegawai, tugas=tugas, output=_output(tugas, naskah), catatan=isian["catatan"]
        )
    return " ".join(filter(None, (f"Nomor {agenda.nomor}.", luar, pesan_sesudah(tugas, dibuka))))


def _pastikan_bertanda_tangan(naskah):
    """With wet ink the number comes after the signature (architecture rule 9)."""
    if naskah is None or naskah.status != Naskah.Status.DITANDATANGANI:
        raise Ditolak("Naskah ini belum ditandatangani; nomor diberikan sesudah tanda tangan basah.")


def _output(tugas, naskah):
    """Under the name that the SOP prints, else as a further form of the paper that this step has made."""
    if output := sebagai_output(tugas, naskah.bernomor):
        return output
    daftar_nama = (
        output_sah()
        .filter(
            pelaksanaan=tugas.pelaksanaan_id,
            langkah=tugas.langkah,
            putaran=tugas.putaran,
            berkas__in=[naskah.konsep_id, naskah.sah_id],
        )
        .values_list("nama", flat=True)
    )
    return [(nama, naskah.bernomor) for nama in dict.fromkeys(daftar_nama)]
