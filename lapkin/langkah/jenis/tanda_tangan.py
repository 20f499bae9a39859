"""Tanda tangan: wet ink done properly: print the frozen file, sign it, upload the scan of that very file."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.berkas.actions import bekukan, periksa_unggahan
from lapkin.berkas.kenali import PINDAIAN, nama_aman
from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah import actions as naskah

from ..dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..dokumen_kasus import dokumen_kasus, konteks_dokumen, paraf_kurang, yang_dibaca
from ..isian_tugas import IsianTugas, catatan_lanjutan

TOMBOL = "Tanda tangani"
PENJELASAN = "Baca dokumennya, tanda tangani cetakannya, lalu unggah pindaiannya"


class Isian(IsianTugas):
    """The file that was signed (by its SHA-256), the scan of the ink, and the officer's word for both."""

    sidik = forms.CharField(widget=forms.HiddenInput)
    pindaian = forms.FileField(
        label="Pindaian dokumen yang sudah ditandatangani",
        help_text="PDF dengan jumlah halaman yang sama, atau foto/gambar bila hanya satu halaman.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={"required": "Unggah pindaian dokumen yang sudah ditandatangani."},
    )
    dibaca = forms.BooleanField(
        label="Saya sudah membaca dan menandatangani berkas ini.",
        error_messages={"required": "Centang bila berkas ini sudah Anda baca dan Anda tanda tangani."},
    )
    catatan = catatan_lanjutan()

    def clean_pindaian(self):
        """(bytes, kind) of the scan; what is wrong with it stands at the field."""
        try:
            return periksa_unggahan(unggahan=self.cleaned_data["pindaian"], boleh=PINDAIAN)
        except Ditolak as tolakan:
            raise forms.ValidationError(str(tolakan)) from tolakan


def konteks(tugas, pegawai) -> dict:
    """The paper to be signed, and whose initials are missing on it."""
    dokumen = dokumen_kasus(tugas)
    return konteks_dokumen(tugas) | {"kurang": paraf_kurang(tugas, dokumen.berkas) if dokumen else []}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Sign the file that was read; refused when a newer one has come, or the scan can't be of it."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    isi, jenis = isian["pindaian"]
    with mengerjakan(pegawai, tugas) as sebagai:
        dokumen = yang_dibaca(tugas, isian["sidik"])
        _pastikan_berparaf(tugas, dokumen)
        pindaian = bekukan(isi=isi, nama=nama_aman(f"{dokumen.nama} bertanda tangan", jenis), jenis=jenis)
        naskah.tanda_tangani_basah(
            pegawai=pegawai,
            tugas=tugas,
            berkas_dibaca=dokumen.berkas,
            pindaian=pindaian,
            naskah=dokumen.naskah,
            sebagai=sebagai,
        )
        dibuka = selesaikan(
            pegawai=pegawai,
            tugas=tugas,
            output=sebagai_output(tugas, pindaian) or [(f"{dokumen.nama} bertanda tangan", pindaian)],
            catatan=isian["catatan"],
        )
    return f"{dokumen.nama} ditandatangani. {pesan_sesudah(tugas, dibuka)}"


def _pastikan_berparaf(tugas, dokumen):
    if kurang := paraf_kurang(tugas, dokumen.berkas):
        raise Ditolak(
            f"{dokumen.nama} diubah sesudah diparaf; belum ada paraf {', '.join(kurang)} "
            "atas bentuk terakhirnya. Kembalikan agar diparaf lagi."
        )
