"""Standar dan kenyataan: the figures of an SOP in a period, and the draft that would follow from them."""

from django.contrib import messages
from django.db.models import Min
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from lapkin.bahasa.tanggal import tambah_bulan
from lapkin.organisasi.queries import hari_ini, mengelola
from lapkin.sop.waktu import lama_rinci

from .. import actions
from ..gambar_kinerja import batang_langkah, batang_sop, formulir_berbatang, gambar_batang
from ..models import RevisiSop
from ..putaran import Periode
from ..queries import satuan_waktu, sebagai_pengurus_sop, sop_dikelola, sop_terlihat, statistik_sop
from ..usulan_waktu import UKURAN_PALING_SEDIKIT, usulan_waktu
from .isian_statistik import FormPeriode

_BULAN_BAWAAN = 12


@require_GET
def lihat(request, pk):
    """What the SOP's rounds really took, beside the standard: table, form with bars, returns, who held it."""
    sop, revisi = sop_berlaku(request, pk)
    if revisi is None:
        return redirect("sop_revisi", pk)
    periode, form = periode_diminta(request.GET, sop, _BULAN_BAWAAN)
    return render(request, "alur/statistik.html", _isi_halaman(request, sop, revisi, periode, form))


@require_POST
def usulkan(request, pk):
    """Begin a draft with the medians of the period as its times."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    revisi = get_object_or_404(sop.daftar_revisi, status=RevisiSop.Status.BERLAKU)
    # A post without a period is asked for one like a post with a wrong one.
    periode, form = periode_diminta({"dari": "", **request.POST.dict()}, sop, _BULAN_BAWAAN)
    if not form.is_valid():
        isi = _isi_halaman(request, sop, revisi, periode, form)
        return render(request, "alur/statistik.html", isi, status=422)
    draf = actions.usulkan_revisi(pegawai=request.user, sop=sop, periode=periode)
    messages.success(
        request, f"Draf revisi {draf.urutan} dibuat dengan waktu dari kenyataan. Periksa sebelum dibekukan."
    )
    return redirect("sop_revisi_lihat", pk, draf.urutan)


def sop_berlaku(request, pk):
    """(SOP, its revision in force or None) that the officer may read."""
    sop = get_object_or_404(sop_terlihat(request.user), pk=pk)
    return sop, sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()


def periode_diminta(data, sop, bulan) -> tuple[Periode, FormPeriode]:
    """(the period that the address asks for, its form); the last `bulan` months when it asks for none."""
    kini = hari_ini(sop.instansi)
    bawaan = Periode(dari=tambah_bulan(kini, -bulan), sampai=kini)
    if "dari" not in data and "sampai" not in data:
        return bawaan, FormPeriode(initial={"dari": bawaan.dari, "sampai": bawaan.sampai})
    form = FormPeriode(data)
    return (form.cleaned_data["periode"] if form.is_valid() else bawaan), form


def parameter(periode) -> str:
    """The period as it stands in an address."""
    return f"?dari={periode.dari.isoformat()}&sampai={periode.sampai.isoformat()}"


def _isi_halaman(request, sop, revisi, periode, form):
    isi, satuan = revisi.dibaca(), satuan_waktu(sop.instansi)
    statistik = statistik_sop(sop, periode)
    batang = batang_langkah(isi, statistik, satuan)
    return {
        "sop": sop,
        "isi": isi,
        "revisi": revisi,
        "periode": periode,
        "form": form,
        "parameter": parameter(periode),
        "daftar_periode": _pilihan_periode(sop, periode),
        "statistik": statistik,
        "batang_sop": batang_sop(isi, statistik, satuan),
        "tanpa_standar": sum(satu.standar is None for satu in batang.values()),
        "batang": batang,
        "angka": _angka(statistik, batang),
        # Drawn by our own pure code, which escapes every text of the SOP.
        "gambar": [mark_safe(satu) for satu in formulir_berbatang(isi, batang, satuan.hari)],
        "batang_kecil": {kode: mark_safe(gambar_batang(satu)) for kode, satu in batang.items()},
        "langkah": {satu.kode: satu for satu in isi.langkah},
        "lain": [satu for satu in statistik.langkah if satu.langkah not in batang],
        "standar": lambda kode: batang[kode].standar if kode in batang else None,
        "rinci": lambda menit: lama_rinci(menit, satuan.hari),
        "usulan": usulan_waktu(isi, statistik, satuan),
        "perlu_ukuran": UKURAN_PALING_SEDIKIT,
        "mengelola": mengelola(request.user, sop.instansi),
        "ada_draf": sop.daftar_revisi.filter(status=RevisiSop.Status.DRAF).first(),
        "boleh_menilai": sebagai_pengurus_sop(request.user, sop, isi),
    }


def _angka(statistik, batang):
    """The figures on top of the page."""
    terlambat = sum(satu.terlambat for satu in statistik.langkah)
    terbanding = [satu for satu in batang.values() if satu.terbanding]
    return [
        ("Pekerjaan", statistik.jumlah_kasus),
        ("Putaran langkah selesai", statistik.putaran_terukur),
        ("Langkah melampaui standar", f"{sum(satu.melampaui for satu in terbanding)} dari {len(terbanding)}"),
        ("Putaran melewati tenggat", f"{terlambat} dari {statistik.putaran_terukur}"),
        ("Pengembalian", sum(satu.kali for satu in statistik.pengembalian)),
    ]


def _pilihan_periode(sop, periode):
    """(words, address, current?) of the usual periods."""
    kini = hari_ini(sop.instansi)
    pertama = sop.daftar_pelaksanaan.aggregate(saat=Min("dimulai_pada"))["saat"]
    awal = min(timezone.localdate(pertama) if pertama else kini, kini)
    pilihan = [
        ("6 bulan terakhir", Periode(dari=tambah_bulan(kini, -6), sampai=kini)),
        ("1 tahun terakhir", Periode(dari=tambah_bulan(kini, -12), sampai=kini)),
        ("Sejak pekerjaan pertama", Periode(dari=awal, sampai=kini)),
    ]
    alamat = reverse("sop_kinerja", args=[sop.pk])
    return [(kata, alamat + parameter(satu), satu == periode) for kata, satu in pilihan]
