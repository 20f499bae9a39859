"""The life of a revision: draft, frozen form, in force by the signature of its pengesah, revoked.

Every act locks the Sop row first, so that two people who act on one SOP at one moment come one after the other.
"""

from dataclasses import replace
from datetime import UTC

from django.db import transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from lapkin.berkas.actions import bekukan
from lapkin.berkas.pindaian import PindaianSalah, cocokkan
from lapkin.berkas.queries import baca
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.actions import beri_tahu, catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.queries import (
    anggota,
    hari_ini,
    instansi_dikelola,
    kedudukan,
    lambang_tercetak,
    pemegang,
    pemegang_jabatan,
)

from ..cetak_formulir import formulir_pdf
from ..keutuhan import BERLAKU, DICABUT
from ..models import Output, Pelaksanaan, RevisiSop, Sop
from ..pemeriksaan import Tingkat, periksa
from ..sop import TanggalTercetak, ke_json

DIBEKUKAN = "sop.formulir-dibekukan"


def kunci_sop(sop) -> Sop:
    """Lock an SOP; the acts on its revisions come one after the other."""
    return Sop.objects.select_for_update().get(pk=getattr(sop, "pk", sop))


def pastikan_mengelola(pegawai, sop) -> None:
    """Raises Ditolak unless the officer manages the SOP's office."""
    if not instansi_dikelola(pegawai).filter(pk=sop.instansi_id).exists():
        raise Ditolak(f"Hanya pengelola {sop.instansi} yang dapat melakukan ini.")


def urutan_berikut(sop) -> int:
    """The number of the next revision of an SOP; a number is not given twice, except that of a discarded draft."""
    return (sop.daftar_revisi.aggregate(n=Max("urutan"))["n"] or 0) + 1


@transaction.atomic
def buat_draf_revisi(*, pegawai, sop, catatan):
    """Begin a revision as a copy of the one in force (or of the last one that was); gives the draft.

    Its number, its dates of revision, effect and approval, and the signature block's person are left blank: they
    belong to the paper that will be signed (PermenPAN-RB 35/2012).
    """
    sop = kunci_sop(sop)
    pastikan_mengelola(pegawai, sop)
    catatan = catatan.strip()
    if not catatan:
        raise Ditolak("Tuliskan mengapa SOP ini direvisi.")
    if sop.daftar_revisi.filter(status=RevisiSop.Status.DRAF).exists():
        raise Ditolak("SOP ini sudah mempunyai draf revisi; lanjutkan atau buang draf itu dahulu.")
    asal = sop.daftar_revisi.first()
    if asal is None:
        raise Ditolak("SOP ini belum mempunyai revisi yang dapat disalin.")
    draf = sop.daftar_revisi.create(
        urutan=urutan_berikut(sop),
        isi=ke_json(_tanpa_pengesahan(asal.dibaca())),
        asal=asal,
        catatan=catatan,
        pembuat=pegawai,
    )
    _catat(
        draf,
        pegawai,
        "sop.draf-dibuat",
        f"Draf revisi {draf.urutan} SOP “{sop}” dibuat: {catatan}",
        asal=asal.urutan,
    )
    return draf


def _tanpa_pengesahan(isi):
    kosong = TanggalTercetak()
    identitas = replace(
        isi.identitas,
        nomor="",
        tanggal_revisi=kosong,
        tanggal_efektif=kosong,
        tanggal_pengesahan=kosong,
        pengesah=replace(isi.identitas.pengesah, nama="", pangkat="", nip=""),
    )
    return replace(isi, identitas=identitas)


@transaction.atomic
def buang_draf(*, pegawai, revisi):
    """Throw a draft away; the trail keeps that it was there."""
    sop = kunci_sop(revisi.sop_id)
    pastikan_mengelola(pegawai, sop)
    revisi = _draf_terkini(revisi)
    _catat(
        revisi,
        pegawai,
        "sop.draf-dibuang",
        f"Draf revisi {revisi.urutan} SOP “{sop}” dibuang.",
        sidik=revisi.sidik,
    )
    revisi.delete()


def bekukan_formulir(*, pegawai, revisi, pengesah):
    """Freeze the form of a draft for its signature by the holder of a post (`pengesah`, a Jabatan).

    Raises Ditolak while the checker finds errors or the identity block lacks what is signed. The form is rendered
    before the transaction, since that takes some tenths of a second; a draft edited meanwhile is refused.
    """
    pastikan_mengelola(pegawai, revisi.sop)
    isi = revisi.dibaca_draf()
    pastikan_dapat_disahkan(isi, hari_ini(revisi.sop.instansi), revisi.asal_id is not None)
    if pengesah.instansi_id not in {revisi.sop.instansi_id, revisi.sop.instansi.induk_id}:
        raise Ditolak("Pengesah adalah jabatan pada instansi ini atau instansi induknya.")
    pdf = _cetak(isi, revisi.sop.instansi)
    return _simpan_formulir(pegawai, revisi, pengesah, pdf)


def pastikan_dapat_disahkan(isi, pada, revisi_ulang) -> None:
    """Raises Ditolak with everything that is missing before a draft may be signed."""
    if daftar := [
        temuan.kalimat for temuan in periksa(isi, pada=pada) if temuan.tingkat is Tingkat.KESALAHAN
    ]:
        raise Ditolak(f"Draf ini belum dapat dijalankan. Perbaiki dahulu: {' '.join(daftar)}")
    identitas = isi.identitas
    perlu = {
        "nomor SOP": identitas.nomor.strip(),
        "tanggal pembuatan": identitas.tanggal_pembuatan.tercetak.strip(),
        "tanggal efektif": identitas.tanggal_efektif.tercetak.strip(),
        "jabatan pengesah": identitas.pengesah.jabatan.strip(),
        "nama pengesah": identitas.pengesah.nama.strip(),
    }
    if revisi_ulang:
        perlu["tanggal revisi"] = identitas.tanggal_revisi.tercetak.strip()
    if kosong := [nama for nama, nilai in perlu.items() if not nilai]:
        raise Ditolak(f"Bagian identitas belum lengkap: isi {', '.join(kosong)}.")


def _cetak(isi, instansi) -> bytes:
    try:
        return formulir_pdf(isi, lambang_tercetak(instansi) or None)
    except (GagalCetak, SvgRusak) as salah:
        raise Ditolak(str(salah)) from salah


@transaction.atomic
def _simpan_formulir(pegawai, revisi, pengesah, pdf):
    sop, dicetak = kunci_sop(revisi.sop_id), revisi.isi
    revisi = _draf_terkini(revisi)
    if revisi.isi != dicetak:
        raise Ditolak("Draf ini baru saja diubah orang lain. Muat ulang halaman, lalu bekukan lagi.")
    berkas = bekukan(isi=pdf, nama=f"SOP {sop.kode} revisi {revisi.urutan}.pdf", jenis="pdf")
    RevisiSop.objects.filter(pk=revisi.pk).update(berkas_dibaca=berkas, pengesah=pengesah)
    revisi.refresh_from_db()
    _catat(
        revisi,
        pegawai,
        DIBEKUKAN,
        f"Formulir SOP “{sop}” revisi {revisi.urutan} dibekukan untuk disahkan {pengesah}.",
        sidik=revisi.sidik,
        formulir=berkas.sha256,
    )
    teks = f"Formulir SOP “{sop}” revisi {revisi.urutan} menunggu pengesahan Anda sebagai {pengesah}."
    beri_tahu((orang, teks, _alamat(revisi)) for orang in pemegang(pengesah))
    return revisi


@transaction.atomic
def sahkan(*, pegawai, revisi, sidik_dibaca, pindaian):
    """Put a draft in force by its signature: the frozen form was signed in ink, and this is its scan.

    By whoever holds the pengesah's post today (Plt. and Plh. included). `sidik_dibaca` is the SHA-256 of the
    form he read. The former revision is revoked in the same moment; running cases stay on theirs.
    """
    sop = kunci_sop(revisi.sop_id)
    revisi = _draf_terkini(revisi)
    sebagai = kedudukan(pegawai).jabatan.get(revisi.pengesah_id)
    if sebagai is None:
        raise Ditolak("Hanya pemegang jabatan pengesah yang dapat mengesahkan SOP ini.")
    _pastikan_formulir_terkini(revisi, sidik_dibaca)
    _pastikan_sudah_efektif(revisi.dibaca(), hari_ini(sop.instansi))
    _pastikan_pindaian(revisi.berkas_dibaca, pindaian)
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
    Sop.objects.filter(pk=sop.pk).update(judul=revisi.dibaca().identitas.judul_baku)
    kata = f" disahkan {sebagai} dan" if sebagai else ""
    uraian = f"SOP “{sop}” revisi {revisi.urutan}{kata} berlaku."
    _catat(revisi, pegawai, BERLAKU, uraian, sebagai=sebagai, **bukti_revisi(revisi))


def bukti_revisi(revisi) -> dict:
    """What the event of a revision's coming into force keeps of it, by name (see alur/keutuhan.py)."""
    return {
        "sidik": revisi.sidik,
        "berlaku_pada": revisi.berlaku_pada.astimezone(UTC).isoformat(),
        "disahkan_oleh": revisi.disahkan_oleh_id,
        "disahkan_sebagai": revisi.disahkan_sebagai,
        "formulir": revisi.berkas_dibaca.sha256 if revisi.berkas_dibaca else "",
        "pindaian": revisi.berkas_hasil.sha256 if revisi.berkas_hasil else "",
    }


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
    efektif = isi.identitas.tanggal_efektif
    if efektif.tanggal and efektif.tanggal > pada:
        raise Ditolak(
            f"SOP ini baru efektif {efektif.tercetak}. Sahkan pada atau sesudah hari itu, atau ubah tanggalnya."
        )


def _pastikan_pindaian(berkas_dibaca, pindaian) -> None:
    try:
        cocokkan(dicetak=baca(berkas_dibaca), dipindai=baca(pindaian))
    except PindaianSalah as salah:
        raise Ditolak(str(salah)) from salah
    sama = Q(berkas_dibaca__sha256=pindaian.sha256) | Q(berkas_hasil__sha256=pindaian.sha256)
    if (
        RevisiSop.objects.filter(sama).exists()
        or Output.objects.filter(berkas__sha256=pindaian.sha256).exists()
    ):
        raise Ditolak(
            "Yang diunggah adalah berkas yang sudah tersimpan di sini, bukan pindaian kertas yang baru ditandatangani."
        )


def _beri_tahu_pelaksana(sop, revisi) -> None:
    """Tell everyone who stands behind a role of the SOP, once."""
    ikatan = list(sop.daftar_peran.all())
    pemegang_peran = pemegang_jabatan({baris.jabatan_id for baris in ikatan if baris.jabatan_id})
    orang = {satu.pegawai for daftar in pemegang_peran.values() for satu in daftar}
    orang |= {satu for baris in ikatan if baris.tim_id for satu in anggota(baris.tim_id)}
    teks = f"SOP “{revisi.sop}” revisi {revisi.urutan} berlaku. Pekerjaan yang berjalan tetap mengikuti revisinya."
    beri_tahu((satu, teks, _alamat(revisi)) for satu in sorted(orang, key=lambda pegawai: pegawai.pk))


@transaction.atomic
def cabut(*, pegawai, sop, alasan):
    """Revoke an SOP without a successor: by the holder of its pengesah's post, else by the office's administrator.

    Refused while cases run: they would go on by rules that no longer hold.
    """
    sop = kunci_sop(sop)
    alasan = alasan.strip()
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        raise Ditolak("Tidak ada revisi SOP ini yang berlaku.")
    sebagai = pastikan_boleh_mencabut(pegawai, revisi)
    if not alasan:
        raise Ditolak("Sebutkan alasan atau dasar pencabutan SOP ini.")
    if berjalan := sop.daftar_pelaksanaan.filter(status=Pelaksanaan.Status.BERJALAN).count():
        raise Ditolak(f"Masih ada {berjalan} pekerjaan yang berjalan menurut SOP ini. Selesaikan dahulu.")
    RevisiSop.objects.filter(pk=revisi.pk).update(
        status=RevisiSop.Status.DICABUT, dicabut_pada=timezone.now()
    )
    uraian = f"SOP “{sop}” revisi {revisi.urutan} dicabut: {alasan}"
    _catat(revisi, pegawai, DICABUT, uraian, sebagai=sebagai, sidik=revisi.sidik)


def pastikan_boleh_mencabut(pegawai, revisi) -> str:
    """As what the officer may revoke a revision; raises Ditolak."""
    if revisi.pengesah_id is None:
        pastikan_mengelola(pegawai, revisi.sop)
        return "Pengelola"
    if sebagai := kedudukan(pegawai).jabatan.get(revisi.pengesah_id):
        return sebagai
    raise Ditolak("Hanya pemegang jabatan pengesah yang dapat mencabut SOP ini.")


def _draf_terkini(revisi) -> RevisiSop:
    """The draft as it stands now, locked; raises Ditolak when it is no draft (any more)."""
    terkini = RevisiSop.objects.select_for_update().filter(pk=revisi.pk).first()
    if terkini is None:
        raise Ditolak("Draf ini sudah dibuang.")
    if terkini.status != RevisiSop.Status.DRAF:
        raise Ditolak("Revisi ini sudah disahkan dan tidak dapat diubah lagi.")
    return terkini


def _alamat(revisi) -> str:
    return reverse("sop_revisi_lihat", args=[revisi.sop_id, revisi.urutan])


def _catat(revisi, pegawai, jenis, uraian, *, sebagai="", **data) -> None:
    catat(
        rantai=revisi.sop.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis=jenis,
        objek=revisi.sop.kunci,
        uraian=uraian,
        data={"urutan": revisi.urutan, **data},
    )
