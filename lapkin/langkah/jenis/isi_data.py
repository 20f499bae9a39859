"""Isi data: a unit (or PD) gives its figures and text; the collector watches who has, and closes the collection."""

import json

from django import forms

from lapkin.alur.actions import selesaikan, tutup_pengumpulan
from lapkin.alur.queries import langkah_tugas
from lapkin.bahasa.angka import TakTerbaca, baca_rupiah
from lapkin.berkas.actions import bekukan, periksa_unggahan
from lapkin.berkas.kenali import nama_aman
from lapkin.jejak.ditolak import Ditolak
from lapkin.kinerja.actions import ISIAN_TERPANJANG
from lapkin.kinerja.lembar import SETAHUN
from lapkin.kinerja.tampilan import JUDUL_PERIODE
from lapkin.laporan.actions import PANJANG_NARASI
from lapkin.sop.bagan import Tiap

from ..dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..himpunan import daftar_kiriman, tabel_kiriman
from ..isian_tugas import IsianTugas
from ..isian_unit import baca_sel, lembar_isian
from ..lembar import bekukan_lembar, lembar_kerja
from ..lembar_isian import susun_isian
from ..simpan_isian import simpan_semua

TOMBOL = "Kirim isian"
PENJELASAN = "Isi data unit Anda. Setiap sel tersimpan sendiri; kirim bila sudah lengkap."
# The figure of the year first: a report needs it, the triwulan lead to it.
LABEL_PERIODE = {SETAHUN: JUDUL_PERIODE[SETAHUN]} | JUDUL_PERIODE


class Isian(IsianTugas):
    """The sheet of a unit. Its cells are plain inputs; `awal` is what they held when the page was made, so that
    a page that was open for long never writes back what others have changed since."""

    awal = forms.CharField(widget=forms.HiddenInput, required=False)
    lkj = forms.FileField(
        label="Laporan kinerja (LKj) perangkat daerah",
        required=False,
        help_text="PDF yang sudah ditandatangani. Boleh kosong bila data diisi pada tabel.",
    )
    alasan = forms.CharField(
        label="Alasan bila ada yang kosong",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        self.lembar = lembar_isian(tugas)
        self.fields["awal"].initial = json.dumps({n: t for n, t in self.lembar.tersimpan.items() if t})
        if langkah_tugas(tugas).tiap is not Tiap.PD:
            del self.fields["lkj"]

    def nilai(self, sel: str) -> str:
        """What stands in a cell: as just typed, else as stored."""
        return self.data.get(sel, self.lembar.tersimpan[sel]).replace("\r\n", "\n").strip()

    def clean(self):
        """The readable changes are there whatever else is wrong, so that saving without sending keeps them."""
        perubahan = self._perubahan()
        salah = {sel: kalimat for sel, teks in perubahan.items() if (kalimat := self._kesalahan(sel, teks))}
        self.daftar_salah = list(salah.values())
        for kalimat in self.daftar_salah:
            self.add_error(None, kalimat)
        isian = self.cleaned_data
        isian["perubahan"] = {sel: teks for sel, teks in perubahan.items() if sel not in salah}
        if not isian.get("alasan") and not isian.get("lkj"):
            self._periksa_kosong(isian["perubahan"])
        return super().clean()

    def _perubahan(self) -> dict[str, str]:
        awal = _baca_awal(self.cleaned_data.get("awal", ""))
        return {
            sel: self.nilai(sel)
            for sel in self.lembar.tersimpan
            if sel in self.data and self.nilai(sel) != awal.get(sel, "").strip()
        }

    def _kesalahan(self, sel: str, teks: str) -> str:
        """Why a cell can't be stored; "" when it can. A realisasi is kept as typed, money must be a number."""
        if len(teks) > (PANJANG_NARASI if sel.startswith("t-") else ISIAN_TERPANJANG):
            return f"Isian “{teks[:40]}…” terlalu panjang."
        if sel.startswith("a-") and isinstance(bacaan := baca_rupiah(teks), TakTerbaca):
            return f"Realisasi {self.lembar.nama_anggaran(sel)}: {bacaan.alasan}"
        return ""

    def _periksa_kosong(self, perubahan):
        """By what will be stored: a page left open doesn't know what others have filled in since."""
        if "lkj" in self.fields and not self.lembar.daftar_baris:
            self.add_error("lkj", "Unggah LKj, atau tuliskan alasan mengapa belum ada.")
        elif kosong := self.lembar.kosong(self.lembar.tersimpan | perubahan):
            contoh = "; ".join(kosong[:3]) + ("; dan lainnya" if len(kosong) > 3 else "")
            self.add_error(
                "alasan",
                f"{len(kosong)} realisasi setahun belum diisi ({contoh}). Isi, atau tuliskan alasannya di sini.",
            )


def konteks(tugas, pegawai) -> dict:
    """The board of the collector, or the cells of a unit."""
    if tugas.penghimpun:
        kiriman = daftar_kiriman(tugas.pelaksanaan, tugas.langkah)
        return {"daftar_kiriman": kiriman, "jumlah_masuk": sum(k.masuk for k in kiriman)}
    return {"daftar_periode": LABEL_PERIODE, "baca_sel": baca_sel}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Store what is not stored yet, freeze the sheet of the unit, and hand it to the collector."""
    if tugas.penghimpun:
        raise Ditolak("Pengumpulan ini selesai sendiri bila semua unit masuk, atau dengan Tutup pengumpulan.")
    sebagai = pastikan_dapat_dikerjakan(pegawai, tugas)
    unggahan = isian.get("lkj")
    lkj = periksa_unggahan(unggahan=unggahan, boleh={"pdf"}) if unggahan else None
    simpan_semua(pegawai=pegawai, tugas=tugas, lembar=lembar_isian(tugas), perubahan=isian["perubahan"])
    lembar = lembar_isian(tugas)
    dokumen = susun_isian(
        tugas=tugas, pegawai=pegawai, sebagai=sebagai, lembar=lembar, alasan=isian["alasan"]
    )
    daftar_berkas = [bekukan_lembar(dokumen, dokumen.judul)]
    with mengerjakan(pegawai, tugas):
        if lkj:
            isi, jenis = lkj
            daftar_berkas.append(bekukan(isi=isi, nama=nama_aman(unggahan.name, jenis), jenis=jenis))
        output = [satu for berkas in daftar_berkas for satu in sebagai_output(tugas, berkas)]
        dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=output, catatan=isian["alasan"])
    return pesan_sesudah(tugas, dibuka)


def tutup(*, pegawai, tugas, catatan) -> str:
    """The collector closes the collection before all are in; its paper is the recapitulation."""
    sebagai = pastikan_dapat_dikerjakan(pegawai, tugas)
    berkas = rekap(pegawai=pegawai, sebagai=sebagai, tugas=tugas, catatan=catatan)
    dibuka = tutup_pengumpulan(
        pegawai=pegawai, tugas=tugas, catatan=catatan, output=sebagai_output(tugas, berkas)
    )
    return pesan_sesudah(tugas, dibuka)


def rekap(*, pegawai, sebagai, tugas, catatan):
    """Who is in and who is not when a collection is closed, as a frozen paper (Berkas)."""
    kiriman = daftar_kiriman(tugas.pelaksanaan, tugas.langkah)
    dokumen = lembar_kerja(
        tugas=tugas,
        pegawai=pegawai,
        sebagai=sebagai,
        judul="Rekapitulasi pengumpulan data",
        rincian=(
            ("Masuk", f"{sum(k.masuk for k in kiriman)} dari {len(kiriman)}"),
            ("Alasan ditutup", catatan),
        ),
        blok=(tabel_kiriman(kiriman),),
    )
    return bekukan_lembar(dokumen, "Rekapitulasi pengumpulan data")


def _baca_awal(teks: str) -> dict[str, str]:
    """The hidden field as it was sent; anything else counts as nothing seen."""
    try:
        isi = json.loads(teks or "{}")
    except ValueError:
        return {}
    return {str(nama): str(nilai) for nama, nilai in isi.items()} if isinstance(isi, dict) else {}
