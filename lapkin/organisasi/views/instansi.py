"""Pages of an instansi: the list, its data, colour and emblem."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from lapkin.berkas.queries import baca

from .. import actions, forms
from ..jam_kerja import HARI, tulis_jam
from ..models import Instansi
from ..queries import instansi_dikelola, instansi_pegawai
from ..warna import lembar_gaya
from .dasar import halaman_isian, instansi_milik, require_form, selesai


@require_GET
def daftar(request):
    daftar_instansi = instansi_dikelola(request.user).annotate(
        jumlah_unit=Count("daftar_unit", distinct=True),
        jumlah_pegawai=Count("daftar_pegawai", filter=Q(daftar_pegawai__is_active=True), distinct=True),
    )
    if not daftar_instansi:
        raise Http404
    return render(request, "organisasi/daftar.html", {"daftar_instansi": daftar_instansi})


@login_not_required
@require_GET
@cache_control(public=True, max_age=86400)
def warna(request, kode):
    """The brand colour as a stylesheet; its address carries the colour, so a change is seen at once."""
    return HttpResponse(lembar_gaya(get_object_or_404(Instansi, kode=kode).warna), content_type="text/css")


@require_GET
@cache_control(private=True, max_age=86400)
def lambang(request, kode):
    """The emblem of an instansi, for its own officers and for its administrators."""
    terlihat = Instansi.objects.filter(pk__in=instansi_pegawai(request.user), lambang__isnull=False)
    pemilik = get_object_or_404(terlihat, kode=kode)
    return HttpResponse(baca(pemilik.lambang), content_type=pemilik.lambang.jenis)


@require_GET
def instansi(request, kode):
    instansi = instansi_milik(request, kode)
    jam_kerja = [(hari, tulis_jam(instansi.jam_kerja.get(str(nomor), []))) for nomor, hari in enumerate(HARI)]
    zona = dict(forms.ZONA).get(instansi.zona_waktu, instansi.zona_waktu)
    konteks = {"instansi": instansi, "jam_kerja": jam_kerja, "zona": zona}
    return render(request, "organisasi/instansi.html", konteks)


@require_form
def instansi_tambah(request):
    induk = get_object_or_404(instansi_dikelola(request.user), pk=request.user.instansi_id)
    form = forms.IsianInstansiBaru(request.POST or None)
    if form.is_valid():
        baru = actions.tambah_instansi(pegawai=request.user, induk=induk, **form.cleaned_data)
        return selesai(request, f"{baru} ditambahkan. Lanjutkan dengan unit kerjanya.", "instansi", baru.kode)
    kalimat = f"Instansi baru berada langsung di bawah {induk}."
    return halaman_isian(
        request, form, "Tambah instansi", induk, kalimat=kalimat, kembali=reverse("organisasi")
    )


@require_form
def instansi_ubah(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianInstansi(request.POST or None, instance=instansi)
    if form.is_valid():
        actions.ubah_instansi(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return selesai(request, "Data instansi disimpan.", "instansi", kode)
    return halaman_isian(
        request, form, "Ubah data instansi", instansi, kembali=reverse("instansi", args=[kode])
    )


@require_form
def lambang_ganti(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianLambang(request.POST or None, request.FILES or None)
    if form.is_valid():
        unggahan = form.cleaned_data["lambang"]
        actions.ganti_lambang(pegawai=request.user, instansi=instansi, unggahan=unggahan)
        return selesai(request, "Lambang diganti; dipakai pada kop surat berikutnya.", "instansi", kode)
    return halaman_isian(request, form, "Ganti lambang", instansi, kembali=reverse("instansi", args=[kode]))
