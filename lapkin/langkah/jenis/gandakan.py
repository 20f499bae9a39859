"""Gandakan: making the copies of a paper, bound or not, and noting how many and by whom."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.dokumen.blok import pasangan
from lapkin.isian import IsianAngka

from ..dasar import pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..isian_tugas import IsianTugas
from ..kertas_kasus import kertas_utama
from ..lembar import bekukan_lembar, lembar_kerja

TOMBOL = "Catat penggandaan"
PENJELASAN = "Cetak dan gandakan dokumen sebanyak yang diperlukan, lalu catat jumlahnya di sini."
JUMLAH_BAWAAN = 3
JILID = [
    ("dijilid", "Dijilid"),
    ("distaples", "Distaples"),
    ("tanpa jilid", "Tanpa jilid"),
]


class Isian(IsianTugas):
    """How many copies, how bound, by whom."""

    jumlah = forms.IntegerField(
        label="Jumlah eksemplar",
        min_value=1,
        max_value=10_000,
        initial=JUMLAH_BAWAAN,
        widget=IsianAngka({"inputmode": "numeric"}),
        error_messages={
            "required": "Tuliskan jumlah eksemplarnya.",
            "invalid": "Jumlah eksemplar ditulis dengan angka bulat, misalnya 5.",
            "min_value": "Jumlah eksemplar paling sedikit 1.",
            "max_value": "Jumlah eksemplar paling banyak 10.000.",
        },
    )
    jilid = forms.ChoiceField(label="Penjilidan", choices=JILID, initial=JILID[0][0])
    petugas = forms.CharField(
        label="Dikerjakan oleh",
        max_length=150,
        help_text="Nama petugas atau percetakan.",
        error_messages={"required": "Tuliskan siapa yang menggandakan."},
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        self.fields["petugas"].initial = str(pegawai)


def konteks(tugas, pegawai) -> dict:
    """The paper to be copied."""
    return {"berkas": kertas_utama(tugas)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Note the copies in the trail; a paper of it only where the SOP names one as output."""
    sebagai = pastikan_dapat_dikerjakan(pegawai, tugas)
    catatan = f"Digandakan {isian['jumlah']} eksemplar, {isian['jilid']}, oleh {isian['petugas']}."
    output = sebagai_output(tugas, None)
    if output:
        berkas = bekukan_lembar(_lembar(pegawai, sebagai, tugas, isian), "Catatan penggandaan")
        output = sebagai_output(tugas, berkas)
    dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=output, catatan=catatan)
    return pesan_sesudah(tugas, dibuka)


def _lembar(pegawai, sebagai, tugas, isian):
    berkas = kertas_utama(tugas)
    return lembar_kerja(
        tugas=tugas,
        pegawai=pegawai,
        sebagai=sebagai,
        judul="Catatan penggandaan",
        blok=(
            pasangan(
                ("Dokumen", berkas.nama if berkas else "-"),
                ("Sidik berkas", berkas.sha256 if berkas else "-"),
                ("Jumlah", f"{isian['jumlah']} eksemplar"),
                ("Penjilidan", isian["jilid"]),
                ("Dikerjakan oleh", isian["petugas"]),
            ),
        ),
    )
