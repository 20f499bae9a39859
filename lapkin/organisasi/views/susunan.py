"""Pages of units and posts, and who holds a post."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from .. import actions, forms
from ..models import Jabatan, Penugasan, UnitKerja
from ..queries import hari_ini, penugasan_berlaku
from ..susunan import susun_pohon
from .dasar import baris_milik, halaman_isian, instansi_milik, require_form, selesai


@require_GET
def unit(request, kode):
    instansi = instansi_milik(request, kode)
    pohon = susun_pohon(instansi.daftar_unit.all(), "induk_id")
    return render(request, "organisasi/unit.html", {"instansi": instansi, "pohon": pohon})


@require_form
def unit_tambah(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianUnit(request.POST or None, instansi=instansi)
    if form.is_valid():
        baru = actions.tambah_unit(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return selesai(request, f"{baru} ditambahkan.", "unit", kode)
    return halaman_isian(request, form, "Tambah unit kerja", instansi, kembali=reverse("unit", args=[kode]))


@require_form
def unit_ubah(request, kode, pk):
    unit = baris_milik(request, kode, UnitKerja, pk)
    form = forms.IsianUnit(request.POST or None, instance=unit, instansi=unit.instansi)
    if form.is_valid():
        actions.ubah_unit(pegawai=request.user, unit=unit, **form.cleaned_data)
        return selesai(request, f"{unit} disimpan.", "unit", kode)
    return halaman_isian(
        request, form, "Ubah unit kerja", unit.instansi, kembali=reverse("unit", args=[kode])
    )


@require_GET
def jabatan(request, kode):
    instansi = instansi_milik(request, kode)
    pemegang = {}
    for penugasan in penugasan_berlaku().filter(jabatan__instansi=instansi):
        pemegang.setdefault(penugasan.jabatan_id, []).append(penugasan)
    pohon = susun_pohon(instansi.daftar_jabatan.select_related("unit"), "atasan_id")
    konteks = {"instansi": instansi, "pohon": pohon, "pemegang": pemegang}
    return render(request, "organisasi/jabatan.html", konteks)


@require_form
def jabatan_tambah(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianJabatan(request.POST or None, instansi=instansi)
    if form.is_valid():
        baru = actions.tambah_jabatan(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return selesai(request, f"{baru} ditambahkan. Tugaskan pemegangnya.", "jabatan_lihat", kode, baru.pk)
    return halaman_isian(request, form, "Tambah jabatan", instansi, kembali=reverse("jabatan", args=[kode]))


@require_GET
def jabatan_lihat(request, kode, pk):
    jabatan = baris_milik(request, kode, Jabatan, pk)
    konteks = {
        "instansi": jabatan.instansi,
        "jabatan": jabatan,
        "daftar_penugasan": jabatan.daftar_penugasan.select_related("pegawai"),
        "berlaku": set(penugasan_berlaku().filter(jabatan=jabatan).values_list("pk", flat=True)),
        "hari_ini": hari_ini(jabatan.instansi),
    }
    return render(request, "organisasi/jabatan_lihat.html", konteks)


@require_form
def jabatan_ubah(request, kode, pk):
    jabatan = baris_milik(request, kode, Jabatan, pk)
    form = forms.IsianJabatan(request.POST or None, instance=jabatan, instansi=jabatan.instansi)
    kembali = reverse("jabatan_lihat", args=[kode, pk])
    if form.is_valid():
        actions.ubah_jabatan(pegawai=request.user, jabatan=jabatan, **form.cleaned_data)
        return selesai(request, "Jabatan disimpan.", "jabatan_lihat", kode, pk)
    return halaman_isian(request, form, "Ubah jabatan", jabatan.instansi, kembali=kembali)


@require_form
def penugasan_akhiri(request, kode, pk):
    penugasan = baris_milik(request, kode, Penugasan, pk, lewat="jabatan__instansi")
    kini = hari_ini(penugasan.jabatan.instansi)
    form = forms.IsianAkhir(request.POST or None, initial={"sampai": kini})
    tujuan = ("jabatan_lihat", kode, penugasan.jabatan_id)
    if form.is_valid():
        actions.akhiri_penugasan(pegawai=request.user, penugasan=penugasan, **form.cleaned_data)
        return selesai(request, "Penugasan diakhiri; riwayatnya tetap tersimpan.", *tujuan)
    judul = f"Akhiri penugasan {penugasan.pegawai}"
    kalimat = f"Sesudah hari terakhir, ia tidak lagi mengerjakan giliran {penugasan.sebutan}."
    kembali = reverse(tujuan[0], args=tujuan[1:])
    instansi = penugasan.jabatan.instansi
    return halaman_isian(request, form, judul, instansi, simpan="Akhiri", kalimat=kalimat, kembali=kembali)
