"""Taking a table into a draft (TOML, Excel, Word's clipboard) after a preview."""

from dataclasses import replace
from functools import partial

from django.core import signing
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from lapkin.berkas.kenali import BerkasTakLayak, periksa
from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.banding import banding
from lapkin.sop.kata_sop import kata_langkah
from lapkin.sop.lembar_sop import baca_lembar
from lapkin.sop.periksa_masukan import baca_masukan
from lapkin.sop.sop import SopTidakSah, draf_dari_json, ke_json
from lapkin.sop.sunting import Suntingan
from lapkin.sop.sunting_awal import rapikan
from lapkin.sop.tempel_tabel import LembarTidakSah, baca_tempelan

from .isian_sop import FormImpor
from .penyuntingan import pastikan_draf, revisi_dikelola, simpan

MASA_TITIPAN = 2 * 60 * 60  # seconds between a preview and its acceptance


@require_GET
def impor(request, pk):
    """The page on which a file is chosen or a table is pasted."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    return _halaman(request, revisi, FormImpor())


@require_POST
def impor_lihat(request, pk):
    """Show what the file or table would change; nothing is stored yet."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    form = FormImpor(request.POST, request.FILES)
    if not form.is_valid():
        return _halaman(request, revisi, form, status=422)
    lama = revisi.dibaca_draf()
    try:
        baru = rapikan(_terbaca(form.cleaned_data, lama))
    except (SopTidakSah, LembarTidakSah) as salah:
        return _halaman(request, revisi, form, daftar_masalah=salah.daftar_masalah, status=422)
    except BerkasTakLayak as salah:
        return _halaman(request, revisi, form, daftar_masalah=[str(salah)], status=422)
    titipan = {"isi": ke_json(baru), "asal": _asal(form.cleaned_data)}
    konteks = {
        "revisi": revisi,
        "banding": banding(lama, baru),
        "baru": baru,
        "kata_langkah": kata_langkah,
        "titipan": signing.dumps(titipan, salt=_garam(request, revisi), compress=True),
    }
    return render(request, "alur/sunting_pratinjau.html", konteks)


@require_POST
def impor_pakai(request, pk):
    """Take over what the preview showed, as long as the draft is still the one it was compared with."""
    revisi = revisi_dikelola(request, pk)
    try:
        titipan = signing.loads(
            request.POST.get("titipan", ""), salt=_garam(request, revisi), max_age=MASA_TITIPAN
        )
    except signing.BadSignature as salah:
        raise Ditolak(
            "Pratinjau ini tidak berlaku lagi, atau drafnya sudah berubah. Masukkan sekali lagi."
        ) from salah
    isi = draf_dari_json(titipan["isi"])
    simpan(request, revisi, partial(_pengganti, isi=isi, asal=titipan["asal"]))
    return redirect("sop_sunting", pk)


def _pengganti(_lama, *, isi, asal):
    return Suntingan(sop=isi, uraian=f"Isi draf diganti dari {asal}.")


def _terbaca(isi, dasar):
    """The SOP in what was sent in. A TOML file keeps the kode of this SOP: the draft belongs to it."""
    if not isi["berkas"]:
        return baca_tempelan(isi["tempelan"], dasar)
    mentah = isi["berkas"].read()
    if mentah.startswith(b"PK"):
        periksa(mentah, {"xlsx"})
        return baca_lembar(mentah, dasar)
    try:
        sop = baca_masukan(mentah.decode("utf-8-sig"))
    except UnicodeDecodeError as salah:
        raise SopTidakSah(["Berkas ini bukan teks TOML dan bukan buku kerja Excel (.xlsx)."]) from salah
    return replace(sop, kode=dasar.kode)


def _asal(isi):
    return f"berkas “{isi['berkas'].name[:120]}”" if isi["berkas"] else "tabel yang ditempel"


def _garam(request, revisi) -> str:
    """A preview is accepted by the officer who saw it, for the very text it was compared with."""
    return f"alur.impor:{request.user.pk}:{revisi.pk}:{revisi.sidik}"


def _halaman(request, revisi, form, *, daftar_masalah=(), status=200):
    konteks = {"revisi": revisi, "form": form, "daftar_masalah": daftar_masalah}
    return render(request, "alur/sunting_impor.html", konteks, status=status)
