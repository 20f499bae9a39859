"""Taking in a workbook: the figures of a year become those of the book, or nothing changes."""

from dataclasses import asdict

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_mengelola
from lapkin.organisasi.models import Instansi

from ..lembar import LembarKinerja, pk_baris, rapi
from ..models import Anggaran, Indikator, Realisasi, RealisasiLalu, Sasaran, Target
from ..queries import lembar_kinerja
from ..selaras import Perubahan, bandingkan, daftar_target, selaraskan
from .isian import kunci_lembar
from .perjanjian import perjanjian_baru

GESER_URUTAN = 10_000  # more rows than a year has
_ISI_LANGSUNG = (
    "tingkat",
    "nama",
    "satuan",
    "arah",
    "rumus",
    "batas",
    "target_akhir",
    "standar_nasional",
    "sumber_data",
)


@transaction.atomic
def terima_buku(*, pegawai, instansi, isi, alasan="", asal="", boleh_semua=False) -> Perubahan:
    """Make the figures of the year those of a workbook; rows that continue keep their ids.

    Rows missing from it are removed, what they held stays in the Peristiwa. Changed targets make a new version of
    the Perjanjian Kinerja, which needs `alasan`. `asal` names the file. Raises Ditolak; then nothing is changed.
    """
    if not boleh_semua:
        pastikan_mengelola(pegawai, instansi)
    # Two workbooks at once: one after the other; `no_key` lets others add rows that belong to the instansi.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    kunci_lembar(instansi, isi.lembar.tahun)
    lama = lembar_kinerja(instansi, isi.lembar.tahun)
    baru = selaraskan(lama, isi.lembar)
    perubahan = bandingkan(lama, baru)
    dihapus = _hapus_indikator(lama, baru)
    daftar_pk = _simpan_lembar(instansi, pegawai, baru)
    if perubahan.target_berubah:
        target = {daftar_pk[kunci]: tertulis for kunci, tertulis in daftar_target(baru).items()}
        perjanjian_baru(instansi, baru.tahun, target, alasan)
    catat_di(
        instansi,
        pegawai,
        "buku.diterima",
        f"kinerja:{instansi.pk}:{baru.tahun}",
        f"Menerima buku kerja {baru.tahun}: {perubahan.ringkasan}.",
        asal=asal,
        alasan=alasan,
        dihapus=dihapus,
        **asdict(perubahan),
    )
    return perubahan


def _hapus_indikator(lama: LembarKinerja, baru: LembarKinerja) -> list[dict]:
    """Remove the indicators that a new sheet no longer has; returns what they held."""
    tetap = {satu.kunci for satu in baru.daftar_indikator}
    daftar_hapus = [satu for satu in lama.daftar_indikator if satu.kunci not in tetap]
    daftar_pk = [pk_baris(satu.kunci) for satu in daftar_hapus]
    bernaskah = Target.objects.filter(indikator__in=daftar_pk, perjanjian__naskah__isnull=False).first()
    if bernaskah:
        nama = bernaskah.indikator.nama
        raise Ditolak(f'Indikator "{nama}" tercantum dalam Perjanjian Kinerja, jadi tidak dapat dihapus.')
    for model in (Target, Realisasi, RealisasiLalu):
        model.objects.filter(indikator__in=daftar_pk).delete()
    Indikator.objects.filter(induk__in=daftar_pk).update(induk=None)
    Indikator.objects.filter(pk__in=daftar_pk).delete()
    return [asdict(satu) for satu in daftar_hapus]


def _simpan_lembar(instansi, pegawai, baru: LembarKinerja) -> dict[str, int]:
    """Write all rows of a sheet; returns the ids of its indicators by their keys."""
    milik = {"instansi": instansi, "tahun": baru.tahun}
    unit = _unit_menurut_nama(instansi, baru)
    sasaran = _simpan_baris(Sasaran, milik, baru.daftar_sasaran, lambda satu: {"nama": satu.nama})
    anggaran = _simpan_baris(
        Anggaran, milik, baru.daftar_anggaran, lambda satu: _isian_anggaran(satu, sasaran)
    )
    indikator = _simpan_baris(
        Indikator, milik, baru.daftar_indikator, lambda satu: _isian_indikator(satu, sasaran, anggaran, unit)
    )
    _hubungkan(Anggaran, baru.daftar_anggaran, anggaran)
    _hubungkan(Indikator, baru.daftar_indikator, indikator)
    for model, daftar_pk in ((Anggaran, anggaran), (Sasaran, sasaran)):
        model.objects.filter(**milik).exclude(pk__in=daftar_pk.values()).delete()
    pengisian = {"pengisi": pegawai, "diisi_pada": timezone.now()}
    for satu in baru.daftar_indikator:
        _simpan_isian(Realisasi, indikator[satu.kunci], "periode", satu.realisasi, pengisian)
        _simpan_isian(RealisasiLalu, indikator[satu.kunci], "tahun", satu.riwayat, {})
    return indikator


def _unit_menurut_nama(instansi, baru: LembarKinerja) -> dict[str, int]:
    unit = {rapi(nama): pk for pk, nama in instansi.daftar_unit.values_list("pk", "nama")}
    asing = {satu.penanggung_jawab for satu in baru.daftar_indikator if satu.penanggung_jawab}
    asing = sorted(nama for nama in asing if rapi(nama) not in unit)
    if asing:
        raise Ditolak(f"Penanggung jawab bukan unit kerja instansi ini: {', '.join(asing)}.")
    return unit


def _simpan_baris(model, milik, daftar, isian) -> dict[str, int]:
    """Write rows in their order, old ones by id; returns ids by key."""
    ada = {f"{model._meta.model_name}:{objek.pk}": objek for objek in model.objects.filter(**milik)}
    # The numbers of order are unique: move the old ones out of the way first.
    model.objects.filter(**milik).update(urutan=F("urutan") + GESER_URUTAN)
    daftar_objek = []
    for urutan, satu in enumerate(daftar, 1):
        objek = ada.get(satu.kunci) or model(**milik)
        objek.urutan = urutan
        for nama, nilai in isian(satu).items():
            setattr(objek, nama, nilai)
        daftar_objek.append(objek)
    lama = [objek for objek in daftar_objek if objek.pk]
    model.objects.bulk_create([objek for objek in daftar_objek if not objek.pk])
    if lama:
        model.objects.bulk_update(lama, ["urutan", *isian(daftar[0])])
    return {satu.kunci: objek.pk for satu, objek in zip(daftar, daftar_objek, strict=True)}


def _isian_anggaran(satu, sasaran) -> dict:
    return {
        "tingkat": satu.tingkat,
        "kode": satu.kode,
        "nama": satu.nama,
        "pagu": satu.pagu,
        "realisasi": satu.realisasi,
        "sasaran_id": sasaran.get(satu.sasaran),
    }


def _isian_indikator(satu, sasaran, anggaran, unit) -> dict:
    return {nama: getattr(satu, nama) for nama in _ISI_LANGSUNG} | {
        "sasaran_id": sasaran.get(satu.sasaran),
        "anggaran_id": anggaran.get(satu.anggaran),
        "penanggung_jawab_id": unit.get(rapi(satu.penanggung_jawab)),
    }


def _hubungkan(model, daftar, daftar_pk: dict[str, int]) -> None:
    """Set the row above each row, once all rows exist; rows about to go are let loose."""
    model.objects.filter(induk__in=daftar_pk.values()).update(induk=None)
    model.objects.bulk_update(
        [model(pk=daftar_pk[satu.kunci], induk_id=daftar_pk.get(satu.induk)) for satu in daftar], ["induk"]
    )


def _simpan_isian(model, indikator_pk, hal, isian: dict, tambahan: dict) -> None:
    """Make the typed figures of an indicator these; unchanged ones keep who filled them in."""
    ada = {getattr(objek, hal): objek for objek in model.objects.filter(indikator_id=indikator_pk)}
    model.objects.filter(pk__in=[objek.pk for satu, objek in ada.items() if satu not in isian]).delete()
    for satu, tertulis in isian.items():
        objek = ada.get(satu) or model(indikator_id=indikator_pk, **{hal: satu})
        if objek.tertulis != tertulis:
            objek.tertulis = tertulis
            for nama, nilai in tambahan.items():
                setattr(objek, nama, nilai)
            objek.save()
