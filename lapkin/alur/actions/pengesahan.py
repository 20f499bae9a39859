"""How a draft comes into force: its form is frozen, signed in ink by its pengesah, and the scan taken in."""

import hashlib

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lapkin.berkas.actions import bekukan, periksa_unggahan
from lapkin.berkas.kenali import PINDAIAN, nama_aman
from lapkin.berkas.pindaian import PindaianSalah, cocokkan
from lapkin.berkas.queries import baca
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.actions import pastikan_mengelola
from lapkin.organisasi.queries import (
    anggota,
    hari_ini,
    kedudukan,
    lambang_tercetak,
    pemegang,
    pemegang_jabatan,
)
from lapkin.sop.cetak_formulir import formulir_pdf

from ..keutuhan import BERLAKU
from ..models import Output, RevisiSop, Sop
from ..queries import bukti_revisi
from ..syarat_pengesahan import belum_efektif, halangan_pembekuan
from .revisi import (
    catat_revisi,
    draf_terkini,
    kunci_sop,
    pastikan_dapat_dijalankan,
)

DIBEKUKAN = "sop.formulir_dibekukan"


def bekukan_formulir(*, pegawai, revisi, pengesah):
    """Freeze the form of a draft for its signature by the holder of a post (`pengesah`, a Jabatan).

    Raises Ditolak while the checker finds errors or the identity block lacks what is signed. The form is rendered
    before the transaction, since that takes some tenths of a second; a draft edited meanwhile is refused.
    """
    pastikan_mengelola(pegawai, revisi.sop.instansi)
    isi = revisi.dibaca_draf()
    pastikan_dapat_disahkan(isi, hari_ini(revisi.sop.instansi), revisi.asal_id is not None)
    if pengesah.instansi_id not in {revisi.sop.instansi_id, revisi.sop.instansi.induk_id}:
        raise Ditolak("Pengesah adalah jabatan pada instansi ini atau instansi induknya.")
    pdf = _cetak(isi, revisi.sop.instansi)
    return _simpan_formulir(pegawai, revisi, pengesah, pdf)


def pastikan_dapat_disahkan(isi, pada, revisi_ulang) -> None:
    """Raises Ditolak with everything that is missing before a draft may be signed."""
    if halangan := halangan_pembekuan(isi, pada, revisi_ulang=revisi_ulang):
        raise Ditolak(halangan)


def _cetak(isi, instansi) -> bytes:
    try:
        return formulir_pdf(isi, lambang_tercetak(instansi) or None)
    except (GagalCetak, SvgRusak) as salah:
        raise Ditolak(str(salah)) from salah


@transaction.atomic
def _simpan_formulir(pegawai, revisi, pengesah, pdf):
    sop, dicetak = kunci_sop(revisi.sop_id), revisi.isi
    revisi = draf_terkini(revisi)
    pastikan_mengelola(pegawai, sop.instansi)
    if revisi.isi != dicetak:
        raise Ditolak("Draf ini baru saja diubah orang lain. Muat ulang halaman, lalu bekukan lagi.")
    berkas = bekukan(isi=pdf, nama=f"SOP {sop.kode} revisi {revisi.urutan}.pdf", jenis="pdf")
    RevisiSop.objects.filter(pk=revisi.pk).update(berkas_dibaca=berkas, pengesah=pengesah)
    revisi.refresh_from_db()
    catat_revisi(
        revisi,
        pegawai,
        DIBEKUKAN,
        f"Formulir SOP “{sop}” revisi {revisi.urutan} dibekukan untuk disahkan {pengesah}.",
        sidik=revisi.sidik,
        formulir=berkas.sha256,
    )
    teks = f"Formulir SOP “{sop}” revisi {revisi.urutan} menunggu pengesahan Anda sebagai {pengesah}."
    beri_tahu((orang, teks, revisi.alamat) for orang in pemegang(pengesah))
    return revisi


@transaction.atomic
def sahkan(*, pegawai, revisi, sidik_dibaca, pindaian):
    """Put a draft in force by its signature: the frozen form was signed in ink, and this is its scan.

    By whoever holds the pengesah's post today (Plt. and Plh. included). `sidik_dibaca` is the SHA-256 of the
    form he read, `pindaian` the uploaded scan, which is kept only when nothing is refused. The former revision is
    revoked in the same moment; running cases stay on theirs.
    """
    sop = kunci_sop(revisi.sop_id)
    revisi = draf_terkini(revisi)
    sebagai = kedudukan(pegawai).jabatan.get(revisi.pengesah_id)
    if sebagai is None:
        raise Ditolak("Hanya pemegang jabatan pengesah yang dapat mengesahkan SOP ini.")
    _pastikan_formulir_terkini(revisi, sidik_dibaca)
    pastikan_dapat_dijalankan(revisi.dibaca_draf())
    _pastikan_sudah_efektif(revisi.dibaca(), hari_ini(sop.instansi))
    pindaian = _terima_pindaian(revisi.berkas_dibaca, pindaian)
    kini = timezone.now()
    sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).update(
        status=RevisiSop.Status.DICABUT, dicabut_pada=kini
    )
    RevisiSop.objects.filter(pk=revisi.pk).update(
        status=RevisiSop.Status.BERLAKU,
        berlaku_pada=kini,
        disahkan_oleh=pegawai,
        disahkan_sebagai=sebagai,
        berkas_hasil=pindaian,
    )
    revisi.refresh_from_db()
    catat_berlaku(revisi, pegawai, sebagai=sebagai)
    _beri_tahu_pelaksana(sop, revisi)
    return revisi


def catat_berlaku(revisi, pegawai, *, sebagai=""):
    """The event that puts a revision in force, with all by which a later change round it is found."""
    sop = revisi.sop
    Sop.objects.filter(pk=sop.pk).update(judul=Sop.judul_daftar(revisi.dibaca()))
    kata = f" disahkan {sebagai} dan" if sebagai else ""
    uraian = f"SOP “{sop}” revisi {revisi.urutan}{kata} berlaku."
    catat_revisi(revisi, pegawai, BERLAKU, uraian, sebagai=sebagai, **bukti_revisi(revisi))


def _pastikan_formulir_terkini(revisi, sidik_dibaca) -> None:
    """The form that was read is the frozen one, and the draft has not been edited since it was frozen."""
    if revisi.berkas_dibaca_id is None:
        raise Ditolak("Formulir SOP ini belum dibekukan. Mintalah pengelola membekukannya dahulu.")
    beku = Peristiwa.objects.filter(objek=revisi.sop.kunci, jenis=DIBEKUKAN).order_by("-pk").first()
    terkini = (revisi.sidik, revisi.berkas_dibaca.sha256)
    if sidik_dibaca != terkini[1] or (beku.data["sidik"], beku.data["formulir"]) != terkini:
        raise Ditolak(
            "Draf ini sudah diubah sejak formulirnya Anda cetak. Cetak dan tanda tangani yang terbaru."
        )


def _pastikan_sudah_efektif(isi, pada) -> None:
    if kalimat := belum_efektif(isi, pada):
        raise Ditolak(kalimat)


def _terima_pindaian(berkas_dibaca, unggahan):
    """Freeze the scan of the signed form; raises Ditolak, with nothing stored, when it is no such scan."""
    isi, jenis = periksa_unggahan(unggahan=unggahan, boleh=PINDAIAN)
    try:
        cocokkan(dicetak=baca(berkas_dibaca), dipindai=isi)
    except PindaianSalah as salah:
        raise Ditolak(str(salah)) from salah
    if _sudah_tersimpan(hashlib.sha256(isi).hexdigest()):
        raise Ditolak(
            "Yang diunggah adalah berkas yang sudah tersimpan di sini, bukan pindaian kertas yang baru ditandatangani."
        )
    return bekukan(isi=isi, nama=nama_aman(unggahan.name, jenis), jenis=jenis)


def _sudah_tersimpan(sha256) -> bool:
    sama = Q(berkas_dibaca__sha256=sha256) | Q(berkas_hasil__sha256=sha256)
    return RevisiSop.objects.filter(sama).exists() or Output.objects.filter(berkas__sha256=sha256).exists()


def _beri_tahu_pelaksana(sop, revisi) -> None:
    """Tell everyone who stands behind a role of the SOP, once."""
    ikatan = list(sop.daftar_peran.all())
    pemegang_peran = pemegang_jabatan({baris.jabatan_id for baris in ikatan if baris.jabatan_id})
    orang = {satu.pegawai for daftar in pemegang_peran.values() for satu in daftar}
    orang |= {satu for baris in ikatan if baris.tim_id for satu in anggota(baris.tim_id)}
    teks = f"SOP “{revisi.sop}” revisi {revisi.urutan} berlaku. Pekerjaan yang berjalan tetap mengikuti revisinya."
    beri_tahu((satu, teks, revisi.alamat) for satu in sorted(orang, key=lambda pegawai: pegawai.pk))
