"""Reading reports: whose they are, what they are made from now, and what has been frozen."""

from collections.abc import Mapping
from dataclasses import replace

from django.db.models import Max
from django.utils import timezone

from lapkin.alur.models import Pelaksanaan
from lapkin.dokumen.blok import Dokumen, dari_json
from lapkin.kinerja.buku_kerja import Identitas, IsiBuku, tulis_buku
from lapkin.kinerja.queries import identitas_buku, lembar_kinerja
from lapkin.laporan.bahan import bagian_lembar
from lapkin.naskah.queries import pejabat_jabatan
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import instansi_pegawai, instansi_sendiri, lambang_tercetak

from .bahan import Bahan
from .hitung import hitung_lembar
from .identitas import IdentitasLaporan
from .kerangka import Bagian
from .models import Laporan, Narasi, VersiLaporan
from .perubahan import Perubahan, perubahan


def laporan_untuk(pegawai):
    """The reports an officer may see: those of his own offices and of the offices he manages."""
    return (
        Laporan.objects.filter(instansi__in=instansi_pegawai(pegawai))
        .select_related("instansi__induk", "instansi__lambang", "pelaksanaan")
        .annotate(versi_terakhir=Max("daftar_versi__nomor"))
    )


def laporan_tulisan(pegawai):
    """The reports an officer may write: those of the offices he works in."""
    return laporan_untuk(pegawai).filter(instansi__in=instansi_sendiri(pegawai))


def dapat_ditulis(pegawai, laporan) -> bool:
    """May this officer still write the report: is it of an office he works in, and its case not closed?"""
    return laporan.instansi_id in instansi_sendiri(pegawai) and masih_disusun(laporan)


def masih_disusun(laporan) -> bool:
    """May the report still be written? Not once its case is closed."""
    return laporan.pelaksanaan is None or laporan.pelaksanaan.status == Pelaksanaan.Status.BERJALAN


def versi_terakhir(laporan):
    """The newest version; None before the first."""
    return VersiLaporan.objects.filter(laporan=laporan).select_related("pdf", "docx", "pembuat").last()


def narasi_laporan(laporan) -> dict[str, str]:
    """The report's own text by slot; what units brought is not in it until it has been merged."""
    return dict(Narasi.objects.filter(laporan=laporan, unit=None).values_list("bagian", "teks"))


def narasi_unit(laporan, bagian: str):
    """What the units brought for one slot, in the order of the units."""
    return (
        Narasi.objects.filter(laporan=laporan, bagian=bagian, unit__isnull=False)
        .select_related("unit", "penulis")
        .order_by("unit__urutan", "unit__nama")
    )


def bahan_laporan(laporan) -> Bahan:
    """Everything the report is composed from, read now; after this no database is needed."""
    lembar = lembar_kinerja(laporan.instansi, laporan.tahun)
    return Bahan(
        identitas=identitas_laporan(laporan),
        lembar=lembar,
        hasil=hitung_lembar(lembar),
        narasi=narasi_laporan(laporan),
    )


def identitas_laporan(laporan) -> IdentitasLaporan:
    """The office and its head of today; the report carries today's date.

    Raises Ditolak for an emblem that can't be printed.
    """
    instansi = laporan.instansi
    return IdentitasLaporan(
        instansi=instansi.nama,
        induk=instansi.induk.nama if instansi.induk else "",
        tahun=laporan.tahun,
        tanggal=timezone.localdate(),
        sebutan=laporan.sebutan,
        tempat=instansi.tempat,
        alamat=instansi.alamat,
        lambang_svg=lambang_tercetak(instansi),
        **penanda_tangan(instansi),
    )


def penanda_tangan(instansi) -> dict:
    """Who signs the report today, as fields of its identity: the topmost structural post and its holder.

    Without a holder the post stands alone; without such a post nothing is known.
    """
    puncak = Jabatan.objects.filter(
        instansi=instansi, unit=None, atasan=None, jenis=Jabatan.Jenis.STRUKTURAL
    ).first()
    if puncak is None:
        return {}
    pejabat = pejabat_jabatan(puncak)
    return {
        "jabatan": pejabat.jabatan,
        "nama": pejabat.nama_bergelar,
        "pangkat": pejabat.pangkat,
        "nip": pejabat.nip,
    }


def buku_laporan(laporan) -> bytes:
    """The workbook of the report's year with the figures and the text there are."""
    lembar = lembar_kinerja(laporan.instansi, laporan.tahun)
    isi = IsiBuku(
        identitas=identitas_buku_laporan(laporan.instansi, laporan.tahun, laporan.sebutan),
        lembar=lembar,
        narasi=narasi_laporan(laporan),
    )
    return tulis_buku(isi, [(bagian.kunci, bagian.judul_lengkap) for bagian in bagian_lembar(lembar)])


def identitas_buku_laporan(instansi, tahun, sebutan) -> Identitas:
    """What the first sheet of a workbook says, with the title of the report and who signs it."""
    penanda = penanda_tangan(instansi)
    return replace(
        identitas_buku(instansi, tahun),
        sebutan=sebutan,
        **penanda | {"jabatan": "\n".join(penanda.get("jabatan", ()))},
    )


def bagian_laporan(laporan) -> tuple[Bagian, ...]:
    """The slots of text this report has, those of its sasaran included."""
    return bagian_lembar(lembar_kinerja(laporan.instansi, laporan.tahun))


def narasi_menurut_bagian(laporan) -> Mapping[str, Narasi]:
    """The report's own rows of text, for showing who wrote them and when."""
    daftar = Narasi.objects.filter(laporan=laporan, unit=None).select_related("penulis")
    return {narasi.bagian: narasi for narasi in daftar}


def poin_terbuka(laporan):
    """Points of correction that no version has answered yet."""
    return laporan.daftar_poin.filter(ditutup_pada=None).select_related("versi", "pembuat")


def dokumen_versi(versi) -> Dokumen:
    """The tree of a frozen version."""
    return dari_json(versi.dokumen)


def perubahan_sejak(lama, baru) -> tuple[Perubahan, ...]:
    """What version `baru` changed against version `lama`."""
    return perubahan(dokumen_versi(lama), dokumen_versi(baru))
