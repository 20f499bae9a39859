"""Reading figures: the frozen sheet of a year, the years there are, and who may see and fill what."""

from collections import defaultdict

from django.db.models import Count, Q

from lapkin.kinerja.buku.isi import Identitas
from lapkin.organisasi.models import UnitKerja
from lapkin.organisasi.queries import instansi_pegawai, jabatan_dikerjakan, mengelola

from .lembar import PERIODE, BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja, kunci
from .models import Anggaran, Indikator, PerjanjianKinerja, Realisasi, RealisasiLalu, Sasaran, Target


def indikator_untuk(pegawai):
    """The indicators an officer may see."""
    return Indikator.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related(
        "instansi", "penanggung_jawab"
    )


def anggaran_untuk(pegawai):
    """The budget lines an officer may see."""
    return Anggaran.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related("instansi")


def unit_dilayani(pegawai) -> set[int]:
    """The units an officer works for: those of the posts held and every unit above them (ids)."""
    induk = dict(
        UnitKerja.objects.filter(instansi__in=instansi_pegawai(pegawai)).values_list("pk", "induk_id")
    )
    daftar_unit = set()
    for unit in jabatan_dikerjakan(pegawai).values_list("unit_id", flat=True):
        while unit is not None and unit not in daftar_unit:
            daftar_unit.add(unit)
            unit = induk.get(unit)
    return daftar_unit


def boleh_mengisi(pegawai, baris) -> bool:
    """May the officer fill in an indicator or a budget line: its unit (or one below it), or the administrator."""
    if baris.penanggung_jawab_id in unit_dilayani(pegawai):
        return True
    return mengelola(pegawai, baris.instansi)


def kunci_boleh(pegawai, instansi, tahun) -> frozenset[str]:
    """The keys of all indicators and budget lines of a year that the officer may fill in."""
    milik = Q(instansi=instansi, tahun=tahun)
    if not mengelola(pegawai, instansi):
        milik &= Q(penanggung_jawab__in=unit_dilayani(pegawai))
    return frozenset(
        kunci(model._meta.model_name, pk)
        for model in (Indikator, Anggaran)
        for pk in model.objects.filter(milik).values_list("pk", flat=True)
    )


def daftar_tahun(instansi) -> list[dict]:
    """The years with figures, newest first: tahun, jumlah indikator, and how many have a realisasi for the year."""
    terisi = Q(daftar_realisasi__periode=Realisasi.Periode.TAHUN) & ~Q(daftar_realisasi__tertulis="")
    return list(
        Indikator.objects.filter(instansi=instansi)
        .values("tahun")
        .annotate(jumlah=Count("pk", distinct=True), terisi=Count("pk", filter=terisi, distinct=True))
        .order_by("-tahun")
    )


def jumlah_indikator(instansi, tahun) -> int:
    """How many indicators a year has."""
    return Indikator.objects.filter(instansi=instansi, tahun=tahun).count()


def riwayat_target(indikator):
    """The targets of an indicator in all versions of the Perjanjian Kinerja, newest first."""
    return indikator.daftar_target.select_related("perjanjian").order_by("-perjanjian__versi")


def daftar_realisasi(indikator):
    """What was typed for an indicator, with who typed it, in the order of the periode."""
    daftar = {satu.periode: satu for satu in indikator.daftar_realisasi.select_related("pengisi", "bukti")}
    return [daftar[periode] for periode in PERIODE if periode in daftar]


def daftar_perjanjian(instansi, tahun):
    """The versions of the Perjanjian Kinerja of a year, the first one first."""
    return PerjanjianKinerja.objects.filter(instansi=instansi, tahun=tahun).select_related(
        "instansi", "naskah"
    )


def target_menurut_versi(daftar_versi) -> dict[tuple[int, int], str]:
    """The targets of several versions by indicator (id) and number of the version."""
    daftar = Target.objects.filter(perjanjian__in=daftar_versi)
    return {
        (pk, versi): tertulis
        for pk, versi, tertulis in daftar.values_list("indikator_id", "perjanjian__versi", "tertulis")
    }


def perjanjian_berlaku(instansi, tahun, versi=None):
    """The Perjanjian Kinerja of a year: one version, or the last."""
    daftar = PerjanjianKinerja.objects.filter(instansi=instansi, tahun=tahun)
    return (daftar if versi is None else daftar.filter(versi=versi)).order_by("-versi").first()


def lembar_kinerja(instansi, tahun, versi=None) -> LembarKinerja:
    """All figures of a year in seven queries, whatever their number; an unknown year gives an empty sheet."""
    perjanjian = perjanjian_berlaku(instansi, tahun, versi)
    return LembarKinerja(
        instansi=instansi.nama,
        tahun=tahun,
        versi_pk=perjanjian.sebutan if perjanjian else "",
        daftar_sasaran=tuple(
            BarisSasaran(kunci=kunci("sasaran", satu.pk), nama=satu.nama)
            for satu in Sasaran.objects.filter(instansi=instansi, tahun=tahun)
        ),
        daftar_indikator=tuple(
            _daftar_indikator(Indikator.objects.filter(instansi=instansi, tahun=tahun), perjanjian)
        ),
        daftar_anggaran=tuple(
            _baris_anggaran(satu) for satu in Anggaran.objects.filter(instansi=instansi, tahun=tahun)
        ),
    )


def identitas_buku(instansi, tahun) -> Identitas:
    """What the first sheet of a workbook says of an office, without who signs."""
    return Identitas(
        instansi=instansi.nama,
        tahun=tahun,
        induk=instansi.induk.nama if instansi.induk else "",
        tempat=instansi.tempat,
        kop=tuple(instansi.kop),
        alamat=instansi.alamat,
    )


def baris_indikator(indikator) -> BarisIndikator:
    """One indicator as it stands in the sheet of its year."""
    perjanjian = perjanjian_berlaku(indikator.instansi, indikator.tahun)
    return next(_daftar_indikator(Indikator.objects.filter(pk=indikator.pk), perjanjian))


def _daftar_indikator(daftar, perjanjian):
    sebutan = perjanjian.sebutan if perjanjian else ""
    milik = {"indikator__in": daftar.order_by()}
    target = dict(Target.objects.filter(perjanjian=perjanjian).values_list("indikator_id", "tertulis"))
    realisasi, riwayat = defaultdict(dict), defaultdict(dict)
    daftar_realisasi = Realisasi.objects.filter(**milik).exclude(tertulis="")
    for pk, periode, tertulis in daftar_realisasi.values_list("indikator_id", "periode", "tertulis"):
        realisasi[pk][periode] = tertulis
    daftar_lalu = RealisasiLalu.objects.filter(**milik)
    for pk, tahun, tertulis in daftar_lalu.values_list("indikator_id", "tahun", "tertulis"):
        riwayat[pk][tahun] = tertulis
    for satu in daftar.select_related("penanggung_jawab"):
        yield _baris_indikator(satu, target.get(satu.pk, ""), sebutan, realisasi[satu.pk], riwayat[satu.pk])


def _baris_indikator(satu, target, sebutan, realisasi, riwayat) -> BarisIndikator:
    return BarisIndikator(
        kunci=kunci("indikator", satu.pk),
        nama=satu.nama,
        satuan=satu.satuan,
        arah=satu.arah,
        tingkat=satu.tingkat,
        induk=kunci("indikator", satu.induk_id),
        sasaran=kunci("sasaran", satu.sasaran_id),
        anggaran=kunci("anggaran", satu.anggaran_id),
        rumus=satu.rumus,
        batas=satu.batas,
        target=target,
        target_versi=sebutan if target else "",
        realisasi=realisasi,
        riwayat=riwayat,
        target_akhir=satu.target_akhir,
        standar_nasional=satu.standar_nasional,
        penanggung_jawab=satu.penanggung_jawab.nama if satu.penanggung_jawab else "",
        sumber_data=satu.sumber_data,
    )


def _baris_anggaran(satu) -> BarisAnggaran:
    return BarisAnggaran(
        kunci=kunci("anggaran", satu.pk),
        tingkat=satu.tingkat,
        nama=satu.nama,
        pagu=satu.pagu,
        realisasi=satu.realisasi,
        kode=satu.kode,
        induk=kunci("anggaran", satu.induk_id),
        sasaran=kunci("sasaran", satu.sasaran_id),
    )
