"""What the administrator changes in the office's ladder."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_mengelola

from ..kalimat import TeksTidakSah, periksa_teks
from ..models import AnakTangga
from ..tangga import tangga_bawaan

_ISIAN = ("selisih", "satuan", "saluran", "kepada", "teks", "aktif")


@transaction.atomic
def simpan_anak(*, pegawai, instansi, kode, **isian) -> AnakTangga:
    """Change a rung of the office's ladder (shipped or its own) or add one; Ditolak for a text with faults.

    Only the office's administrator may; so it is with `kembalikan_bawaan`.
    """
    pastikan_mengelola(pegawai, instansi)
    try:
        periksa_teks(isian["teks"])
    except TeksTidakSah as galat:
        raise Ditolak(str(galat)) from galat
    isian = {nama: isian[nama] for nama in _ISIAN}
    anak, _ = AnakTangga.objects.update_or_create(instansi=instansi, kode=kode, defaults=isian)
    catat_di(
        instansi,
        pegawai,
        "tangga.disimpan",
        instansi.kunci,
        f"Anak tangga pengingat “{anak}” ({anak.get_saluran_display()}) disimpan.",
        kode=kode,
        **isian,
    )
    return anak


@transaction.atomic
def kembalikan_bawaan(*, pegawai, instansi, kode):
    """Take the office's own rung away: a shipped one is as it was shipped again, an added one is gone."""
    pastikan_mengelola(pegawai, instansi)
    dihapus, _ = AnakTangga.objects.filter(instansi=instansi, kode=kode).delete()
    if not dihapus:
        raise Ditolak("Anak tangga ini tidak diubah instansi, jadi sudah seperti bawaan.")
    bawaan = kode in {anak.kode for anak in tangga_bawaan()}
    uraian = f"Anak tangga pengingat {kode} " + ("kembali seperti bawaan." if bawaan else "dihapus.")
    catat_di(instansi, pegawai, "tangga.dikembalikan", instansi.kunci, uraian, kode=kode)
