"""Acts on figures; each writes one Peristiwa with what stood there before."""

from dataclasses import asdict

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lapkin.bahasa.angka import TakTerbaca, baca_rupiah, ke_sen, rupiah
from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.models import Instansi

from .baris_buku import rapi
from .lembar import LembarKinerja
from .models import Anggaran, Indikator, PerjanjianKinerja, Realisasi, RealisasiLalu, Sasaran, Target
from .queries import boleh_mengisi, lembar_kinerja, mengelola, perjanjian_berlaku
from .selaras import Perubahan, bandingkan, daftar_target, selaraskan

GESER_URUTAN = 10_000  # more rows than a year has
ISIAN_TERPANJANG = 80  # characters of one figure as typed
_BUKAN_UNIT = "Hanya unit penanggung jawab atau pengelola yang dapat mengisi baris ini."


@transaction.atomic
def isi_realisasi(
    *, pegawai, indikator, periode, tertulis, bukti=None, boleh_semua=False, sebagai="", rujukan=""
):
    """Keep one realisasi as typed; an empty text empties the cell, 0 is a value.

    `boleh_semua`: the caller vouches for the officer (a collector with an open task). `bukti`: a Berkas that shows
    where the figure comes from; None keeps the one there is. Raises Ditolak.
    """
    indikator = (
        Indikator.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=indikator.pk)
    )
    if not (boleh_semua or boleh_mengisi(pegawai, indikator)):
        raise Ditolak(_BUKAN_UNIT)
    if periode not in Realisasi.Periode.values:
        raise Ditolak("Periode tidak dikenal. Pilih triwulan I sampai IV atau setahun.")
    tertulis = _rapi(tertulis)
    realisasi = Realisasi.objects.filter(indikator=indikator, periode=periode).first()
    sebelum = realisasi.tertulis if realisasi else ""
    if tertulis == sebelum and bukti is None:
        return realisasi
    realisasi = realisasi or Realisasi(indikator=indikator, periode=periode)
    realisasi.tertulis, realisasi.pengisi, realisasi.diisi_pada = tertulis, pegawai, timezone.now()
    realisasi.bukti = bukti or realisasi.bukti
    realisasi.save()
    catat(
        rantai=indikator.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis="realisasi.diisi",
        objek=f"indikator:{indikator.pk}",
        rujukan=rujukan,
        uraian=f'Mengisi realisasi {realisasi.get_periode_display()} "{indikator.nama}": {tertulis or "dikosongkan"}.',
        data={
            "periode": periode,
            "sebelum": sebelum,
            "tertulis": tertulis,
            "bukti": bukti.sha256 if bukti else "",
        },
    )
    return realisasi


@transaction.atomic
def isi_realisasi_setahun(*, pegawai, indikator, isian, boleh_semua=False, sebagai="", rujukan=""):
    """Keep several periode of one indicator at once (`isian`: text by periode), all or none. Raises Ditolak."""
    for periode, tertulis in isian.items():
        isi_realisasi(
            pegawai=pegawai,
            indikator=indikator,
            periode=periode,
            tertulis=tertulis,
            boleh_semua=boleh_semua,
            sebagai=sebagai,
            rujukan=rujukan,
        )


def _rapi(tertulis: str) -> str:
    """A typed figure without invisible characters; raises Ditolak when it is far too long for one."""
    tertulis = "".join(huruf for huruf in tertulis.strip() if huruf.isprintable())
    if len(tertulis) > ISIAN_TERPANJANG:
        raise Ditolak(f"Isian terlalu panjang; paling banyak {ISIAN_TERPANJANG} huruf. Ketik angkanya saja.")
    return tertulis


@transaction.atomic
def isi_anggaran(*, pegawai, anggaran, realisasi, boleh_semua=False, sebagai="", rujukan=""):
    """Keep the money spent on a lowest budget line (rupiah as typed); the lines above follow. Raises Ditolak."""
    anggaran = Anggaran.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=anggaran.pk)
    if not (boleh_semua or boleh_mengisi(pegawai, anggaran)):
        raise Ditolak(_BUKAN_UNIT)
    if anggaran.daftar_bawahan.exists():
        raise Ditolak("Isi realisasi pada baris paling bawah; baris ini dijumlahkan darinya.")
    sebelum, anggaran.realisasi = anggaran.realisasi, _sen(realisasi)
    if anggaran.realisasi == sebelum:
        return anggaran
    anggaran.save(update_fields=["realisasi"])
    _jumlahkan_ke_atas(anggaran, anggaran.realisasi - sebelum)
    catat(
        rantai=anggaran.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis="anggaran.diisi",
        objek=f"anggaran:{anggaran.pk}",
        rujukan=rujukan,
        uraian=f'Mengisi realisasi anggaran "{anggaran.nama}": {rupiah(anggaran.realisasi)}.',
        data={"sebelum": sebelum, "sesudah": anggaran.realisasi},
    )
    return anggaran


def _sen(teks: str) -> int:
    bacaan = baca_rupiah(_rapi(teks))
    if isinstance(bacaan, TakTerbaca):
        raise Ditolak(bacaan.alasan)
    if bacaan.nilai < 0:
        raise Ditolak("Realisasi anggaran tidak boleh negatif.")
    return ke_sen(bacaan.nilai)


def _jumlahkan_ke_atas(anggaran, tambahan: int) -> None:
    while anggaran.induk_id:
        anggaran = Anggaran.objects.select_for_update().get(pk=anggaran.induk_id)
        anggaran.realisasi += tambahan
        anggaran.save(update_fields=["realisasi"])


@transaction.atomic
def buat_perjanjian(
    *, pegawai, instansi, tahun, target, alasan="", tanggal=None, naskah=None, boleh_semua=False
):
    """Add the next version of the Perjanjian Kinerja; the first is murni, every later one needs a reason.

    `target`: texts by the id of the indicator; `naskah`: the Berkas of the signed paper. Raises Ditolak.
    """
    _pastikan_pengelola(pegawai, instansi, boleh_semua)
    perjanjian = _perjanjian_baru(instansi, tahun, target, alasan, tanggal=tanggal, naskah=naskah)
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        jenis="perjanjian.dibuat",
        objek=f"kinerja:{instansi.pk}:{tahun}",
        uraian=f"Mencatat {perjanjian.sebutan} dengan {len(target)} target.",
        data={
            "versi": perjanjian.versi,
            "alasan": alasan,
            "target": {str(pk): t for pk, t in target.items()},
        },
    )
    return perjanjian


def _pastikan_pengelola(pegawai, instansi, boleh_semua) -> None:
    if not (boleh_semua or mengelola(pegawai, instansi)):
        raise Ditolak("Hanya pengelola instansi yang dapat mengubah data ini.")


def _perjanjian_baru(instansi, tahun, target, alasan, **isian):
    sebelumnya = perjanjian_berlaku(instansi, tahun)
    if sebelumnya and not alasan.strip():
        raise Ditolak("Target berubah. Sebutkan alasan perubahan Perjanjian Kinerja.")
    perjanjian = PerjanjianKinerja.objects.create(
        instansi=instansi,
        tahun=tahun,
        versi=sebelumnya.versi + 1 if sebelumnya else 0,
        alasan=alasan.strip()[:300],
        **isian,
    )
    milik = set(Indikator.objects.filter(instansi=instansi, tahun=tahun).values_list("pk", flat=True))
    Target.objects.bulk_create(
        Target(perjanjian=perjanjian, indikator_id=pk, tertulis=_rapi(tertulis))
        for pk, tertulis in target.items()
        if pk in milik and tertulis.strip()
    )
    return perjanjian


@transaction.atomic
def terima_buku(*, pegawai, instansi, isi, alasan="", asal="", boleh_semua=False) -> Perubahan:
    """Make the figures of the year those of a workbook; rows that continue keep their ids.

    Rows missing from it are removed, what they held stays in the Peristiwa. Changed targets make a new version of
    the Perjanjian Kinerja, which needs `alasan`. `asal` names the file. Raises Ditolak; then nothing is changed.
    """
    _pastikan_pengelola(pegawai, instansi, boleh_semua)
    Instansi.objects.select_for_update().get(pk=instansi.pk)  # two workbooks at once: one after the other
    lama = lembar_kinerja(instansi, isi.lembar.tahun)
    baru = selaraskan(lama, isi.lembar)
    perubahan = bandingkan(lama, baru)
    dihapus = _hapus_indikator(lama, baru)
    daftar_pk = _simpan_lembar(instansi, pegawai, baru)
    if perubahan.target_berubah:
        target = {daftar_pk[kunci]: tertulis for kunci, tertulis in daftar_target(baru).items()}
        _perjanjian_baru(instansi, baru.tahun, target, alasan)
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        jenis="buku.diterima",
        objek=f"kinerja:{instansi.pk}:{baru.tahun}",
        uraian=f"Menerima buku kerja {baru.tahun}: {perubahan.ringkasan}.",
        data={"asal": asal, "alasan": alasan, **asdict(perubahan), "dihapus": dihapus},
    )
    return perubahan


def _hapus_indikator(lama: LembarKinerja, baru: LembarKinerja) -> list[dict]:
    """Remove the indicators that a new sheet no longer has; returns what they held."""
    tetap = {satu.kunci for satu in baru.daftar_indikator}
    daftar_hapus = [satu for satu in lama.daftar_indikator if satu.kunci not in tetap]
    daftar_pk = [int(satu.kunci.partition(":")[2]) for satu in daftar_hapus]
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
