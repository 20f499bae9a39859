"""The archive and its deliveries."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.kenali import BERKAS_KANTOR, PINDAIAN
from lapkin.berkas.views import jawaban_berkas
from lapkin.jejak.queries import jejak

from . import actions
from .forms import FormKlasifikasi, FormSimpan, FormTandaTerima
from .models import Klasifikasi
from .queries import arsip_untuk, cari_arsip, daftar_tahun, kiriman_untuk, retensi_arsip

TERBARU = 200


@require_GET
def daftar(request):
    """The archive, searched by words, code and year."""
    saringan = {nama: request.GET.get(nama, "").strip() for nama in ("teks", "klasifikasi", "tahun")}
    tahun = int(saringan["tahun"]) if saringan["tahun"].isdecimal() else None
    hasil = cari_arsip(request.user, teks=saringan["teks"], klasifikasi=saringan["klasifikasi"], tahun=tahun)
    konteks = {
        "daftar_arsip": hasil[:TERBARU],
        "jumlah": hasil.count(),
        "terbaru": TERBARU,
        "saringan": saringan,
        "daftar_klasifikasi": Klasifikasi.objects.all(),
        "daftar_tahun": daftar_tahun(request.user),
    }
    return render(request, "arsip/daftar.html", konteks)


@require_GET
def lihat(request, pk):
    """One kept document: its retention, what lies with it, its deliveries and trail."""
    arsip = get_object_or_404(arsip_untuk(request.user), pk=pk)
    konteks = {
        "arsip": arsip,
        "retensi": retensi_arsip(arsip),
        "seberkas": arsip_untuk(request.user).filter(objek=arsip.objek).exclude(pk=arsip.pk),
        "daftar_kiriman": kiriman_untuk(request.user).filter(objek=arsip.objek),
        "riwayat": jejak(arsip.kunci),
    }
    return render(request, "arsip/lihat.html", konteks)


@require_GET
def unduh(request, pk):
    """The kept file, shown in place with ?lihat."""
    arsip = get_object_or_404(arsip_untuk(request.user), pk=pk)
    return jawaban_berkas(arsip.berkas, sebaris="lihat" in request.GET)


@require_http_methods(["GET", "POST"])
def simpan(request):
    """Keep a loose document, of the officer's own instansi."""
    form = FormSimpan(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "arsip/simpan.html", {"form": form}, status=422 if form.is_bound else 200)
    isian = form.cleaned_data
    unggahan = isian.pop("berkas")
    berkas = terima_unggahan(unggahan=unggahan, boleh=BERKAS_KANTOR)
    arsip = actions.arsipkan(
        pegawai=request.user,
        instansi=request.user.instansi,
        berkas=berkas,
        objek=f"berkas:{berkas.pk}",
        **isian,
    )
    messages.success(request, f"“{arsip.judul}” sudah diarsipkan. Simpan kertasnya di {arsip.lokasi}.")
    return redirect("arsip_lihat", arsip.pk)


@require_GET
def daftar_kiriman(request):
    """The deliveries; with ?hanya=menunggu those without a receipt."""
    menunggu = request.GET.get("hanya") == "menunggu"
    hasil = kiriman_untuk(request.user)
    if menunggu:
        hasil = hasil.filter(diterima_pada=None)
    return render(request, "arsip/kiriman.html", {"daftar_kiriman": hasil[:TERBARU], "menunggu": menunggu})


@require_GET
def kiriman(request, pk):
    """One delivery and its receipt."""
    satu = get_object_or_404(kiriman_untuk(request.user), pk=pk)
    return render(request, "arsip/kiriman_lihat.html", _konteks_kiriman(satu, FormTandaTerima()))


@require_POST
def terima(request, pk):
    """Note who received a delivery."""
    satu = get_object_or_404(kiriman_untuk(request.user), pk=pk)
    form = FormTandaTerima(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "arsip/kiriman_lihat.html", _konteks_kiriman(satu, form), status=422)
    isian = form.cleaned_data
    if isian["tanda_terima"]:
        isian["tanda_terima"] = terima_unggahan(unggahan=isian["tanda_terima"], boleh=PINDAIAN)
    actions.catat_tanda_terima(pegawai=request.user, pengiriman=satu, **isian)
    messages.success(request, "Tanda terima tercatat. Kiriman ini selesai.")
    return redirect("kiriman", pk)


@require_GET
def unduh_kiriman(request, pk, berkas):
    """A file of a delivery, or its scanned receipt."""
    satu = get_object_or_404(kiriman_untuk(request.user), pk=pk)
    daftar_berkas = [*satu.daftar_berkas.all(), *filter(None, [satu.tanda_terima])]
    cocok = next((b for b in daftar_berkas if b.pk == berkas), None)
    if cocok is None:
        raise Http404
    return jawaban_berkas(cocok, sebaris="lihat" in request.GET)


@require_GET
def klasifikasi(request):
    """The classification with its retention."""
    return render(request, "arsip/klasifikasi.html", _konteks_klasifikasi(FormKlasifikasi()))


@require_POST
def klasifikasi_tambah(request):
    """Add a code to the classification."""
    if not request.user.pengelola:
        raise Http404
    form = FormKlasifikasi(request.POST)
    if not form.is_valid():
        return render(request, "arsip/klasifikasi.html", _konteks_klasifikasi(form), status=422)
    baru = actions.tambah_klasifikasi(pegawai=request.user, **form.cleaned_data)
    messages.success(request, f"Klasifikasi {baru} ditambahkan dan dapat dipakai.")
    return redirect("klasifikasi")


def _konteks_kiriman(satu, form):
    return {"kiriman": satu, "form": form, "riwayat": jejak(satu.kunci)}


def _konteks_klasifikasi(form):
    return {"daftar_klasifikasi": Klasifikasi.objects.all(), "form": form}
