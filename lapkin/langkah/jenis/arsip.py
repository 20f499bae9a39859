"""Arsip: keeping the papers of the case under their classification, with the place of the paper originals."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.arsip.actions import arsipkan
from lapkin.arsip.models import Klasifikasi
from lapkin.naskah.nomor import KLASIFIKASI_BAWAAN

from ..dasar import mengerjakan, pesan_sesudah, sebagai_output
from ..isian_tugas import IsianTugas
from ..kertas_kasus import daftar_layak_arsip, kertas_utama

TOMBOL = "Arsipkan"
PENJELASAN = "Pilih naskah yang disimpan, klasifikasinya, dan tempat naskah kertasnya."


class Isian(IsianTugas):
    """Which papers, under which classification, in which place."""

    daftar_berkas = forms.TypedMultipleChoiceField(
        label="Naskah yang diarsipkan",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu naskah."},
    )
    klasifikasi = forms.ModelChoiceField(
        label="Klasifikasi arsip",
        queryset=Klasifikasi.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih klasifikasi arsipnya."},
    )
    lokasi = forms.CharField(
        label="Tempat naskah kertas",
        max_length=200,
        help_text="Ruang, lemari, boks; misalnya “Ruang arsip, lemari 2, boks 14”.",
        error_messages={"required": "Tuliskan tempat naskah kertasnya disimpan."},
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        layak = daftar_layak_arsip(tugas.pelaksanaan)
        self.fields["daftar_berkas"].choices = [(k.berkas.pk, k.judul) for k in layak]
        self.fields["daftar_berkas"].initial = [k.berkas.pk for k in layak if k.pokok]
        klasifikasi = Klasifikasi.objects.all()
        self.fields["klasifikasi"].queryset = klasifikasi
        self.fields["klasifikasi"].initial = klasifikasi.filter(kode=KLASIFIKASI_BAWAAN).first()


def konteks(tugas, pegawai) -> dict:
    """The papers that may be kept."""
    return {"layak": daftar_layak_arsip(tugas.pelaksanaan)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Archive the chosen papers; the step's output is the main one of them."""
    dipilih = [k for k in daftar_layak_arsip(tugas.pelaksanaan) if k.berkas.pk in isian["daftar_berkas"]]
    with mengerjakan(pegawai, tugas) as sebagai:
        for kertas in dipilih:
            _arsipkan_satu(pegawai, sebagai, tugas, kertas, isian)
        dibuka = selesaikan(
            pegawai=pegawai,
            tugas=tugas,
            output=sebagai_output(tugas, kertas_utama(tugas) or dipilih[0].berkas),
            catatan=f"{len(dipilih)} naskah disimpan di {isian['lokasi']}.",
        )
    return pesan_sesudah(tugas, dibuka)


def _arsipkan_satu(pegawai, sebagai, tugas, kertas, isian):
    arsipkan(
        pegawai=pegawai,
        instansi=tugas.pelaksanaan.instansi,
        berkas=kertas.berkas,
        judul=kertas.judul[:300],
        klasifikasi=isian["klasifikasi"],
        lokasi=isian["lokasi"],
        tahun=tugas.pelaksanaan.tahun,
        objek=tugas.pelaksanaan.kunci,
        sebagai=sebagai,
    )
