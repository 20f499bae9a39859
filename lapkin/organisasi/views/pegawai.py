"""Pages of people and their accounts."""

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .. import actions, forms
from ..models import Pegawai
from ..queries import penugasan_berlaku
from .dasar import baris_milik, halaman_isian, instansi_milik, require_form, selesai


def bantuan_akun(request):
    """For who has no account or forgot the password: whom to ask."""
    return render(request, "organisasi/bantuan_akun.html")


@require_GET
def pegawai(request, kode):
    instansi = instansi_milik(request, kode)
    cari = request.GET.get("cari", "").strip()
    sebutan = {}
    for penugasan in penugasan_berlaku().filter(pegawai__instansi=instansi):
        sebutan.setdefault(penugasan.pegawai_id, []).append(penugasan.sebutan)
    daftar_pegawai = instansi.daftar_pegawai.order_by("-is_active", "nama")
    if cari:
        daftar_pegawai = daftar_pegawai.filter(
            Q(nama__icontains=cari) | Q(nip__startswith=cari) | Q(username__icontains=cari)
        )
    konteks = {"instansi": instansi, "daftar_pegawai": daftar_pegawai, "sebutan": sebutan, "cari": cari}
    return render(request, "organisasi/pegawai.html", konteks)


@never_cache
@require_form
def pegawai_tambah(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianPegawai(request.POST or None, instansi=instansi)
    if form.is_valid():
        orang, sandi = actions.tambah_pegawai(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _tunjukkan_sandi(request, orang, sandi)
    return halaman_isian(request, form, "Tambah pegawai", instansi, kembali=reverse("pegawai", args=[kode]))


def _tunjukkan_sandi(request, orang, sandi):
    """Answer with the password itself: no redirect, for then it would have to be kept somewhere meanwhile."""
    konteks = {"instansi": orang.instansi, "orang": orang, "sandi": sandi}
    return render(request, "organisasi/pegawai_sandi.html", konteks)


@require_GET
def pegawai_lihat(request, kode, pk):
    orang = baris_milik(request, kode, Pegawai, pk)
    konteks = {
        "instansi": orang.instansi,
        "orang": orang,
        "daftar_penugasan": orang.daftar_penugasan.select_related("jabatan").order_by("-dari"),
        "daftar_keanggotaan": orang.daftar_keanggotaan.select_related("tim").order_by("-dari"),
    }
    return render(request, "organisasi/pegawai_lihat.html", konteks)


@require_form
def pegawai_ubah(request, kode, pk):
    orang = baris_milik(request, kode, Pegawai, pk)
    form = forms.IsianPegawai(request.POST or None, instance=orang, instansi=orang.instansi)
    kembali = reverse("pegawai_lihat", args=[kode, pk])
    if form.is_valid():
        actions.ubah_pegawai(pegawai=request.user, orang=orang, **form.cleaned_data)
        return selesai(request, "Data pegawai disimpan.", "pegawai_lihat", kode, pk)
    return halaman_isian(request, form, "Ubah data pegawai", orang.instansi, kembali=kembali)


@require_POST
def pegawai_nonaktifkan(request, kode, pk):
    orang = baris_milik(request, kode, Pegawai, pk)
    actions.nonaktifkan_pegawai(pegawai=request.user, orang=orang)
    return selesai(
        request, f"Akun {orang} dinonaktifkan; ia tidak dapat masuk lagi.", "pegawai_lihat", kode, pk
    )


@require_POST
def pegawai_aktifkan(request, kode, pk):
    orang = baris_milik(request, kode, Pegawai, pk)
    actions.aktifkan_pegawai(pegawai=request.user, orang=orang)
    return selesai(request, f"Akun {orang} aktif kembali.", "pegawai_lihat", kode, pk)


@never_cache
@require_POST
def pegawai_sandi(request, kode, pk):
    orang = baris_milik(request, kode, Pegawai, pk)
    sandi = actions.buat_sandi_baru(pegawai=request.user, orang=orang)
    return _tunjukkan_sandi(request, orang, sandi)
