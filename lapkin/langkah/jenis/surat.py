"""Surat: writing a letter of any form; its draft is frozen and goes to whoever initials, signs or numbers it."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.naskah.bentuk.daftar import BENTUK
from lapkin.naskah.forms import BidangNaskah

from ..dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..dokumen_kasus import pratinjau
from ..isi_awal import isi_awal
from ..isian_susunan import bidang_susunan, susunan, susunan_awal
from ..isian_tugas import IsianTugas
from ..naskah_tugas import bentuk_tugas, konsep_tugas, rancang_naskah_tugas, simpan_naskah_tugas
from ..pihak import pemaraf, penanda_tangan
from ..tim_sk import BENTUK_SK

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
        self.initial |= {"hal": hal, **isi}
        self.fields |= {isian.nama: BidangNaskah(isian) for isian in self.bentuk.daftar_isian}
        if self.bentuk.kode == BENTUK_SK:
            self._ganti_susunan(isi.get(SUSUNAN, []))

    def _ganti_susunan(self, daftar_baris):
        """The seats of a team are chosen from the officers, not typed."""
        del self.fields[SUSUNAN]
        daftar_bidang = bidang_susunan(self.tugas.pelaksanaan.instansi)
        self.fields |= daftar_bidang
        self.initial |= susunan_awal(daftar_baris, daftar_bidang)

    def clean(self):
        """The clean fields of the letter come out as `isi_naskah`; a team without members is refused."""
        hasil = super().clean()
        isi = {isian.nama: hasil.get(isian.nama) for isian in self.bentuk.daftar_isian}
        if self.bentuk.kode == BENTUK_SK:
            isi[SUSUNAN] = susunan(hasil)
            if not isi[SUSUNAN]:
                self.add_error("anggota", "Pilih paling sedikit satu anggota tim.")
        return hasil | {"isi_naskah": isi}


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
    rancangan = rancang_naskah_tugas(
        pegawai=pegawai,
        tugas=tugas,
        bentuk=bentuk,
        isi=isian["isi_naskah"],
        hal=isian["hal"],
        konsep=konsep_tugas(tugas, bentuk),
    )
    with mengerjakan(pegawai, tugas):
        naskah = simpan_naskah_tugas(pegawai=pegawai, tugas=tugas, rancangan=rancangan)
        dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=sebagai_output(tugas, naskah.konsep))
    return f"Konsep {BENTUK[bentuk].nama.lower()} tersimpan. {pesan_sesudah(tugas, dibuka)}"
