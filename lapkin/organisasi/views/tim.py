"""Pages of teams and their members."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from .. import actions, forms
from ..models import AnggotaTim, Tim
from ..queries import hari_ini
from .dasar import baris_milik, halaman_isian, instansi_milik, require_form, selesai


@require_GET
def tim(request, kode):
    instansi = instansi_milik(request, kode)
    aktif = Count("daftar_anggota", filter=Q(daftar_anggota__sampai=None))
    daftar_tim = instansi.daftar_tim.annotate(jumlah_anggota=aktif)
    return render(request, "organisasi/tim.html", {"instansi": instansi, "daftar_tim": daftar_tim})


@require_form
def tim_bentuk(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianTim(request.POST or None, instansi=instansi, initial={"tahun": hari_ini(instansi).year})
    if form.is_valid():
        baru = actions.bentuk_tim(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return selesai(request, f"{baru} dibentuk. Tambahkan anggotanya.", "tim_lihat", kode, baru.pk)
    kembali = reverse("tim", args=[kode])
    return halaman_isian(request, form, "Bentuk tim", instansi, simpan="Bentuk tim", kembali=kembali)


@require_GET
def tim_lihat(request, kode, pk):
    tim = baris_milik(request, kode, Tim, pk)
    daftar_anggota = tim.daftar_anggota.select_related("pegawai").order_by("sampai", "pk")
    konteks = {"instansi": tim.instansi, "tim": tim, "daftar_anggota": daftar_anggota}
    return render(request, "organisasi/tim_lihat.html", konteks)


@require_form
def tim_ubah(request, kode, pk):
    tim = baris_milik(request, kode, Tim, pk)
    form = forms.IsianTim(request.POST or None, instance=tim, instansi=tim.instansi)
    if form.is_valid():
        actions.ubah_tim(pegawai=request.user, tim=tim, **form.cleaned_data)
        return selesai(request, "Data tim disimpan.", "tim_lihat", kode, pk)
    kembali = reverse("tim_lihat", args=[kode, pk])
    return halaman_isian(request, form, "Ubah data tim", tim.instansi, kembali=kembali)


@require_form
def anggota_tambah(request, kode, pk):
    tim = baris_milik(request, kode, Tim, pk)
    form = forms.IsianAnggota(request.POST or None, tim=tim)
    if form.is_valid():
        orang, kedudukan = form.cleaned_data["pegawai"], form.cleaned_data["kedudukan"]
        actions.tambah_anggota(pegawai=request.user, tim=tim, orang=orang, kedudukan=kedudukan)
        return selesai(request, f"{orang} ditambahkan ke tim.", "tim_lihat", kode, pk)
    kembali = reverse("tim_lihat", args=[kode, pk])
    return halaman_isian(
        request, form, f"Tambah anggota {tim}", tim.instansi, simpan="Tambahkan", kembali=kembali
    )


@require_POST
def anggota_akhiri(request, kode, pk):
    keanggotaan = baris_milik(request, kode, AnggotaTim, pk, lewat="tim__instansi")
    actions.akhiri_keanggotaan(pegawai=request.user, keanggotaan=keanggotaan)
    kalimat = f"{keanggotaan.pegawai} keluar dari tim mulai besok."
    return selesai(request, kalimat, "tim_lihat", kode, keanggotaan.tim_id)
