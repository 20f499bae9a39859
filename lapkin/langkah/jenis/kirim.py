"""Kirim: handing a paper over to those it is for, noted with the way it went and, when there is one, the receipt."""

import re

from django import forms
from django.utils import timezone

from lapkin.alur.actions import selesaikan
from lapkin.alur.queries import ikatan, langkah_tugas
from lapkin.arsip.actions import catat_tanda_terima, kirim
from lapkin.arsip.models import Pengiriman
from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.kenali import PINDAIAN
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.models import Jabatan
from lapkin.sop.bagan import Tiap

from ..dasar import (
    langkah_berikut,
    mengerjakan,
    naskah_kasus,
    pastikan_dapat_dikerjakan,
    pesan_sesudah,
    sebagai_output,
)
from ..isian_tugas import IsianTugas, baris_teks
from ..kertas_kasus import LAPORAN, berkas_laporan, kertas_utama

TOMBOL = "Kirim"
PENJELASAN = "Kirimkan dokumen ke alamat yang dituju. Tanda terimanya boleh menyusul di halaman pengiriman."
SURAT_PENGANTAR = "surat-pengantar"
BATAS_TUJUAN = 200


class Isian(IsianTugas):
    """To whom, by which way, and who received it."""

    tujuan = forms.CharField(
        label="Tujuan",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu baris satu tujuan.",
        error_messages={"required": "Tuliskan kepada siapa dokumen ini dikirim."},
    )
    cara = forms.ChoiceField(
        label="Cara pengiriman", choices=Pengiriman.Cara, initial=Pengiriman.Cara.LANGSUNG
    )
    penerima = forms.CharField(
        label="Sudah diterima hari ini oleh",
        max_length=200,
        required=False,
        help_text="Biarkan kosong bila tanda terimanya menyusul.",
    )
    tanda_terima = forms.FileField(
        label="Pindaian tanda terima", required=False, help_text="PDF atau foto, boleh menyusul."
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        self.fields["tujuan"].initial = "\n".join(tujuan_bawaan(tugas))
        if ke_dalam(tugas):
            self.fields["cara"].initial = Pengiriman.Cara.APLIKASI

    def clean_tujuan(self):
        daftar_tujuan = baris_teks(self.cleaned_data["tujuan"])
        if any(len(tujuan) > BATAS_TUJUAN for tujuan in daftar_tujuan):
            raise forms.ValidationError(f"Satu tujuan paling panjang {BATAS_TUJUAN} huruf.")
        return list(dict.fromkeys(daftar_tujuan))

    def clean(self):
        isian = super().clean()
        if isian.get("tanda_terima") and not isian.get("penerima"):
            self.add_error("penerima", "Tuliskan nama penerima pada tanda terima itu.")
        if isian.get("penerima") and len(isian.get("tujuan", ())) > 1:
            self.add_error(
                "penerima", "Tanda terima beberapa tujuan dicatat satu per satu di halaman pengiriman."
            )
        return isian


def konteks(tugas, pegawai) -> dict:
    """The files that will go out."""
    return {"daftar_kiriman_berkas": daftar_berkas(tugas)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """One delivery to each addressee with the same frozen files; the receipt when it is there already."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    berkas = daftar_berkas(tugas)
    _pastikan_layak(tugas, berkas)
    unggahan = isian["tanda_terima"]
    with mengerjakan(pegawai, tugas) as sebagai:
        tanda_terima = terima_unggahan(unggahan=unggahan, boleh=PINDAIAN) if unggahan else None
        for tujuan in isian["tujuan"]:
            pengiriman = _kirim_satu(pegawai, sebagai, tugas, tujuan, isian["cara"], berkas)
            if isian["penerima"]:
                catat_tanda_terima(
                    pegawai=pegawai,
                    pengiriman=pengiriman,
                    penerima=isian["penerima"],
                    diterima_pada=timezone.localdate(),
                    tanda_terima=tanda_terima,
                )
        dibuka = selesaikan(
            pegawai=pegawai,
            tugas=tugas,
            output=sebagai_output(tugas, berkas[0]),
            catatan=f"Dikirim kepada {', '.join(isian['tujuan'])}.",
        )
    return pesan_sesudah(tugas, dibuka)


def daftar_berkas(tugas):
    """What is sent: the paper of this task, and with a covering letter the report it covers."""
    utama = [kertas_utama(tugas)]
    if tugas.naskah == SURAT_PENGANTAR:
        utama.append(berkas_laporan(tugas.pelaksanaan))
    return [berkas for berkas in utama if berkas]


def tujuan_bawaan(tugas) -> list[str]:
    """Whom the paper most likely goes to: the units or PD that answer it, the next in the SOP, the addressee."""
    berikut = langkah_berikut(tugas)
    if berikut and berikut.tiap:
        return _pengisi(tugas, berikut)
    if ke_dalam(tugas):
        peran = berikut.tahapan()[0].daftar_peran
        return [str(baris.jabatan or baris.tim) for baris in ikatan(tugas.pelaksanaan.sop_id, peran)]
    naskah = naskah_kasus(tugas)
    alamat = naskah.isi.get("tujuan") or naskah.isi.get("kepada") if naskah else None
    return _baris(alamat) or tujuan_tercetak(langkah_tugas(tugas).kegiatan)


def ke_dalam(tugas) -> bool:
    """Does the paper stay in the office: do its next step's people work on it?"""
    berikut = langkah_berikut(tugas)
    lanjut = langkah_tugas(tugas).tahapan()[-1].nomor > tugas.tahap
    return bool(berikut) and not lanjut and naskah_kasus(tugas) is None and berikut.tiap is not Tiap.PD


def tujuan_tercetak(kegiatan: str) -> list[str]:
    """The addressee that the printed step ends with: "... kepada Bagian Organisasi Sekretariat Daerah"."""
    cocok = re.search(r".*\bke(?:pada)? (\S.*)$", kegiatan)
    return [cocok[1][:BATAS_TUJUAN]] if cocok else []


def _pengisi(tugas, berikut):
    """Those who answer the collecting step that follows, as addressees."""
    daftar_peran = [berikut.pengisi] if berikut.pengisi else berikut.pelaksana
    daftar = Jabatan.objects.filter(daftar_peran__in=ikatan(tugas.pelaksanaan.sop_id, daftar_peran))
    daftar = daftar.select_related("unit", "instansi").order_by("daftar_peran__pk")
    return [str(satu.instansi if berikut.tiap is Tiap.PD else satu.unit or satu) for satu in daftar]


def _baris(alamat) -> list[str]:
    """The addressees as kept in a letter: a list, or one line of text."""
    return [alamat.strip()] if isinstance(alamat, str) and alamat.strip() else list(alamat or ())


def _pastikan_layak(tugas, berkas):
    if not berkas:
        raise Ditolak("Belum ada dokumen yang dapat dikirim pada pekerjaan ini.")
    naskah = naskah_kasus(tugas)
    if naskah and tugas.naskah != LAPORAN and naskah.sah is None:
        raise Ditolak(f"Surat “{naskah}” belum ditandatangani, jadi belum dapat dikirim.")


def _kirim_satu(pegawai, sebagai, tugas, tujuan, cara, berkas):
    return kirim(
        pegawai=pegawai,
        instansi=tugas.pelaksanaan.instansi,
        tujuan=tujuan,
        cara=cara,
        perihal=str(naskah_kasus(tugas) or tugas.pelaksanaan)[:300],
        daftar_berkas=berkas,
        objek=tugas.pelaksanaan.kunci,
        sebagai=sebagai,
        boleh_ulang=True,  # a returned round sends again; a second click is refused by the task itself
    )
