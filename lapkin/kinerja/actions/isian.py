"""Filling in figures: the realisasi of an indicator, the money spent on a budget line."""

from django.db import transaction
from django.utils import timezone

from lapkin.bahasa.angka import TakTerbaca, baca_rupiah, ke_sen, rupiah
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di

from ..models import Anggaran, Indikator, Realisasi
from ..queries import boleh_mengisi

ISIAN_TERPANJANG = 80  # characters of one figure as typed
_BUKAN_UNIT = "Hanya unit penanggung jawab atau pengelola yang dapat mengisi baris ini."


def kunci_lembar(instansi, tahun) -> None:
    """Lock the rows of a year, for an act that fills in several; must run inside a transaction.

    Its first event locks the chain, which comes last (architecture rule 10). Budget lines are locked from below,
    as a single one is on its way up.
    """
    for model, urutan in ((Indikator, "pk"), (Anggaran, "-urutan")):
        baris = model.objects.select_for_update().filter(instansi=instansi, tahun=tahun)
        list(baris.order_by(urutan).values_list("pk"))


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
    tertulis = rapi_isian(tertulis)
    realisasi = Realisasi.objects.filter(indikator=indikator, periode=periode).first()
    sebelum = realisasi.tertulis if realisasi else ""
    if tertulis == sebelum and bukti is None:
        return realisasi
    realisasi = realisasi or Realisasi(indikator=indikator, periode=periode)
    realisasi.tertulis, realisasi.pengisi, realisasi.diisi_pada = tertulis, pegawai, timezone.now()
    realisasi.bukti = bukti or realisasi.bukti
    realisasi.save()
    catat_di(
        indikator.instansi,
        pegawai,
        "realisasi.diisi",
        f"indikator:{indikator.pk}",
        f"Mengisi realisasi {_periode(realisasi)} “{indikator.nama}”: {tertulis or 'dikosongkan'}.",
        sebagai=sebagai,
        rujukan=rujukan,
        periode=periode,
        sebelum=sebelum,
        tertulis=tertulis,
        bukti=bukti.sha256 if bukti else "",
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


def rapi_isian(tertulis: str) -> str:
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
    catat_di(
        anggaran.instansi,
        pegawai,
        "anggaran.diisi",
        f"anggaran:{anggaran.pk}",
        f"Mengisi realisasi anggaran “{anggaran.nama}”: {rupiah(anggaran.realisasi)}.",
        sebagai=sebagai,
        rujukan=rujukan,
        sebelum=sebelum,
        sesudah=anggaran.realisasi,
    )
    return anggaran


def _sen(teks: str) -> int:
    bacaan = baca_rupiah(rapi_isian(teks))
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


def _periode(realisasi) -> str:
    """The period inside a sentence: "setahun", "Triwulan I"."""
    setahun = realisasi.periode == Realisasi.Periode.TAHUN
    return "setahun" if setahun else realisasi.get_periode_display()
