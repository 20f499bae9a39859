"""The outbox of an office: what was sent, what waits and what failed, with its text and its reader."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lapkin.organisasi.queries import instansi_dikelola

from .. import actions
from ..actions.surel import tak_pasti
from ..models import Pengingat
from ..queries import kotak_keluar
from ..tangga import NAMA_SALURAN, Saluran

TERBARU = 100
RUPA = {"menunggu": "kuning", "sedang": "kuning", "terkirim": "hijau", "gagal": "merah", "siap": "biru"}


@require_GET
def lihat(request, kode):
    """The newest reminders (`?status=` only those of one state)."""
    instansi = get_object_or_404(instansi_dikelola(request.user), kode=kode)
    semua = kotak_keluar(request.user, kode)
    status = request.GET.get("status", "")
    if status not in Pengingat.Status.values:
        status = ""
    jumlah = dict(semua.order_by().values_list("status").annotate(Count("pk")))
    konteks = {
        "instansi": instansi,
        "status": status,
        "pilihan": [(s.value, s.label, jumlah[s.value]) for s in Pengingat.Status if s.value in jumlah],
        "jumlah": jumlah.get(status, 0) if status else sum(jumlah.values()),
        "terbaru": TERBARU,
        "daftar": [_baris(p) for p in (semua.filter(status=status) if status else semua)[:TERBARU]],
    }
    return render(request, "pengingat/kotak_keluar.html", konteks)


def _baris(pengingat):
    hilang = tak_pasti(pengingat)
    return {
        "pengingat": pengingat,
        "saluran": NAMA_SALURAN[Saluran(pengingat.saluran)].split(" (")[0],
        "keadaan": "Tidak pasti terkirim" if hilang else pengingat.get_status_display(),
        "rupa": "merah" if hilang else RUPA.get(pengingat.status, "abu"),
        "boleh_ulang": hilang or pengingat.status == Pengingat.Status.GAGAL,
    }


@require_POST
def kirim_ulang(request, kode, pk):
    pengingat = get_object_or_404(kotak_keluar(request.user, kode), pk=pk)
    actions.kirim_ulang(pegawai=request.user, pengingat=pengingat)
    messages.success(request, "Surel akan dikirim lagi pada putaran pengingat berikutnya.")
    return redirect("kotak_keluar", kode)
