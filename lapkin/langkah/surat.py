"""Surat: writing a letter of any form; its draft is frozen and goes to whoever initials, signs or numbers it."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.naskah.bentuk.daftar import BENTUK
from lapkin.naskah.bentuk.periksa import IsianSalah, bersihkan

from .dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from .dokumen_kasus import pratinjau
from .isi_awal import isi_awal
from .isian_naskah import bidang, dari_halaman, ke_halaman
from .isian_susunan import bidang_susunan, susunan, susunan_awal
from .isian_tugas import IsianTugas
from .naskah_tugas import bentuk_tugas, konsep_tugas, rancang_naskah, simpan_naskah
from .pihak import pemaraf, penanda_tangan
from .tim_sk import BENTUK_SK

TOMBOL = "Simpan konsep dan teruskan"
PENJELASAN = "Tulis naskahnya"
SUSUNAN = "susunan"


class Isian(IsianTugas):
    """Hal and the fields of the letter's form; a returned round starts from the draft that came back."""

    hal = forms.CharField(label="Hal", max_length=300, error_messages={"required": "Isi hal naskah ini."})

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        self.bentuk = BENTUK[bentuk_tugas(tugas)]
        konsep = konsep_tugas(tugas, self.bentuk.kode)
        hal, isi = (konsep.hal, konsep.isi) if konsep else isi_awal(tugas)
        self.initial["hal"] = hal
        for isian in self.bentuk.daftar_isian:
            self._pasang(isian, isi.get(isian.nama))

    def _pasang(self, isian, nilai):
        """Add the page's field for one field of the letter, with its first value; the seats of a team are several."""
        if isian.nama == SUSUNAN and self.bentuk.kode == BENTUK_SK:
            daftar_bidang = bidang_susunan(self.tugas.pelaksanaan.instansi)
            self.fields |= daftar_bidang
            self.initial |= susunan_awal(nilai or [], daftar_bidang)
            return
        self.fields[isian.nama] = bidang(isian)
        if nilai is not None:
            self.initial[isian.nama] = ke_halaman(isian, nilai)

    def clean(self):
        """Check by the letter's own rules; the clean fields of the letter come out as `isi_naskah`."""
        hasil = super().clean()
        try:
            self.cleaned_data["isi_naskah"] = bersihkan(self.bentuk, self._isi())
        except IsianSalah as salah:
            for nama, kalimat in salah.daftar.items():
                self.add_error(nama if nama in self.fields else None, kalimat)
        return hasil

    def _isi(self) -> dict:
        isi = {
            isian.nama: dari_halaman(isian, self.cleaned_data.get(isian.nama, ""))
            for isian in self.bentuk.daftar_isian
        }
        return isi | {SUSUNAN: susunan(self.cleaned_data)} if self.bentuk.kode == BENTUK_SK else isi


def konteks(tugas, pegawai) -> dict:
    """The draft that came back, and who will initial and sign."""
    bentuk = bentuk_tugas(tugas)
    konsep = konsep_tugas(tugas, bentuk)
    return {
        "konsep": konsep,
        "pratinjau": pratinjau(konsep) if konsep else "",
        "bentuk": BENTUK[bentuk],
        "penanda_tangan": penanda_tangan(tugas, pegawai),
        "daftar_pemaraf": pemaraf(tugas),
    }


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Freeze the draft and send it on."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    bentuk = bentuk_tugas(tugas)
    rancangan = rancang_naskah(
        pegawai=pegawai,
        tugas=tugas,
        bentuk=bentuk,
        isi=isian["isi_naskah"],
        hal=isian["hal"],
        konsep=konsep_tugas(tugas, bentuk),
    )
    with mengerjakan(pegawai, tugas):
        naskah = simpan_naskah(pegawai=pegawai, tugas=tugas, rancangan=rancangan)
        dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=sebagai_output(tugas, naskah.konsep))
    return f"Konsep {BENTUK[bentuk].nama.lower()} tersimpan. {pesan_sesudah(tugas, dibuka)}"
