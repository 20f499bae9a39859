"""The edits of an SOP's rows in the editor: each takes an SOP value and gives a new one, with words about it.

An edit never makes a reference to a row or role that is not there; what no longer fits after a row was moved is for
the checker (`pemeriksaan.py`) to say. Where the numbers were in order before an edit, they are afterwards.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.bagan import LUAR, TEBAKAN, Kelengkapan, Langkah, Output
from lapkin.sop.periksa_sop import BATAS_LANGKAH
from lapkin.sop.sop import Sop
from lapkin.sop.tebakan import kode_baru, pekerjaan_tebakan

_GAYA_NOMOR = ("{}", "{}.")
_PANJANG_SEBUTAN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Suntingan:
    """An edited SOP: `uraian` says what was done, `akibat` what else had to change, `langkah` where to look."""

    sop: Sop
    uraian: str
    akibat: tuple[str, ...] = ()
    langkah: str = ""

    @property
    def kalimat(self) -> str:
        return " ".join((self.uraian, *self.akibat))


def tambah_langkah(sop: Sop, langkah: Langkah, sesudah: str | None = None) -> Suntingan:
    """Add a row below the row `sesudah`; "" puts it first, None last. The row must bear a kode of its own."""
    if len(sop.langkah) >= BATAS_LANGKAH:
        raise Ditolak(f"Satu SOP memuat paling banyak {BATAS_LANGKAH} langkah.")
    if langkah.kode in daftar_kode(sop):
        raise Ditolak(f"Kode langkah “{langkah.kode}” sudah dipakai.")
    tempat = len(sop.langkah) if sesudah is None else letak(sop, sesudah) + 1 if sesudah else 0
    baru = (*sop.langkah[:tempat], langkah, *sop.langkah[tempat:])
    return Suntingan(
        sop=_bernomor(sop, baru), uraian=f"Langkah “{sebutan(langkah)}” ditambahkan.", langkah=langkah.kode
    )


def ubah_langkah(sop: Sop, kode: str, **isian: object) -> Suntingan:
    """Change fields of a row; its kode stays, whatever its words become."""
    tempat = letak(sop, kode)
    baru = replace(sop.langkah[tempat], **{**isian, "kode": kode})
    daftar = (*sop.langkah[:tempat], baru, *sop.langkah[tempat + 1 :])
    return Suntingan(
        sop=replace(sop, langkah=daftar), uraian=f"Langkah “{sebutan(baru)}” diubah.", langkah=kode
    )


def pindahkan_langkah(sop: Sop, kode: str, ke: int) -> Suntingan:
    """Move a row to the place `ke`, counted from 0 and held inside the table."""
    tempat = letak(sop, kode)
    langkah = sop.langkah[tempat]
    daftar = [*sop.langkah[:tempat], *sop.langkah[tempat + 1 :]]
    ke = max(0, min(ke, len(daftar)))
    daftar.insert(ke, langkah)
    return Suntingan(
        sop=_bernomor(sop, tuple(daftar)),
        uraian=f"Langkah “{sebutan(langkah)}” dipindahkan ke baris {ke + 1}.",
        langkah=kode,
    )


def salin_langkah(sop: Sop, kode: str) -> Suntingan:
    """Put a copy of a row below it, with a kode of its own; what it made itself it makes itself again."""
    asal = sop.langkah[letak(sop, kode)]
    baru = kode_baru(asal.kegiatan, daftar_kode(sop))
    kelengkapan = tuple(
        replace(butir, dari=baru) if butir.dari == kode else butir for butir in asal.kelengkapan
    )
    hasil = tambah_langkah(sop, replace(asal, kode=baru, kelengkapan=kelengkapan), kode)
    return replace(hasil, uraian=f"Langkah “{sebutan(asal)}” disalin ke bawahnya.")


def hapus_langkah(sop: Sop, kode: str) -> Suntingan:
    """Take a row away; what came from it now comes from outside, and returns to it are dropped."""
    tempat = letak(sop, kode)
    langkah = sop.langkah[tempat]
    sisa = (*sop.langkah[:tempat], *sop.langkah[tempat + 1 :])
    return Suntingan(
        sop=_bernomor(sop, tuple(tanpa_rujukan(lain, {kode}) for lain in sisa)),
        uraian=f"Langkah “{sebutan(langkah)}” dihapus.",
        akibat=tuple(_akibat_hapus(sisa, kode)),
    )


def tanpa_rujukan(langkah: Langkah, hilang: Collection[str]) -> Langkah:
    """A row when the rows `hilang` (kode) are gone: what came from them comes from outside, no return goes there."""
    return replace(
        langkah,
        kelengkapan=tuple(
            replace(butir, dari=LUAR) if butir.dari in hilang else butir for butir in langkah.kelengkapan
        ),
        kembali_ke=tuple(tujuan for tujuan in langkah.kembali_ke if tujuan not in hilang),
    )


def _akibat_hapus(sisa: Iterable[Langkah], kode: str) -> Iterator[str]:
    for langkah in sisa:
        for butir in langkah.kelengkapan:
            if butir.dari == kode:
                yield f"Kelengkapan “{butir.nama}” pada langkah “{sebutan(langkah)}” kini dari luar."
        if kode in langkah.kembali_ke:
            yield f"Langkah “{sebutan(langkah)}” tidak lagi dapat kembali ke sana."


def nomori_ulang(sop: Sop) -> Suntingan:
    """Number all rows 1, 2, 3, ... from the top, with a full stop where the first row has one."""
    gaya = _GAYA_NOMOR[bool(sop.langkah) and sop.langkah[0].no.endswith(".")]
    return Suntingan(sop=_dengan_nomor(sop, sop.langkah, gaya), uraian="Langkah dinomori ulang dari atas.")


def tegaskan_pekerjaan(sop: Sop, kode: str) -> Suntingan:
    """A person has looked at the guessed work and returns of a row and says that they are right."""
    langkah = sop.langkah[letak(sop, kode)]
    hasil = ubah_langkah(
        sop,
        kode,
        pekerjaan=tuple(replace(pekerjaan, disimpulkan=False) for pekerjaan in langkah.pekerjaan),
        disimpulkan=tuple(nama for nama in langkah.disimpulkan if nama not in TEBAKAN),
    )
    return replace(hasil, uraian=f"Tebakan pada langkah “{sebutan(langkah)}” dibenarkan.")


def langkah_baru(
    sop: Sop,
    *,
    kegiatan: str,
    pelaksana: tuple[str, ...],
    waktu: str,
    kelengkapan: tuple[str, ...] = (),
    output: tuple[str, ...] = (),
    kembali_ke: tuple[str, ...] = (),
    keterangan: str = "",
    sesudah: str | None = None,
) -> Langkah:
    """A row that can be run, made of what a newcomer can tell; its work is guessed and marked as a guess.

    A kelengkapan that bears the name of an earlier row's output comes from there, any other from outside.
    """
    tempat = len(sop.langkah) if sesudah is None else letak(sop, sesudah) + 1 if sesudah else 0
    asal = _asal_menurut_nama(sop.langkah[:tempat])
    return Langkah(
        kode=kode_baru(kegiatan, daftar_kode(sop)),
        no="",
        kegiatan=kegiatan,
        pelaksana=pelaksana,
        pekerjaan=(pekerjaan_tebakan(kegiatan, pelaksana),),
        kelengkapan_tercetak=susun_tercetak(kelengkapan),
        kelengkapan=tuple(Kelengkapan(nama=nama, dari=asal.get(_rata(nama), LUAR)) for nama in kelengkapan),
        waktu_tercetak=waktu,
        output_tercetak=susun_tercetak(output),
        output=tuple(Output(nama=nama) for nama in output),
        keterangan=keterangan,
        kembali_ke=kembali_ke,
        disimpulkan=("pekerjaan",),
    )


def susun_tercetak(daftar_nama: Iterable[str]) -> str:
    """How the names of things stand in one cell of the form."""
    return "\n".join(daftar_nama)


def _asal_menurut_nama(daftar_langkah: Iterable[Langkah]) -> dict[str, str]:
    return {_rata(output.nama): langkah.kode for langkah in daftar_langkah for output in langkah.output}


def _rata(nama: str) -> str:
    return " ".join(nama.casefold().split())


def letak(sop: Sop, kode: str) -> int:
    """The place of a row, counted from 0; raises Ditolak when it is gone."""
    for tempat, langkah in enumerate(sop.langkah):
        if langkah.kode == kode:
            return tempat
    raise Ditolak("Langkah itu tidak ada lagi pada draf ini. Muat ulang halaman untuk melihat susunannya.")


def daftar_kode(sop: Sop) -> set[str]:
    return {langkah.kode for langkah in sop.langkah}


def sebutan(langkah: Langkah) -> str:
    """A row as sentences name it: its words, cut to a readable length."""
    kegiatan = " ".join(langkah.kegiatan.split()) or langkah.kode
    return kegiatan if len(kegiatan) <= _PANJANG_SEBUTAN else f"{kegiatan[: _PANJANG_SEBUTAN - 1].rstrip()}…"


def _bernomor(lama: Sop, daftar: tuple[Langkah, ...]) -> Sop:
    """The SOP with other rows; numbered again where the numbers ran from 1 without a gap."""
    gaya = next((gaya for gaya in _GAYA_NOMOR if _rapi(lama.langkah, gaya)), None)
    return _dengan_nomor(lama, daftar, gaya) if gaya else replace(lama, langkah=daftar)


def _rapi(daftar: tuple[Langkah, ...], gaya: str) -> bool:
    return all(langkah.no == gaya.format(nomor) for nomor, langkah in enumerate(daftar, start=1))


def _dengan_nomor(sop: Sop, daftar: tuple[Langkah, ...], gaya: str) -> Sop:
    bernomor = (replace(langkah, no=gaya.format(nomor)) for nomor, langkah in enumerate(daftar, start=1))
    return replace(sop, langkah=tuple(bernomor))
