"""How an officer of the demo answers the form of a task: what is filled in already stays, the rest is given here."""

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from lapkin.langkah.daftar import LANGKAH
from lapkin.langkah.dokumen_kasus import dokumen_kasus
from lapkin.naskah.forms import DaftarIsian, TabelIsian
from lapkin.naskah.isian_tabel import nama_sel

from .pindaian import pindaian

TEKS = {
    "alasan": "Rapat diumumkan pada apel pagi.",
    "catatan": "Sudah dibaca dan sesuai.",
    "kesimpulan": "Laporan disusun menurut jadwal SOP.",
    "lokasi": "Ruang arsip, lemari 2, boks 14",
    "pembahasan": "Dibahas pembagian tugas penyusunan laporan dan data yang diperlukan.",
    "teks": "Data yang masuk lengkap dan dapat dipakai.",
    "tempat": "Ruang rapat",
    "waktu": "09.00 s.d. 11.00 WIB",
}


def isian_terisi(tugas, pegawai, jawaban=None):
    """The bound form of a task, valid; `jawaban`: values by name that go before what is filled in already.

    Raises ValueError with the form's own complaints.
    """
    kelas = LANGKAH[tugas.jenis].Isian
    kosong = kelas(tugas=tugas, pegawai=pegawai)
    data, berkas = MultiValueDict(), MultiValueDict()
    for nama, kolom in kosong.fields.items():
        if isinstance(kolom, forms.FileField):
            if kolom.required:
                berkas[nama] = _pindaian(tugas)
        elif isinstance(kolom.widget, TabelIsian):
            data.update(sel_tabel(nama, kolom, kosong[nama].value()))
        else:
            data.setlist(nama, _nilai(tugas, kosong[nama]))
    for nama, nilai in (jawaban or {}).items():
        data.setlist(nama, [nilai])
    isian = kelas(data, berkas, tugas=tugas, pegawai=pegawai)
    if not isian.is_valid():
        raise ValueError(f"{tugas}: {isian.errors.as_json()}")
    return isian.cleaned_data


def sel_tabel(nama, bidang, nilai) -> dict[str, str]:
    """The cells of a table field (of a letter) as a browser sends them."""
    return {
        nama_sel(nama, ke, kolom): baris.get(kolom.nama, "")
        for ke, baris in enumerate(nilai or [])
        for kolom in bidang.isian.daftar_kolom
    }


def _nilai(tugas, kolom) -> list:
    """The values of one field as a browser sends them."""
    if isinstance(kolom.field, forms.BooleanField):
        nilai = "on" if kolom.field.required or kolom.value() else None
    else:
        nilai = kolom.value() or (_jawaban(tugas, kolom) if kolom.field.required else "")
    if nilai is None:
        return []
    if isinstance(kolom.field.widget, DaftarIsian):
        return ["\n".join(nilai) if isinstance(nilai, list) else nilai]
    return [str(satu) for satu in nilai] if isinstance(nilai, list | tuple) else [str(nilai)]


def _jawaban(tugas, kolom):
    if kolom.name == "sidik":
        return dokumen_kasus(tugas).berkas.sha256
    if isinstance(kolom.field, forms.DateField):
        return timezone.localdate()
    if isinstance(kolom.field, forms.ChoiceField):
        return next(kunci for kunci, _ in kolom.field.choices if kunci)
    return TEKS.get(kolom.name, "Sesuai SOP.")


def _pindaian(tugas):
    return SimpleUploadedFile("pindaian.pdf", pindaian(dokumen_kasus(tugas)), "application/pdf")
