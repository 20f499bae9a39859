"""The edits of an SOP's roles and identity block in the editor; see `sunting.py` for what an edit is."""

from collections.abc import Iterable
from dataclasses import replace

from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.bagan import Cara, Langkah, Pekerjaan
from lapkin.sop.sop import Identitas, Peran, Sop
from lapkin.sop.sunting import Suntingan, sebutan
from lapkin.sop.tampak import setara
from lapkin.sop.tebakan import kode_baru


def tambah_peran(sop: Sop, nama: str, *, kolom: bool = True) -> Suntingan:
    """Add a role at the end; raises Ditolak when its name is empty or nobody tells it from another one."""
    _pastikan_bebas(sop.peran, nama)
    baru = Peran(nama=nama, kunci=kode_baru(nama, {peran.kunci for peran in sop.peran}), kolom=kolom)
    return Suntingan(sop=replace(sop, peran=(*sop.peran, baru)), uraian=f"Peran “{nama}” ditambahkan.")


def ubah_peran(sop: Sop, kunci: str, *, nama: str, kolom: bool) -> Suntingan:
    """Rename a role everywhere it is named, and say whether it has a column of its own.

    A role that loses its column is no longer a pelaksana of any row: the form could not draw it.
    """
    lama = cari_peran(sop, kunci)
    if nama != lama.nama:
        _pastikan_bebas((peran for peran in sop.peran if peran.kunci != kunci), nama)
    daftar = tuple(replace(p, nama=nama, kolom=kolom) if p.kunci == kunci else p for p in sop.peran)
    hasil = replace(
        sop,
        peran=daftar,
        penanggung_jawab=_ganti(sop.penanggung_jawab, lama.nama, nama),
        langkah=tuple(_langkah_berganti(langkah, lama.nama, nama) for langkah in sop.langkah),
    )
    if kolom or not lama.kolom:
        return Suntingan(sop=hasil, uraian=f"Peran “{nama}” diubah.")
    tersentuh = [langkah for langkah in hasil.langkah if nama in langkah.pelaksana]
    hasil = replace(hasil, langkah=tuple(_tanpa_pelaksana(langkah, nama) for langkah in hasil.langkah))
    akibat = tuple(f"“{nama}” bukan lagi pelaksana langkah “{sebutan(langkah)}”." for langkah in tersentuh)
    return Suntingan(sop=hasil, uraian=f"Peran “{nama}” tidak lagi mempunyai kolom.", akibat=akibat)


def pindahkan_peran(sop: Sop, kunci: str, ke: int) -> Suntingan:
    """Move a column to the place `ke`, counted from 0 and held inside the list."""
    peran = cari_peran(sop, kunci)
    daftar = [lain for lain in sop.peran if lain.kunci != kunci]
    daftar.insert(max(0, min(ke, len(daftar))), peran)
    return Suntingan(
        sop=replace(sop, peran=tuple(daftar)), uraian=f"Urutan peran “{peran.nama}” dipindahkan."
    )


def hapus_peran(sop: Sop, kunci: str) -> Suntingan:
    """Take a role away, also out of the rows; a work that nobody else does stays, for the checker to show."""
    peran = cari_peran(sop, kunci)
    sisa = tuple(lain for lain in sop.peran if lain.kunci != kunci)
    daftar = tuple(_langkah_berganti(langkah, peran.nama, "") for langkah in sop.langkah)
    akibat = tuple(
        f"“{peran.nama}” tidak lagi disebut pada langkah “{sebutan(lama)}”."
        for lama, baru in zip(sop.langkah, daftar, strict=True)
        if lama != baru
    )
    hasil = replace(
        sop, peran=sisa, langkah=daftar, penanggung_jawab=_ganti(sop.penanggung_jawab, peran.nama, "")
    )
    return Suntingan(sop=hasil, uraian=f"Peran “{peran.nama}” dihapus.", akibat=akibat)


def tetapkan_penanggung_jawab(sop: Sop, nama: str) -> Suntingan:
    """Name the role that answers for the whole; "" leaves it to the first pelaksana of the first row."""
    if nama and nama not in [peran.nama for peran in sop.peran]:
        raise Ditolak(f"Peran “{nama}” tidak ada pada draf ini. Pilih salah satu peran yang ada.")
    uraian = (
        f"Penanggung jawab SOP: {nama}." if nama else "Penanggung jawab mengikuti pelaksana langkah pertama."
    )
    return Suntingan(sop=replace(sop, penanggung_jawab=nama), uraian=uraian)


def ubah_identitas(sop: Sop, identitas: Identitas, *, laporan: str, sumber: str) -> Suntingan:
    """Change the identity block, the office's word for its report and where the text comes from."""
    hasil = replace(sop, identitas=identitas, laporan=laporan, sumber=sumber)
    return Suntingan(sop=hasil, uraian="Bagian identitas diubah.")


def cari_peran(sop: Sop, kunci: str) -> Peran:
    """The role with this kunci; raises Ditolak when it is gone."""
    for peran in sop.peran:
        if peran.kunci == kunci:
            return peran
    raise Ditolak("Peran itu tidak ada lagi pada draf ini. Muat ulang halaman untuk melihat daftarnya.")


def _pastikan_bebas(daftar_peran: Iterable[Peran], nama: str) -> None:
    """Raises Ditolak when nothing of a new name can be seen, or it is another role's but for its case."""
    if not setara(nama):
        raise Ditolak("Tulis nama peran.")
    for peran in daftar_peran:
        if setara(peran.nama) == setara(nama):
            raise Ditolak(f"Peran “{peran.nama}” sudah ada. Tulis nama lain.")


def _ganti(nilai: str, lama: str, baru: str) -> str:
    return baru if nilai == lama else nilai


def _daftar_berganti(daftar: tuple[str, ...], lama: str, baru: str) -> tuple[str, ...]:
    return tuple(nama for nama in (_ganti(satu, lama, baru) for satu in daftar) if nama)


def _langkah_berganti(langkah: Langkah, lama: str, baru: str) -> Langkah:
    """The row with a role renamed, or without it where `baru` is ""."""
    simbol = (replace(s, peran=_ganti(s.peran, lama, baru)) for s in langkah.simbol_tercetak)
    return replace(
        langkah,
        pelaksana=_daftar_berganti(langkah.pelaksana, lama, baru),
        pekerjaan=tuple(_pekerjaan_berganti(pekerjaan, lama, baru) for pekerjaan in langkah.pekerjaan),
        output=tuple(
            replace(output, penanda_tangan=_ganti(output.penanda_tangan, lama, baru))
            for output in langkah.output
        ),
        pengisi=_ganti(langkah.pengisi, lama, baru),
        penghimpun=_ganti(langkah.penghimpun, lama, baru),
        simbol_tercetak=tuple(satu for satu in simbol if satu.peran),
    )


def _pekerjaan_berganti(pekerjaan: Pekerjaan, lama: str, baru: str) -> Pekerjaan:
    oleh = _daftar_berganti(pekerjaan.oleh, lama, baru)
    sendirian = len(oleh) < 2 and oleh != pekerjaan.oleh and len(pekerjaan.oleh) > 1
    return replace(pekerjaan, oleh=oleh, cara=Cara.BERURUTAN if sendirian else pekerjaan.cara)


def _tanpa_pelaksana(langkah: Langkah, nama: str) -> Langkah:
    sisa = tuple(peran for peran in langkah.pelaksana if peran != nama)
    penghimpun = "" if langkah.penghimpun == nama else langkah.penghimpun
    return replace(langkah, pelaksana=sisa, penghimpun=penghimpun)
