"""Disposisi: a superior's written instruction that sends the work on; its sheet bears his paraf."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.alur.queries import langkah_tugas
from lapkin.isian import IsianTanggal
from lapkin.naskah.actions import paraf
from lapkin.naskah.bentuk.disposisi import SIFAT

from ..dasar import (
    langkah_berikut,
    mengerjakan,
    pastikan_dapat_dikerjakan,
    pesan_sesudah,
    sebagai_output,
)
from ..isian_tugas import IsianTugas, teks_panjang
from ..naskah_tugas import rancang_naskah_tugas, simpan_naskah_tugas
from ..pihak import daftar_pihak, penerima_berikut

TOMBOL = "Disposisikan"
PENJELASAN = "Tuliskan perintah Anda dan kepada siapa diteruskan"
# Tick texts of the form of disposisi that ANRI uses.
DAFTAR_HARAP = (
    "Selesaikan/tindak lanjuti",
    "Koordinasikan",
    "Pelajari/kaji",
    "Saran/pendapat",
    "Wakili/hadiri",
    "Pantau",
    "Untuk perhatian",
    "Arsipkan",
)


class Isian(IsianTugas):
    """To whom (the leading one apart), what is asked, the instruction; and the letter it is about, if any."""

    kepada = forms.MultipleChoiceField(
        label="Diteruskan kepada",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu penerima."},
    )
    utama = forms.ChoiceField(
        label="Penerima utama", help_text="Yang memimpin pelaksanaannya; penerima lain membantu."
    )
    harap = forms.MultipleChoiceField(
        label="Isi disposisi",
        choices=[(teks, teks) for teks in DAFTAR_HARAP],
        initial=[DAFTAR_HARAP[0]],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Centang paling sedikit satu isi disposisi."},
    )
    instruksi = teks_panjang("Instruksi", error_messages={"required": "Tuliskan apa yang harus dikerjakan."})
    sifat = forms.ChoiceField(label="Sifat", choices=[(teks, teks) for teks in SIFAT], initial=SIFAT[0])
    batas_waktu = forms.DateField(
        label="Batas waktu",
        required=False,
        widget=IsianTanggal,
        error_messages={"invalid": "Batas waktu tidak terbaca sebagai tanggal."},
    )
    asal = forms.CharField(
        label="Asal naskah", max_length=300, help_text="Pengirim surat, atau nama pekerjaan bila tanpa surat."
    )
    nomor_surat = forms.CharField(label="Nomor surat", max_length=300, required=False)
    tanggal_surat = forms.DateField(label="Tanggal surat", required=False, widget=IsianTanggal)
    catatan = teks_panjang("Catatan", rows=2, required=False)

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        pengirim = str(tugas.jabatan or tugas.tim)
        pilihan = [(nama, nama) for nama in daftar_pihak(tugas) if nama != pengirim]
        penerima = penerima_berikut(tugas)
        self.fields["kepada"].choices = self.fields["utama"].choices = pilihan
        self.initial |= {
            "kepada": penerima,
            "utama": penerima[0] if penerima else "",
            "instruksi": _instruksi(tugas),
            "asal": str(tugas.pelaksanaan),
        }


def konteks(tugas, pegawai) -> dict:
    """The step that follows."""
    return {"berikut": langkah_berikut(tugas)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Freeze the lembar disposisi with the superior's paraf on it, and send the work on."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    rancangan = rancang_naskah_tugas(
        pegawai=pegawai, tugas=tugas, bentuk="disposisi", isi=_isi(isian), hal=langkah_tugas(tugas).kegiatan
    )
    with mengerjakan(pegawai, tugas) as sebagai:
        lembar = simpan_naskah_tugas(pegawai=pegawai, tugas=tugas, rancangan=rancangan)
        paraf(pegawai=pegawai, tugas=tugas, naskah=lembar, berkas=lembar.konsep, sebagai=sebagai)
        dibuka = selesaikan(
            pegawai=pegawai,
            tugas=tugas,
            output=sebagai_output(tugas, lembar.konsep),
            catatan=isian["catatan"],
        )
    return pesan_sesudah(tugas, dibuka)


def _isi(isian) -> dict:
    """The fields of naskah/bentuk/disposisi.py; the leading recipient stands first."""
    penerima = dict.fromkeys((isian["utama"], *isian["kepada"]))
    harap = ", ".join(isian["harap"])
    tetap = ("instruksi", "sifat", "batas_waktu", "asal", "nomor_surat", "tanggal_surat", "catatan")
    return {nama: isian[nama] for nama in tetap} | {
        "diteruskan": [{"kepada": nama, "harap": harap} for nama in penerima]
    }


def _instruksi(tugas) -> str:
    """What the SOP has next; before it the step's own words, unless its work has been done already."""
    kegiatan = [langkah_tugas(tugas).kegiatan] if tugas.tahap == 1 else []
    berikut = langkah_berikut(tugas)
    return "\n\n".join(f"{teks}." for teks in (*kegiatan, *([berikut.kegiatan] if berikut else [])))
