"""Pages of the days off: national ones shown, cuti bersama taken over, local ones added and removed."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from .. import actions, forms
from ..kalender import cuti_bersama, libur_nasional
from ..models import HariLibur
from ..queries import hari_libur
from .dasar import baris_milik, halaman_isian, instansi_milik, require_form, selesai

TAHUN_WAJAR = range(2000, 2100)


@require_GET
def libur(request, kode):
    """The days off of one year (`?tahun=`, this year when not said), in the order of the calendar."""
    instansi = instansi_milik(request, kode)
    tahun = _tahun(request)
    daftar = list(hari_libur(instansi, tahun, tahun))
    nasional = libur_nasional(tahun)
    tercatat = {hari.tanggal for hari in daftar}
    konteks = {
        "instansi": instansi,
        "tahun": tahun,
        "daftar_hari": sorted(
            [(hari.tanggal, hari.nama, hari) for hari in daftar]
            + [(tanggal, nama, None) for tanggal, nama in nasional.items()],
            key=lambda baris: baris[0],
        ),
        "daftar_usulan": [(h, nama) for h, nama in cuti_bersama(tahun).items() if h not in tercatat],
    }
    return render(request, "organisasi/libur.html", konteks)


def _tahun(request):
    tertulis = request.GET.get("tahun", "")
    if not tertulis:
        return timezone.localdate().year
    if not tertulis.isdecimal() or int(tertulis) not in TAHUN_WAJAR:
        raise Http404
    return int(tertulis)


def _alamat_tahun(kode, tahun):
    return reverse("libur", args=[kode], query={"tahun": tahun})


@require_form
def libur_tambah(request, kode):
    instansi = instansi_milik(request, kode)
    form = forms.IsianLibur(request.POST or None, instansi=instansi)
    if form.is_valid():
        hari = actions.tambah_libur(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        kalimat = f"{hari.nama} ditambahkan. Tenggat tugas yang dibuka sesudah ini melewati hari itu."
        return selesai(request, kalimat, _alamat_tahun(kode, hari.tanggal.year))
    kalimat = "Libur setempat atau cuti bersama; libur nasional sudah dihitung tanpa dicatat."
    kembali = reverse("libur", args=[kode])
    return halaman_isian(request, form, "Tambah hari libur", instansi, kalimat=kalimat, kembali=kembali)


@require_POST
def libur_hapus(request, kode, pk):
    hari = baris_milik(request, kode, HariLibur, pk)
    actions.hapus_libur(pegawai=request.user, hari=hari)
    kalimat = f"{hari.nama} bukan lagi hari libur. Tenggat tugas yang sudah terbuka tidak berubah."
    return selesai(request, kalimat, _alamat_tahun(kode, hari.tanggal.year))
