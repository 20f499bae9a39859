"""The ladder of an office: each rung with the text as it will be read, and the page that changes one."""

import secrets

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lapkin.organisasi.queries import instansi_dikelola
from lapkin.organisasi.views.dasar import require_form

from .. import actions
from ..forms import IsianAnak
from ..kalimat import CONTOH, DAFTAR_ISIAN, isi_teks
from ..models import AnakTangga
from ..queries import tangga
from ..tangga import NAMA_KEPADA, NAMA_SALURAN, Kepada, Saluran, tangga_bawaan


@require_GET
def lihat(request, kode):
    instansi = _instansi(request, kode)
    bawaan = _kode_bawaan()
    sendiri = set(AnakTangga.objects.filter(instansi=instansi).values_list("kode", flat=True))
    konteks = {
        "instansi": instansi,
        "daftar_anak": [
            {
                "anak": anak,
                "saluran": NAMA_SALURAN[Saluran(anak.saluran)],
                "kepada": NAMA_KEPADA[Kepada(anak.kepada)],
                "contoh": _contoh(anak),
                "diubah": anak.kode in sendiri,
                "bawaan": anak.kode in bawaan,
            }
            for anak in tangga(instansi)
        ],
    }
    return render(request, "pengingat/tangga.html", konteks)


@require_form
def tambah(request, kode):
    instansi = _instansi(request, kode)
    return _halaman_anak(
        request,
        instansi,
        AnakTangga(instansi=instansi, kode=f"sendiri-{secrets.token_hex(4)}"),
        "Tambah pengingat",
    )


@require_form
def ubah(request, kode, anak):
    instansi = _instansi(request, kode)
    nilai = next((satu for satu in tangga(instansi) if satu.kode == anak), None)
    if nilai is None:
        raise Http404
    baris = AnakTangga(
        instansi=instansi,
        kode=anak,
        selisih=nilai.selisih,
        satuan=nilai.satuan,
        saluran=nilai.saluran,
        kepada=nilai.kepada,
        teks=nilai.teks,
        aktif=nilai.aktif,
    )
    return _halaman_anak(request, instansi, baris, "Ubah pengingat")


@require_POST
def bawaan(request, kode, anak):
    actions.kembalikan_bawaan(pegawai=request.user, instansi=_instansi(request, kode), kode=anak)
    messages.success(
        request, "Pengingat kembali seperti bawaan." if anak in _kode_bawaan() else "Pengingat dihapus."
    )
    return redirect("tangga", kode)


def _kode_bawaan() -> set[str]:
    return {anak.kode for anak in tangga_bawaan()}


def _contoh(anak) -> str:
    return isi_teks(anak.teks, CONTOH | {"sisa": anak.sisa_contoh})


def _instansi(request, kode):
    return get_object_or_404(instansi_dikelola(request.user), kode=kode)


def _halaman_anak(request, instansi, baris, judul):
    form = IsianAnak(request.POST or None, instance=baris)
    if form.is_valid():
        actions.simpan_anak(pegawai=request.user, instansi=instansi, kode=baris.kode, **form.cleaned_data)
        messages.success(request, "Pengingat disimpan; dipakai sejak putaran berikutnya.")
        return redirect("tangga", instansi.kode)
    konteks = {
        "form": form,
        "judul": judul,
        "instansi": instansi,
        "contoh": _contoh(baris.sebagai_nilai()) if baris.teks and not form.is_bound else "",
        "daftar_isian": DAFTAR_ISIAN,
    }
    return render(request, "pengingat/anak.html", konteks, status=422 if form.is_bound else 200)
