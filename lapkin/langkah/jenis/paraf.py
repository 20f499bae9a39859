"""Paraf: the officer reads the frozen file and answers for its matter and wording with an initial."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.naskah import actions as naskah

from ..dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..dokumen_kasus import konteks_dokumen, yang_dibaca
from ..isian_tugas import IsianTugas, catatan_lanjutan

TOMBOL = "Paraf dan teruskan"
PENJELASAN = "Baca dokumennya, lalu bubuhkan paraf bila isi dan penulisannya sudah benar"


class Isian(IsianTugas):
    """The file that was read (by its SHA-256) and the officer's word that it was read."""

    sidik = forms.CharField(widget=forms.HiddenInput)
    dibaca = forms.BooleanField(
        label="Saya sudah membaca dokumen ini dan membubuhkan paraf atasnya.",
        error_messages={"required": "Centang bila dokumen ini sudah Anda baca dan Anda setujui."},
    )
    catatan = catatan_lanjutan()


def konteks(tugas, pegawai) -> dict:
    """The paper to be read."""
    return konteks_dokumen(tugas)


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Put the initial on the file that was read; refused when a newer one has come meanwhile."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    with mengerjakan(pegawai, tugas) as sebagai:
        dokumen = yang_dibaca(tugas, isian["sidik"])
        naskah.paraf(pegawai=pegawai, tugas=tugas, berkas=dokumen.berkas, sebagai=sebagai)
        dibuka = selesaikan(
            pegawai=pegawai,
            tugas=tugas,
            output=sebagai_output(tugas, dokumen.berkas),
            catatan=isian["catatan"],
        )
    return f"Paraf Anda tercatat pada {dokumen.nama}. {pesan_sesudah(tugas, dibuka)}"
