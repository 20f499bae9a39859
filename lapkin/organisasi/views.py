"""The administrator's pages: the own instansi and those directly below it; nobody else finds them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapkin.berkas.queries import baca

from . import actions, forms
from .jam_kerja import HARI, tulis_jam
from .models import AnggotaTim, Instansi, Jabatan, Pegawai, Penugasan, Tim, UnitKerja
from .queries import instansi_dikelola, penugasan_berlaku
from .susunan import susun_pohon
from .warna import lembar_gaya

formulir = require_http_methods(["GET", "POST"])


def _instansi(request, kode):
    return get_object_or_404(instansi_dikelola(request.user), kode=kode)


def _milik(request, kode, model, pk, lewat="instansi"):
    """A row of an instansi that the officer manages; 404 for every other."""
    dikelola = {f"{lewat}__in": instansi_dikelola(request.user), f"{lewat}__kode": kode}
    return get_object_or_404(model, pk=pk, **dikelola)


def _isian(request, form, judul, instansi, *, kembali, simpan="Simpan", kalimat=""):
    """The one page of all forms here: 200 when it is opened, 422 when what was sent has errors."""
    konteks = {
        "form": form,
        "judul": judul,
        "kalimat": kalimat,
        "instansi": instansi,
        "simpan": simpan,
        "kembali": kembali,
    }
    return render(request, "organisasi/isian.html", konteks, status=422 if form.is_bound else 200)


def _selesai(request, kalimat, nama, *args):
    messages.success(request, kalimat)
    return redirect(nama, *args)


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
    sendiri = Instansi.objects.filter(pk=request.user.instansi_id)
    pemilik = get_object_or_404(sendiri | instansi_dikelola(request.user), kode=kode, lambang__isnull=False)
    return HttpResponse(baca(pemilik.lambang), content_type=pemilik.lambang.jenis)


def bantuan_akun(request):
    """For who has no account or forgot the password: whom to ask."""
    return render(request, "organisasi/bantuan_akun.html")


@require_GET
def instansi(request, kode):
    instansi = _instansi(request, kode)
    jam_kerja = [(hari, tulis_jam(instansi.jam_kerja.get(str(nomor), []))) for nomor, hari in enumerate(HARI)]
    zona = dict(forms.ZONA).get(instansi.zona_waktu, instansi.zona_waktu)
    konteks = {"instansi": instansi, "jam_kerja": jam_kerja, "zona": zona}
    return render(request, "organisasi/instansi.html", konteks)


@formulir
def instansi_tambah(request):
    induk = get_object_or_404(instansi_dikelola(request.user), pk=request.user.instansi_id)
    form = forms.IsianInstansiBaru(request.POST or None)
    if form.is_valid():
        baru = actions.tambah_instansi(pegawai=request.user, induk=induk, **form.cleaned_data)
        return _selesai(
            request, f"{baru} ditambahkan. Lanjutkan dengan unit kerjanya.", "instansi", baru.kode
        )
    kalimat = f"Instansi baru berada langsung di bawah {induk}."
    return _isian(request, form, "Tambah instansi", induk, kalimat=kalimat, kembali=reverse("organisasi"))


@formulir
def instansi_ubah(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianInstansi(request.POST or None, instance=instansi)
    if form.is_valid():
        actions.ubah_instansi(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _selesai(request, "Data instansi disimpan.", "instansi", kode)
    return _isian(request, form, "Ubah data instansi", instansi, kembali=reverse("instansi", args=[kode]))


@formulir
def lambang_ganti(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianLambang(request.POST or None, request.FILES or None)
    if form.is_valid():
        unggahan = form.cleaned_data["lambang"]
        actions.ganti_lambang(pegawai=request.user, instansi=instansi, unggahan=unggahan)
        return _selesai(request, "Lambang diganti; dipakai pada kop surat berikutnya.", "instansi", kode)
    return _isian(request, form, "Ganti lambang", instansi, kembali=reverse("instansi", args=[kode]))


@require_GET
def unit(request, kode):
    instansi = _instansi(request, kode)
    pohon = susun_pohon(instansi.daftar_unit.all(), "induk_id")
    return render(request, "organisasi/unit.html", {"instansi": instansi, "pohon": pohon})


@formulir
def unit_tambah(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianUnit(request.POST or None, instansi=instansi)
    if form.is_valid():
        baru = actions.tambah_unit(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _selesai(request, f"{baru} ditambahkan.", "unit", kode)
    return _isian(request, form, "Tambah unit kerja", instansi, kembali=reverse("unit", args=[kode]))


@formulir
def unit_ubah(request, kode, pk):
    unit = _milik(request, kode, UnitKerja, pk)
    form = forms.IsianUnit(request.POST or None, instance=unit, instansi=unit.instansi)
    if form.is_valid():
        actions.ubah_unit(pegawai=request.user, unit=unit, **form.cleaned_data)
        return _selesai(request, f"{unit} disimpan.", "unit", kode)
    return _isian(request, form, "Ubah unit kerja", unit.instansi, kembali=reverse("unit", args=[kode]))


@require_GET
def jabatan(request, kode):
    instansi = _instansi(request, kode)
    pemegang = {}
    for penugasan in penugasan_berlaku().filter(jabatan__instansi=instansi):
        pemegang.setdefault(penugasan.jabatan_id, []).append(penugasan)
    pohon = susun_pohon(instansi.daftar_jabatan.select_related("unit"), "atasan_id")
    konteks = {"instansi": instansi, "pohon": pohon, "pemegang": pemegang}
    return render(request, "organisasi/jabatan.html", konteks)


@formulir
def jabatan_tambah(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianJabatan(request.POST or None, instansi=instansi)
    if form.is_valid():
        baru = actions.tambah_jabatan(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _selesai(request, f"{baru} ditambahkan. Tugaskan pemegangnya.", "jabatan_lihat", kode, baru.pk)
    return _isian(request, form, "Tambah jabatan", instansi, kembali=reverse("jabatan", args=[kode]))


@require_GET
def jabatan_lihat(request, kode, pk):
    jabatan = _milik(request, kode, Jabatan, pk)
    konteks = {
        "instansi": jabatan.instansi,
        "jabatan": jabatan,
        "daftar_penugasan": jabatan.daftar_penugasan.select_related("pegawai"),
        "berlaku": set(penugasan_berlaku().filter(jabatan=jabatan).values_list("pk", flat=True)),
        "hari_ini": timezone.localdate(),
    }
    return render(request, "organisasi/jabatan_lihat.html", konteks)


@formulir
def jabatan_ubah(request, kode, pk):
    jabatan = _milik(request, kode, Jabatan, pk)
    form = forms.IsianJabatan(request.POST or None, instance=jabatan, instansi=jabatan.instansi)
    kembali = reverse("jabatan_lihat", args=[kode, pk])
    if form.is_valid():
        actions.ubah_jabatan(pegawai=request.user, jabatan=jabatan, **form.cleaned_data)
        return _selesai(request, "Jabatan disimpan.", "jabatan_lihat", kode, pk)
    return _isian(request, form, "Ubah jabatan", jabatan.instansi, kembali=kembali)


@formulir
def tugaskan(request, kode, pk):
    jabatan = _milik(request, kode, Jabatan, pk)
    form = forms.IsianPenugasan(request.POST or None, jabatan=jabatan)
    kembali = reverse("jabatan_lihat", args=[kode, pk])
    if form.is_valid():
        isian = form.cleaned_data
        orang = isian.pop("pegawai")
        penugasan = actions.tugaskan(pegawai=request.user, jabatan=jabatan, orang=orang, **isian)
        kalimat = f"{orang} tercatat sebagai {penugasan.sebutan}. Giliran jabatan ini berpindah kepadanya."
        return _selesai(request, kalimat, "jabatan_lihat", kode, pk)
    judul = f"Tugaskan pemegang {jabatan}"
    return _isian(request, form, judul, jabatan.instansi, simpan="Tugaskan", kembali=kembali)


@formulir
def penugasan_akhiri(request, kode, pk):
    penugasan = _milik(request, kode, Penugasan, pk, lewat="jabatan__instansi")
    form = forms.IsianAkhir(request.POST or None)
    tujuan = ("jabatan_lihat", kode, penugasan.jabatan_id)
    if form.is_valid():
        actions.akhiri_penugasan(pegawai=request.user, penugasan=penugasan, **form.cleaned_data)
        return _selesai(request, "Penugasan diakhiri; riwayatnya tetap tersimpan.", *tujuan)
    judul = f"Akhiri penugasan {penugasan.pegawai}"
    kalimat = f"Sesudah hari terakhir, ia tidak lagi mengerjakan giliran {penugasan.sebutan}."
    kembali = reverse(tujuan[0], args=tujuan[1:])
    instansi = penugasan.jabatan.instansi
    return _isian(request, form, judul, instansi, simpan="Akhiri", kalimat=kalimat, kembali=kembali)


@require_GET
def pegawai(request, kode):
    instansi = _instansi(request, kode)
    cari = request.GET.get("cari", "").strip()
    sebutan = {}
    for penugasan in penugasan_berlaku().filter(pegawai__instansi=instansi):
        sebutan.setdefault(penugasan.pegawai_id, []).append(penugasan.sebutan)
    daftar_pegawai = instansi.daftar_pegawai.order_by("-is_active", "nama")
    if cari:
        daftar_pegawai = daftar_pegawai.filter(
            Q(nama__icontains=cari) | Q(nip__startswith=cari) | Q(username__icontains=cari)
        )
    konteks = {"instansi": instansi, "daftar_pegawai": daftar_pegawai, "sebutan": sebutan, "cari": cari}
    return render(request, "organisasi/pegawai.html", konteks)


@never_cache
@formulir
def pegawai_tambah(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianPegawai(request.POST or None, instansi=instansi)
    if form.is_valid():
        orang, sandi = actions.tambah_pegawai(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _tunjukkan_sandi(request, orang, sandi)
    return _isian(request, form, "Tambah pegawai", instansi, kembali=reverse("pegawai", args=[kode]))


def _tunjukkan_sandi(request, orang, sandi):
    """Answer with the password itself: no redirect, for then it would have to be kept somewhere meanwhile."""
    konteks = {"instansi": orang.instansi, "orang": orang, "sandi": sandi}
    return render(request, "organisasi/pegawai_sandi.html", konteks)


@require_GET
def pegawai_lihat(request, kode, pk):
    orang = _milik(request, kode, Pegawai, pk)
    konteks = {
        "instansi": orang.instansi,
        "orang": orang,
        "daftar_penugasan": orang.daftar_penugasan.select_related("jabatan").order_by("-dari"),
        "daftar_keanggotaan": orang.daftar_keanggotaan.select_related("tim").order_by("-dari"),
    }
    return render(request, "organisasi/pegawai_lihat.html", konteks)


@formulir
def pegawai_ubah(request, kode, pk):
    orang = _milik(request, kode, Pegawai, pk)
    form = forms.IsianPegawai(request.POST or None, instance=orang, instansi=orang.instansi)
    kembali = reverse("pegawai_lihat", args=[kode, pk])
    if form.is_valid():
        actions.ubah_pegawai(pegawai=request.user, orang=orang, **form.cleaned_data)
        return _selesai(request, "Data pegawai disimpan.", "pegawai_lihat", kode, pk)
    return _isian(request, form, "Ubah data pegawai", orang.instansi, kembali=kembali)


@require_POST
def pegawai_nonaktifkan(request, kode, pk):
    orang = _milik(request, kode, Pegawai, pk)
    actions.nonaktifkan_pegawai(pegawai=request.user, orang=orang)
    return _selesai(
        request, f"Akun {orang} dinonaktifkan; ia tidak dapat masuk lagi.", "pegawai_lihat", kode, pk
    )


@require_POST
def pegawai_aktifkan(request, kode, pk):
    orang = _milik(request, kode, Pegawai, pk)
    actions.aktifkan_pegawai(pegawai=request.user, orang=orang)
    return _selesai(request, f"Akun {orang} aktif kembali.", "pegawai_lihat", kode, pk)


@never_cache
@require_POST
def pegawai_sandi(request, kode, pk):
    orang = _milik(request, kode, Pegawai, pk)
    sandi = actions.buat_sandi_baru(pegawai=request.user, orang=orang)
    return _tunjukkan_sandi(request, orang, sandi)


@require_GET
def tim(request, kode):
    instansi = _instansi(request, kode)
    aktif = Count("daftar_anggota", filter=Q(daftar_anggota__sampai=None))
    daftar_tim = instansi.daftar_tim.annotate(jumlah_anggota=aktif)
    return render(request, "organisasi/tim.html", {"instansi": instansi, "daftar_tim": daftar_tim})


@formulir
def tim_bentuk(request, kode):
    instansi = _instansi(request, kode)
    form = forms.IsianTim(
        request.POST or None, instansi=instansi, initial={"tahun": timezone.localdate().year}
    )
    if form.is_valid():
        baru = actions.bentuk_tim(pegawai=request.user, instansi=instansi, **form.cleaned_data)
        return _selesai(request, f"{baru} dibentuk. Tambahkan anggotanya.", "tim_lihat", kode, baru.pk)
    kembali = reverse("tim", args=[kode])
    return _isian(request, form, "Bentuk tim", instansi, simpan="Bentuk tim", kembali=kembali)


@require_GET
def tim_lihat(request, kode, pk):
    tim = _milik(request, kode, Tim, pk)
    daftar_anggota = tim.daftar_anggota.select_related("pegawai").order_by("sampai", "pk")
    konteks = {"instansi": tim.instansi, "tim": tim, "daftar_anggota": daftar_anggota}
    return render(request, "organisasi/tim_lihat.html", konteks)


@formulir
def tim_ubah(request, kode, pk):
    tim = _milik(request, kode, Tim, pk)
    form = forms.IsianTim(request.POST or None, instance=tim, instansi=tim.instansi)
    if form.is_valid():
        actions.ubah_tim(pegawai=request.user, tim=tim, **form.cleaned_data)
        return _selesai(request, "Data tim disimpan.", "tim_lihat", kode, pk)
    kembali = reverse("tim_lihat", args=[kode, pk])
    return _isian(request, form, "Ubah data tim", tim.instansi, kembali=kembali)


@formulir
def anggota_tambah(request, kode, pk):
    tim = _milik(request, kode, Tim, pk)
    form = forms.IsianAnggota(request.POST or None, tim=tim)
    if form.is_valid():
        orang, kedudukan = form.cleaned_data["pegawai"], form.cleaned_data["kedudukan"]
        actions.tambah_anggota(pegawai=request.user, tim=tim, orang=orang, kedudukan=kedudukan)
        return _selesai(request, f"{orang} ditambahkan ke tim.", "tim_lihat", kode, pk)
    kembali = reverse("tim_lihat", args=[kode, pk])
    return _isian(request, form, f"Tambah anggota {tim}", tim.instansi, simpan="Tambahkan", kembali=kembali)


@require_POST
def anggota_akhiri(request, kode, pk):
    keanggotaan = _milik(request, kode, AnggotaTim, pk, lewat="tim__instansi")
    actions.akhiri_keanggotaan(pegawai=request.user, keanggotaan=keanggotaan)
    kalimat = f"{keanggotaan.pegawai} keluar dari tim mulai besok."
    return _selesai(request, kalimat, "tim_lihat", kode, keanggotaan.tim_id)
