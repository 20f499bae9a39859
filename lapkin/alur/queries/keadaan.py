"""What only an office knows of its SOP, for the checker (`pemeriksaan.periksa`)."""

from datetime import date

from lapkin.organisasi.kalender import libur_nasional
from lapkin.organisasi.queries import hari_libur, pemegang_jabatan
from lapkin.sop.aturan.lembaga import bentuk_lembaga
from lapkin.sop.pemeriksaan import Keadaan

from ..batas import jenis_batas
from ..models import JenisBatas, RevisiSop
from .batas import batas_sop
from .jam import satuan_waktu
from .sop import ikatan


def keadaan_sop(sop, isi, pada: date) -> Keadaan:
    """The roles that nobody holds that day, the kind of office, and the legal date that comes next.

    A role counts only where the page of the SOP can bind it: when the revision in force has it.

    A penghimpun's legal day binds one step only, so the sum of all standard times is not held against it.
    """
    umum = {
        "belum_terikat": _belum_terikat(sop, isi, pada),
        "bentuk_lembaga": bentuk_lembaga(sop.instansi.nama),
        "satuan": satuan_waktu(sop.instansi),
    }
    if jenis_batas(isi, sop.instansi.jenis, sop.batas) == JenisBatas.PENGHIMPUN:
        return Keadaan(**umum)
    batas = _batas_berikut(sop, isi, pada)
    if batas is None:
        return Keadaan(**umum)
    mulai = date(batas.year, 1, 1)
    return Keadaan(**umum, mulai=mulai, batas=batas, libur=_libur(sop.instansi, mulai, batas))


def _belum_terikat(sop, isi, pada) -> frozenset[str]:
    dapat_diikat = _dapat_diikat(sop) & {peran.nama for peran in isi.peran}
    daftar = ikatan(sop, dapat_diikat)
    pemegang = pemegang_jabatan({baris.jabatan_id for baris in daftar if baris.jabatan_id}, pada)
    terikat = {baris.nama for baris in daftar if baris.tim_id or pemegang.get(baris.jabatan_id)}
    return frozenset(dapat_diikat - terikat)


def _dapat_diikat(sop) -> set[str]:
    """The roles of the revision in force; none before there is one."""
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    return {peran.nama for peran in berlaku.dibaca().peran} if berlaku else set()


def _batas_berikut(sop, isi, pada) -> date | None:
    """The first legal day that is not over: this year's, of the year before, or next year's."""
    for tahun in (pada.year - 1, pada.year):
        batas = batas_sop(sop, isi, tahun)
        if batas and (hari := date.fromisoformat(f"{tahun + 1}-{batas.bulan_tanggal}")) >= pada:
            return hari
    return None


def _libur(instansi, mulai, batas) -> frozenset[date]:
    """The days off between two days, both in one year."""
    sendiri = hari_libur(instansi, mulai.year, batas.year).order_by().values_list("tanggal", flat=True)
    return frozenset(hari for hari in {*libur_nasional(mulai.year), *sendiri} if mulai <= hari <= batas)
