"""Giliran saya and the page of one task; each act has its own address and does one thing."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lapkin.alur import actions
from lapkin.alur.queries import sop_terlihat, tugas_terlihat
from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.kenali import BERKAS_KANTOR
from lapkin.berkas.views import jawaban_berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import kedudukan

from ..daftar import LANGKAH
from ..dasar import tugas_langkah
from ..forms import FormCatatan, FormKelengkapan, FormKembalikan
from ..giliran import kelompok_waktu
from ..jenis import isi_data
from ..kembali import kembalikan_dengan_poin
from ..kertas_kasus import kelengkapan_terunggah, output_terbaca
from ..meja import meja, meja_pengesahan
from .halaman_tugas import isi_halaman


@require_GET
def daftar(request):
    """Giliran saya: my open tasks, late ones first, and what waits for others; of a new office its first steps."""
    request.kedudukan = kedudukan(request.user)
    milik_saya, menunggu = meja(request.user, request.kedudukan)
    return render(
        request,
        "langkah/giliran.html",
        {
            "kelompok": kelompok_waktu(milik_saya, timezone.localtime()),
            "menunggu": menunggu,
            "pengesahan": meja_pengesahan(request.kedudukan),
            "kantor_baru": not milik_saya and _kantor_baru(request.user),
        },
    )


@require_GET
def lihat(request, pk):
    """One task: what the SOP says, what was received, what must come out, the form, the trail."""
    request.kedudukan = kedudukan(request.user)
    tugas = get_object_or_404(tugas_terlihat(request.user, request.kedudukan), pk=pk)
    return render(request, "langkah/tugas.html", isi_halaman(request, tugas))


@require_POST
def buka(request, pk):
    """Note that the task was opened, then show it."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.buka(pegawai=request.user, tugas=tugas)
    return redirect("tugas", pk=pk)


@require_POST
def kerjakan(request, pk):
    """Do the work of the task by the form of its kind."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.pastikan_giliran(request.user, tugas)
    jenis = LANGKAH[tugas.jenis]
    isian = jenis.Isian(request.POST, request.FILES, tugas=tugas, pegawai=request.user)
    if not isian.is_valid():
        return render(request, "langkah/tugas.html", isi_halaman(request, tugas, isian=isian), status=422)
    messages.success(request, jenis.kerjakan(pegawai=request.user, tugas=tugas, isian=isian.cleaned_data))
    return redirect("beranda")


@require_POST
def kembalikan(request, pk):
    """Send the work back with a note, and with what the form of the work gives along."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.pastikan_giliran(request.user, tugas)
    form = FormKembalikan(request.POST, tugas=tugas)
    isian = LANGKAH[tugas.jenis].Isian(request.POST, tugas=tugas, pegawai=request.user, kembali=True)
    if not all([form.is_valid(), isian.is_valid()]):
        isi = isi_halaman(request, tugas, isian=isian, form_kembalikan=form)
        return render(request, "langkah/tugas.html", isi, status=422)
    dibuka = kembalikan_dengan_poin(
        pegawai=request.user,
        tugas=tugas,
        terbawa=isian.terbawa(),
        tujuan=form.cleaned_data["tujuan"],
        catatan=form.cleaned_data["catatan"],
        daftar_jabatan=form.cleaned_data.get("daftar_jabatan"),
    )
    siapa = ", ".join(str(t.jabatan or t.tim) for t in dibuka)
    messages.success(request, f"Dikembalikan ke {siapa} dengan catatan Anda.")
    return redirect("beranda")


@require_POST
def lengkapi(request, pk):
    """Give one kelengkapan its file or the reason why it is missing."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.pastikan_giliran(request.user, tugas)
    form = FormKelengkapan(request.POST, request.FILES)
    if not form.is_valid():
        raise Ditolak("Kelengkapan tidak terbaca; muat ulang halaman tugas lalu coba lagi.")
    unggahan = form.cleaned_data["berkas"]
    with transaction.atomic():  # a refused act keeps no file either
        actions.lengkapi(
            pegawai=request.user,
            tugas=tugas,
            nama=form.cleaned_data["nama"],
            berkas=terima_unggahan(unggahan=unggahan, boleh=BERKAS_KANTOR) if unggahan else None,
            alasan=form.cleaned_data["alasan"],
        )
    messages.success(request, f"Kelengkapan “{form.cleaned_data['nama']}” tersimpan.")
    return redirect("tugas", pk=pk)


@require_POST
def tutup_pengumpulan(request, pk):
    """The collector closes the collection and names the gaps."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.pastikan_giliran(request.user, tugas)
    form = FormCatatan(request.POST)
    if not form.is_valid():
        return render(request, "langkah/tugas.html", isi_halaman(request, tugas, form_tutup=form), status=422)
    messages.success(
        request,
        isi_data.tutup(pegawai=request.user, tugas=tugas, catatan=form.cleaned_data["catatan"]),
    )
    return redirect("beranda")


@require_POST
def kembalikan_unit(request, pk, unit):
    """The collector sends one unit's work back to it."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    tugas_unit = get_object_or_404(tugas_langkah(tugas), pk=unit)
    form = FormCatatan(request.POST)
    if not form.is_valid():
        raise Ditolak("Tuliskan apa yang perlu diperbaiki oleh unit ini.")
    actions.kembalikan_unit(
        pegawai=request.user, tugas=tugas, tugas_unit=tugas_unit, catatan=form.cleaned_data["catatan"]
    )
    messages.success(request, f"Isian {tugas_unit.unit or tugas_unit.jabatan} dikembalikan.")
    return redirect("tugas", pk=pk)


@require_GET
def unduh_output(request, pk, output):
    """A paper that this task received from an earlier step or made itself."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    baris = get_object_or_404(output_terbaca(tugas), pk=output)
    return jawaban_berkas(baris.berkas, sebaris=True)


@require_GET
def unduh_kelengkapan(request, pk, kelengkapan):
    """A file that was supplied for this step from outside."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    baris = get_object_or_404(kelengkapan_terunggah(tugas), pk=kelengkapan)
    return jawaban_berkas(baris.berkas, sebaris=True)


def _kantor_baru(pegawai) -> bool:
    """Does the officer manage an office where no SOP is in force yet, nor in any office below it?"""
    return bool(pegawai.pengelola and pegawai.instansi_id) and not sop_terlihat(pegawai).exists()
