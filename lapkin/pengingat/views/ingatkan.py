"""Reminding who holds the turn of one task: the text, and the ways to send it."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lapkin.alur.queries import langkah_tugas, tugas_terlihat
from lapkin.organisasi.models import Pegawai

from .. import actions
from ..kalimat import isi_teks
from ..queries import isian_langsung, pemegang_giliran, teks_langsung, tugas_dapat_diingatkan
from ..tangga import Saluran
from ..whatsapp import DAFTAR_ASAL, nomor_internasional, tautan_whatsapp

RIWAYAT = 20


@require_GET
@csp_update({"form-action": [SELF, *DAFTAR_ASAL]})  # the form's answer sends the browser on to WhatsApp
def lihat(request, pk):
    tugas = _tugas(request, pk)
    langkah, kini = langkah_tugas(tugas), timezone.now()
    teks = teks_langsung(tugas.pelaksanaan.instansi)
    konteks = {
        "tugas": tugas,
        "langkah": langkah,
        "boleh_buka": tugas_terlihat(request.user).filter(pk=pk).exists(),
        "sisa": isian_langsung(tugas, langkah, request.user, kini)["sisa"] if tugas.tenggat else "",
        "daftar_orang": [
            (
                orang,
                isi_teks(teks, isian_langsung(tugas, langkah, orang, kini)),
                bool(nomor_internasional(orang.telepon)),
            )
            for orang in pemegang_giliran([tugas])[tugas.pk]
            if orang != request.user
        ],
        "daftar_pengingat": tugas.daftar_pengingat.select_related("penerima", "pengirim")[:RIWAYAT],
    }
    return render(request, "pengingat/ingatkan.html", konteks)


@require_POST
def pesan(request, pk, orang):
    pengingat = _ingatkan(request, pk, orang, Saluran.PESAN)
    messages.success(request, f"{pengingat.penerima} diingatkan di Lapkin.")
    return redirect("ingatkan_tugas", pk)


@require_POST
def surel(request, pk, orang):
    pengingat = _ingatkan(request, pk, orang, Saluran.SUREL)
    pengingat.refresh_from_db()
    if pengingat.status == pengingat.Status.TERKIRIM:
        messages.success(request, f"Surel terkirim kepada {pengingat.penerima}.")
    else:
        messages.warning(request, f"Surel kepada {pengingat.penerima} belum terkirim; dicoba lagi kemudian.")
    return redirect("ingatkan_tugas", pk)


@require_POST
def whatsapp(request, pk, orang):
    """Note that the text was used, then hand it over to the officer's own WhatsApp."""
    pengingat = _ingatkan(request, pk, orang, Saluran.WHATSAPP)
    return redirect(tautan_whatsapp(pengingat.penerima.telepon, pengingat.teks))


def _tugas(request, pk):
    return get_object_or_404(tugas_dapat_diingatkan(request.user), pk=pk)


def _ingatkan(request, pk, orang, saluran):
    tugas = _tugas(request, pk)
    daftar = [satu.pk for satu in pemegang_giliran([tugas])[tugas.pk]]
    siapa = get_object_or_404(Pegawai.objects.filter(pk__in=daftar), pk=orang)
    return actions.ingatkan_langsung(pegawai=request.user, tugas=tugas, orang=siapa, saluran=saluran)
