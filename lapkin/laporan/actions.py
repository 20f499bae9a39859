"""Every write of a report: starting it, its text, its versions, its points of correction.

`sebagai`: as what he acts in a task, whose act has checked his turn; without it he must work in the report's office.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapkin.alur.actions import kunci_berjalan
from lapkin.berkas.actions import bekukan
from lapkin.dokumen.blok import ke_json
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.teks import bersih
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di
from lapkin.organisasi.queries import instansi_sendiri

from .cetak_laporan import CetakanLaporan, cetak_laporan
from .hitung import sebagai_data
from .kerangka import Bagian
from .models import Laporan, Narasi, PoinKoreksi, VersiLaporan
from .queries import bagian_laporan, bahan_laporan, narasi_menurut_bagian, narasi_unit, versi_terakhir
from .susun import susun

PANJANG_NARASI = 50_000  # characters in one slot, some 20 pages
PANJANG_POIN = 2_000
SUDAH_SELESAI = "Pekerjaan laporan ini sudah selesai, sehingga isinya tidak dapat diubah lagi."


class NarasiBerubah(Ditolak):
    """Someone else saved this text since it was opened; the form keeps what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RancanganVersi:
    """A version composed and printed, not yet stored; `nomor_sebelum` is the version it was made after."""

    nomor_sebelum: int
    dokumen: str
    angka: dict
    cetakan: CetakanLaporan


@transaction.atomic
def mulai_laporan(*, pegawai, instansi, tahun, sebutan, pelaksanaan=None, sebagai=""):
    """Open the report of one instansi and year, alone or as the report of a case."""
    _pastikan_penulis(pegawai, instansi, sebagai)
    try:
        with transaction.atomic():
            isian = {"instansi": instansi, "tahun": tahun, "sebutan": sebutan}
            laporan = Laporan.objects.create(**isian, pelaksanaan=pelaksanaan)
    except IntegrityError as salah:
        raise Ditolak(f"{sebutan} tahun {tahun} sudah dimulai. Buka laporan itu dari daftar.") from salah
    _catat(laporan, pegawai, sebagai, "laporan.dimulai", f"Memulai penyusunan {laporan}.", {"tahun": tahun})
    return laporan


@transaction.atomic
def simpan_narasi(*, pegawai, laporan, bagian, teks, unit=None, terakhir_dilihat=None, sebagai=""):
    """Store the text of one slot, of the report or of one unit.

    `terakhir_dilihat`: `tanda_narasi` as it was when the form was opened; None skips the check.
    Raises NarasiBerubah when the text has changed since, Ditolak for an unknown slot or too long a text.
    """
    slot = _slot(laporan, bagian)
    teks = rapikan_narasi(teks)
    laporan = kunci_laporan(laporan, pegawai, sebagai)
    narasi = (
        Narasi.objects.filter(laporan=laporan, bagian=bagian, unit=unit).select_related("penulis").first()
    )
    _pastikan_belum_berubah(narasi, terakhir_dilihat)
    if narasi and narasi.teks == teks:
        return narasi
    narasi = _tulis_narasi(narasi or Narasi(laporan=laporan, bagian=bagian, unit=unit), pegawai, teks)
    untuk = f" dari {unit}" if unit else ""
    _catat(
        laporan,
        pegawai,
        sebagai,
        "laporan.narasi",
        f"Menulis “{slot.judul}”{untuk}.",
        {"bagian": bagian, "unit": unit.pk if unit else None, "panjang": len(teks)},
    )
    return narasi


@transaction.atomic
def gabung_narasi(*, pegawai, laporan, bagian, sebagai=""):
    """Add what the units brought for a slot to the report's own text, nothing twice."""
    slot = _slot(laporan, bagian)
    laporan = kunci_laporan(laporan, pegawai, sebagai)
    narasi = Narasi.objects.filter(laporan=laporan, bagian=bagian, unit=None).first()
    awal = narasi.teks if narasi else ""
    tambahan = [satu for satu in narasi_unit(laporan, bagian) if satu.teks and satu.teks not in awal]
    if not tambahan:
        raise Ditolak(f"Tidak ada teks baru dari unit untuk “{slot.judul}”.")
    teks = rapikan_narasi("\n\n".join(filter(None, (awal, *(satu.teks for satu in tambahan)))))
    narasi = _tulis_narasi(narasi or Narasi(laporan=laporan, bagian=bagian), pegawai, teks)
    _catat(
        laporan,
        pegawai,
        sebagai,
        "laporan.narasi.digabung",
        f"Menggabungkan teks {len(tambahan)} unit ke “{slot.judul}”.",
        {"bagian": bagian, "daftar_unit": [satu.unit_id for satu in tambahan], "panjang": len(teks)},
    )
    return narasi


@transaction.atomic
def terima_narasi(*, pegawai, laporan, narasi, terakhir_dilihat, sebagai="") -> None:
    """Take text of a workbook into the report, by slot; all of it or nothing.

    `terakhir_dilihat`: `tanda_narasi` by slot as it was when the texts were compared. Raises NarasiBerubah when one
    has changed since, Ditolak for an unknown slot or too long a text.
    """
    if not narasi:
        raise Ditolak("Pilih sekurangnya satu bagian yang akan diambil.")
    daftar_slot = [_slot(laporan, kunci) for kunci in narasi]
    laporan = kunci_laporan(laporan, pegawai, sebagai)
    kini = narasi_menurut_bagian(laporan)
    for slot in daftar_slot:
        ada = kini.get(slot.kunci)
        if tanda_narasi(ada) != terakhir_dilihat.get(slot.kunci, ""):
            raise NarasiBerubah(
                f"“{slot.judul}” diubah sejak pratinjau dibuat. Belum ada yang disimpan; "
                "unggah bukunya sekali lagi."
            )
        ada = ada or Narasi(laporan=laporan, bagian=slot.kunci)
        _tulis_narasi(ada, pegawai, rapikan_narasi(narasi[slot.kunci]))
    _catat(
        laporan,
        pegawai,
        sebagai,
        "laporan.narasi.diterima",
        f"Menerima narasi {len(narasi)} bagian dari buku kerja.",
        {"daftar_bagian": sorted(narasi)},
    )


def rancang_versi(laporan) -> RancanganVersi:
    """Compute, compose and print, without a lock and without writing; raises Ditolak when printing fails."""
    terakhir = versi_terakhir(laporan)
    bahan = bahan_laporan(laporan)
    dokumen = susun(bahan.lembar, bahan.hasil, bahan.narasi, bahan.identitas)
    try:
        cetakan = cetak_laporan(dokumen)
    except GagalCetak as salah:
        raise Ditolak(str(salah)) from salah
    return RancanganVersi(
        nomor_sebelum=terakhir.nomor if terakhir else 0,
        dokumen=ke_json(dokumen),
        angka=sebagai_data(bahan.hasil),
        cetakan=cetakan,
    )


def susun_versi(*, pegawai, laporan, tugas=None, sebagai="", rancangan=None):
    """Freeze the next version: tree, figures, PDF and DOCX, with one event.

    Printing takes a second and happens before the lock; who already holds one passes `rancangan`.
    Without any change since the last version that version is returned, so a second click makes none.
    """
    rancangan = rancangan or rancang_versi(laporan)
    with transaction.atomic():
        laporan = kunci_laporan(laporan, pegawai, sebagai)
        terakhir = versi_terakhir(laporan)
        if terakhir and terakhir.dokumen == rancangan.dokumen:
            return terakhir
        if (terakhir.nomor if terakhir else 0) != rancangan.nomor_sebelum:
            raise Ditolak(
                f"Versi {terakhir.nomor} baru saja disusun oleh {terakhir.pembuat}. "
                "Baca dahulu, lalu susun lagi."
            )
        versi = _bekukan_versi(laporan, rancangan, pegawai, tugas)
        _catat(
            laporan,
            pegawai,
            sebagai,
            "laporan.versi.disusun",
            f"Menyusun {laporan} versi {versi.nomor} ({versi.halaman} halaman).",
            {"nomor": versi.nomor, "pdf": versi.pdf.sha256, "docx": versi.docx.sha256},
        )
    return versi


def _bekukan_versi(laporan, rancangan: RancanganVersi, pegawai, tugas):
    nomor = rancangan.nomor_sebelum + 1
    nama = f"{laporan.sebutan}-{laporan.tahun}-versi-{nomor}"
    return VersiLaporan.objects.create(
        laporan=laporan,
        nomor=nomor,
        dokumen=rancangan.dokumen,
        angka=rancangan.angka,
        pdf=bekukan(isi=rancangan.cetakan.pdf, nama=f"{nama}.pdf", jenis="pdf"),
        docx=bekukan(isi=rancangan.cetakan.docx, nama=f"{nama}.docx", jenis="docx"),
        halaman=rancangan.cetakan.halaman,
        pembuat=pegawai,
        tugas=tugas,
    )


@transaction.atomic
def catat_poin(*, pegawai, versi, isi, bagian="", sebagai=""):
    """Raise a point to correct on a version (poin koreksi)."""
    laporan = kunci_laporan(versi.laporan, pegawai, sebagai)
    isi = _wajib_isi(isi, "Tulis apa yang perlu dikoreksi.")
    poin = PoinKoreksi.objects.create(laporan=laporan, versi=versi, bagian=bagian, isi=isi, pembuat=pegawai)
    uraian = f"Mencatat poin koreksi pada {versi}: {isi}"
    _catat(laporan, pegawai, sebagai, "laporan.poin.dicatat", uraian, {"poin": poin.pk, "bagian": bagian})
    return poin


@transaction.atomic
def tutup_poin(*, pegawai, poin, jawaban, sebagai=""):
    """Close a point with what was done about it; a second closing is refused."""
    laporan = kunci_laporan(poin.laporan, pegawai, sebagai)
    jawaban = _wajib_isi(jawaban, "Tulis apa yang telah diperbaiki.")
    ditutup = PoinKoreksi.objects.filter(pk=poin.pk, ditutup_pada=None).update(
        jawaban=jawaban, ditutup_oleh=pegawai, ditutup_pada=timezone.now()
    )
    if not ditutup:
        raise Ditolak("Poin koreksi ini sudah ditutup.")
    uraian = f"Menutup poin koreksi “{poin.isi}”: {jawaban}"
    _catat(laporan, pegawai, sebagai, "laporan.poin.ditutup", uraian, {"poin": poin.pk})


def tanda_narasi(narasi) -> str:
    """The state of a text as a form remembers it: the moment of its last change, "" when there is none."""
    return narasi.diubah_pada.isoformat() if narasi else ""


def rapikan_narasi(teks: str) -> str:
    """Text as it is stored: no forbidden characters, no spaces at line ends; raises Ditolak when too long."""
    rapi = "\n".join(baris.rstrip() for baris in bersih(teks).split("\n")).strip()
    if len(rapi) > PANJANG_NARASI:
        raise Ditolak(f"Teks terlalu panjang: {len(rapi)} huruf, paling banyak {PANJANG_NARASI}.")
    return rapi


def _wajib_isi(teks: str, pesan: str) -> str:
    rapi = rapikan_narasi(teks)
    if not rapi:
        raise Ditolak(pesan)
    if len(rapi) > PANJANG_POIN:
        raise Ditolak(f"Teks terlalu panjang: {len(rapi)} huruf, paling banyak {PANJANG_POIN}.")
    return rapi


def _slot(laporan, kunci: str) -> Bagian:
    for bagian in bagian_laporan(laporan):
        if bagian.kunci == kunci:
            return bagian
    raise Ditolak("Bagian ini tidak ada dalam kerangka laporan.")


def kunci_laporan(laporan, pegawai, sebagai=""):
    """Lock the case, then the report's row: writers come one after the other. Raises Ditolak for who may not."""
    _pastikan_penulis(pegawai, laporan.instansi, sebagai)
    if laporan.pelaksanaan_id and not kunci_berjalan(laporan.pelaksanaan_id):
        raise Ditolak(SUDAH_SELESAI)
    terkunci = Laporan.objects.select_for_update(of=("self",)).select_related("pelaksanaan", "instansi")
    return terkunci.get(pk=laporan.pk)


def _pastikan_penulis(pegawai, instansi, sebagai) -> None:
    if not sebagai and instansi.pk not in instansi_sendiri(pegawai):
        raise Ditolak(f"Laporan {instansi} hanya ditulis pegawai instansi itu.")


def _pastikan_belum_berubah(narasi, terakhir_dilihat) -> None:
    if terakhir_dilihat is not None and tanda_narasi(narasi) != terakhir_dilihat:
        oleh = f" oleh {narasi.penulis}" if narasi else ""
        raise NarasiBerubah(
            f"Bagian ini baru saja diubah{oleh}. "
            "Teks Anda belum disimpan; bandingkan dahulu, lalu simpan lagi."
        )


def _tulis_narasi(narasi, pegawai, teks: str):
    narasi.teks, narasi.penulis, narasi.diubah_pada = teks, pegawai, timezone.now()
    narasi.save()
    return narasi


def _catat(laporan, pegawai, sebagai: str, jenis: str, uraian: str, data: dict) -> None:
    catat_di(
        laporan.instansi,
        pegawai,
        jenis,
        laporan.kunci,
        uraian,
        sebagai=sebagai,
        rujukan=laporan.pelaksanaan.kunci if laporan.pelaksanaan else "",
        laporan=laporan.pk,
        **data,
    )
