"""The report's pages: the list, the report as it stands, one slot of text, the comparison of versions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST
from markupsafe import Markup

from lapkin.berkas.views import jawaban_berkas
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.laporan.bahan import bagian_lembar

from ..actions import (
    NarasiBerubah,
    catat_poin,
    gabung_narasi,
    mulai_laporan,
    simpan_narasi,
    susun_versi,
    tanda_narasi,
    tutup_poin,
)
from ..forms import IsianJawaban, IsianLaporan, IsianNarasi, IsianPoin
from ..garis_besar import garis_besar
from ..kekurangan import kekurangan
from ..models import VersiLaporan
from ..queries import (
    bagian_laporan,
    bahan_laporan,
    dapat_ditulis,
    laporan_tulisan,
    laporan_untuk,
    narasi_menurut_bagian,
    narasi_unit,
    perubahan_sejak,
    poin_terbuka,
)
from ..susun import susun

TAMPILAN = {"": "Semua", "kerangka": "Kerangka", "pratinjau": "Pratinjau", "poin": "Poin dan versi"}


@require_GET
def daftar(request):
    """The reports of the officer's offices."""
    return render(
        request,
        "laporan/daftar.html",
        {"daftar_laporan": laporan_untuk(request.user), "form": IsianLaporan()},
    )


@require_POST
def mulai(request):
    """Start a report that belongs to no case."""
    form = IsianLaporan(request.POST)
    if not form.is_valid():
        konteks = {"daftar_laporan": laporan_untuk(request.user), "form": form}
        return render(request, "laporan/daftar.html", konteks, status=422)
    if request.user.instansi is None:
        raise Http404
    laporan = mulai_laporan(pegawai=request.user, instansi=request.user.instansi, **form.cleaned_data)
    messages.success(
        request, f"{laporan} dimulai. Berikutnya: isi bagian-bagiannya, lalu susun versi pertama."
    )
    return redirect("laporan", laporan.pk)


@require_GET
def lihat(request, pk):
    """One report: its slots of text, what is missing, the preview, versions and points."""
    laporan = _laporan(request, pk)
    bahan = bahan_laporan(laporan)
    slot = bagian_lembar(bahan.lembar)
    tampil = request.GET.get("tampil", "")
    konteks = {
        "laporan": laporan,
        "disusun": dapat_ditulis(request.user, laporan),
        "tampil": tampil if tampil in TAMPILAN else "",
        "daftar_tampilan": TAMPILAN,
        "daftar_kekurangan": kekurangan(bahan.lembar, bahan.hasil, bahan.narasi, bahan.identitas),
        "daftar_versi": laporan.daftar_versi.select_related("pdf", "docx", "pembuat").order_by("-nomor"),
    }
    return render(
        request,
        "laporan/lihat.html",
        {**konteks, **_kerangka(laporan, slot), **_koreksi(laporan, slot), "pratinjau": _pratinjau(bahan)},
    )


def _kerangka(laporan, slot) -> dict:
    kerangka = garis_besar(slot, narasi_menurut_bagian(laporan))
    return {
        "kerangka": kerangka,
        "kelompok_terbuka": next((k for k in kerangka if not k.lengkap and len(k.daftar) > 1), None),
    }


def _koreksi(laporan, slot) -> dict:
    return {
        "daftar_poin": poin_terbuka(laporan),
        "judul_bagian": {bagian.kunci: bagian.judul for bagian in slot},
        "form_poin": IsianPoin(daftar_bagian=slot),
        "form_jawaban": IsianJawaban(),
    }


def _pratinjau(bahan) -> Markup:
    """The report as it would be printed now; the page has its own h1 and h2."""
    dokumen = susun(bahan.lembar, bahan.hasil, bahan.narasi, bahan.identitas)
    return Markup(cetak_html(dokumen, tingkat_awal=3))  # cetak_html escapes every text


@require_GET
def bagian(request, pk, kunci):
    """One slot of text."""
    laporan, slot, narasi = _bagian(request, pk, kunci)
    awal = {"teks": narasi.teks if narasi else "", "terakhir_dilihat": tanda_narasi(narasi)}
    return _halaman_bagian(request, laporan, slot, narasi, IsianNarasi(initial=awal, bagian=slot))


@require_POST
def simpan_bagian(request, pk, kunci):
    """Save the text of a slot; who was slower sees both texts."""
    laporan, slot, narasi = _bagian(request, pk, kunci)
    form = IsianNarasi(request.POST, bagian=slot)
    if not form.is_valid():
        return _halaman_bagian(request, laporan, slot, narasi, form, status=422)
    try:
        simpan_narasi(pegawai=request.user, laporan=laporan, bagian=kunci, **form.cleaned_data)
    except NarasiBerubah as salah:
        return _halaman_berubah(request, pk, kunci, form.cleaned_data["teks"], str(salah))
    messages.success(request, f"“{slot.judul}” tersimpan dan masuk ke versi berikutnya.")
    return redirect("laporan", pk)


@require_POST
def gabung_bagian(request, pk, kunci):
    """Add what the units wrote to the report's own text."""
    laporan, slot, _ = _bagian(request, pk, kunci)
    gabung_narasi(pegawai=request.user, laporan=laporan, bagian=kunci)
    messages.success(request, f"Teks unit digabungkan ke “{slot.judul}”. Berikutnya: rapikan, lalu simpan.")
    return redirect("laporan_bagian", pk, kunci)


@require_POST
def susun_versi_baru(request, pk):
    """Freeze the next version."""
    laporan = _laporan(request, pk)
    sebelum = laporan.versi_terakhir or 0
    versi = susun_versi(pegawai=request.user, laporan=laporan)
    if versi.nomor == sebelum:
        messages.info(
            request, f"Isi laporan belum berubah sejak versi {versi.nomor}; versi baru tidak dibuat."
        )
    else:
        messages.success(
            request, f"Versi {versi.nomor} tersusun ({versi.halaman} halaman). Berikutnya: baca PDF-nya."
        )
    return redirect("laporan", pk)


@require_GET
def versi_pdf(request, pk, nomor):
    """The PDF of a version."""
    return jawaban_berkas(_versi(request, pk, nomor).pdf, sebaris=True)


@require_GET
def versi_docx(request, pk, nomor):
    """The Word file of a version."""
    return jawaban_berkas(_versi(request, pk, nomor).docx)


@require_GET
def banding(request, pk, lama, baru):
    """What one version changed against another."""
    versi_lama, versi_baru = _versi(request, pk, lama), _versi(request, pk, baru)
    konteks = {
        "laporan": _laporan(request, pk),
        "lama": versi_lama,
        "baru": versi_baru,
        "daftar_perubahan": perubahan_sejak(versi_lama, versi_baru),
    }
    return render(request, "laporan/banding.html", konteks)


@require_POST
def tambah_poin(request, pk):
    """Raise a point of correction on the newest version."""
    laporan = _laporan(request, pk)
    versi = get_object_or_404(VersiLaporan, laporan=laporan, nomor=laporan.versi_terakhir)
    form = IsianPoin(request.POST, daftar_bagian=bagian_laporan(laporan))
    if not form.is_valid():
        return render(request, "laporan/poin.html", {"laporan": laporan, "form": form}, status=422)
    catat_poin(pegawai=request.user, versi=versi, **form.cleaned_data)
    messages.success(request, f"Poin koreksi tercatat pada versi {versi.nomor}.")
    return redirect("laporan", pk)


@require_POST
def tutup_satu_poin(request, pk, poin):
    """Answer a point of correction."""
    laporan = _laporan(request, pk)
    baris = get_object_or_404(laporan.daftar_poin, pk=poin)
    form = IsianJawaban(request.POST)
    if not form.is_valid():
        konteks = {"laporan": laporan, "form": form, "poin": baris}
        return render(request, "laporan/poin.html", konteks, status=422)
    tutup_poin(pegawai=request.user, poin=baris, **form.cleaned_data)
    messages.success(request, "Poin koreksi ditutup.")
    return redirect("laporan", pk)


def _laporan(request, pk):
    daftar = laporan_tulisan if request.method == "POST" else laporan_untuk
    return get_object_or_404(daftar(request.user), pk=pk)


def _versi(request, pk, nomor):
    daftar_versi = VersiLaporan.objects.select_related("pdf", "docx", "pembuat")
    return get_object_or_404(daftar_versi, laporan=_laporan(request, pk), nomor=nomor)


def _bagian(request, pk, kunci):
    """The report, its slot, and the row of its text (None when empty); 404 for a slot it doesn't have."""
    laporan = _laporan(request, pk)
    slot = next((satu for satu in bagian_laporan(laporan) if satu.kunci == kunci), None)
    if slot is None:
        raise Http404
    return laporan, slot, narasi_menurut_bagian(laporan).get(kunci)


def _halaman_berubah(request, pk, kunci, teks, kalimat):
    """Someone else was faster: the form keeps what was typed and shows beside it what is stored now."""
    laporan, slot, narasi = _bagian(request, pk, kunci)
    form = IsianNarasi(initial={"teks": teks, "terakhir_dilihat": tanda_narasi(narasi)}, bagian=slot)
    return _halaman_bagian(request, laporan, slot, narasi, form, status=409, pesan=kalimat)


def _halaman_bagian(request, laporan, slot, narasi, form, *, status=200, pesan=""):
    konteks = {
        "laporan": laporan,
        "disusun": dapat_ditulis(request.user, laporan),
        "bagian": slot,
        "narasi": narasi,
        "daftar_unit": narasi_unit(laporan, slot.kunci),
        "form": form,
        "pesan": pesan,
    }
    return render(request, "laporan/bagian.html", konteks, status=status)
