"""What must hold between the parts of an SOP before it can be run; each fault is one Indonesian sentence.

A fault also tells its rule and its row, so that the checker (`pemeriksaan.py`) can show it where it stands.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from typing import Protocol

from lapkin.sop.bagan import LUAR, Cara, Jenis, Langkah
from lapkin.sop.tampak import setara
from lapkin.sop.waktu import WaktuTidakSah

BATAS_LANGKAH = 1000
PENANDA = ("", "mulai", "selesai")
# A kode stands in addresses of pages, hence the plain letters.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BUKAN_SLUG = "hanya boleh berisi huruf kecil, angka, dan tanda hubung"
_BULAN_TANGGAL = re.compile(r"[0-9]{2}-[0-9]{2}")


class PeranBernama(Protocol):
    """What these rules need to know of a role."""

    nama: str
    kunci: str
    kolom: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Masalah:
    """A fault that forbids running: its rule (a slug), the kode of its row ("" for the whole SOP), the words.

    `tempat` is how a sentence names the place, `uraian` what is wrong there, without capital and full stop.
    """

    aturan: str
    langkah: str = ""
    tempat: str = "SOP"
    uraian: str

    @property
    def kalimat(self) -> str:
        return f"{self.tempat}: {self.uraian}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sekitar:
    """What a row may point to: roles (by name: do they have a column?) and the rows before it (by kode)."""

    kolom: dict[str, bool]
    sebelum: dict[str, Langkah]


def periksa_sop(
    daftar_peran: Iterable[PeranBernama], daftar_langkah: tuple[Langkah, ...], penanggung_jawab: str
) -> list[Masalah]:
    """Everything that forbids running: roles, steps and who answers for the SOP."""
    daftar_peran = tuple(daftar_peran)
    return [
        *periksa_peran(daftar_peran),
        *periksa_langkah(daftar_peran, daftar_langkah),
        *periksa_penanggung_jawab(penanggung_jawab, daftar_peran),
    ]


def periksa_jumlah(jumlah: int) -> list[Masalah]:
    """Too many rows: asked first, since everything else would take long on them."""
    if jumlah <= BATAS_LANGKAH:
        return []
    return [Masalah(aturan="terlalu-panjang", uraian=f"ada {jumlah} langkah; paling banyak {BATAS_LANGKAH}")]


def periksa_peran(daftar_peran: Iterable[PeranBernama]) -> list[Masalah]:
    """What is wrong with the roles."""
    daftar_peran = tuple(daftar_peran)
    if not daftar_peran:
        return [Masalah(aturan="peran-kosong", uraian="belum ada peran")]
    return [
        *_tanpa_nama(daftar_peran),
        *_nama_ganda(daftar_peran),
        *_ganda("peran-ganda", "kunci peran", [peran.kunci for peran in daftar_peran]),
        *_kunci_salah(daftar_peran),
    ]


def _kunci_salah(daftar_peran: tuple[PeranBernama, ...]) -> Iterator[Masalah]:
    for peran in daftar_peran:
        if peran.kunci and not SLUG.fullmatch(peran.kunci):
            tempat, uraian = f'Peran "{peran.nama}"', f'kunci "{peran.kunci}" {_BUKAN_SLUG}'
            yield Masalah(aturan="kunci-peran", tempat=tempat, uraian=uraian)


def _tanpa_nama(daftar_peran: tuple[PeranBernama, ...]) -> Iterator[Masalah]:
    for nomor, peran in enumerate(daftar_peran, start=1):
        if not setara(peran.nama):
            tempat = f"Peran ke-{nomor}"
            yield Masalah(aturan="peran-tanpa-nama", tempat=tempat, uraian="namanya belum ditulis")


def _nama_ganda(daftar_peran: tuple[PeranBernama, ...]) -> Iterator[Masalah]:
    """Two roles whose names nobody tells apart: the same letters but for case, gaps and invisible marks."""
    ejaan: dict[str, list[str]] = {}
    for peran in daftar_peran:
        ejaan.setdefault(setara(peran.nama), []).append(peran.nama)
    for nama, daftar in ejaan.items():
        if nama and len(daftar) > 1:
            sebutan = " dan ".join(f'"{satu}"' for satu in dict.fromkeys(daftar))
            yield Masalah(aturan="peran-ganda", uraian=f"nama peran {sebutan} ganda")


def periksa_penanggung_jawab(nama: str, daftar_peran: Iterable[PeranBernama]) -> list[Masalah]:
    """Who answers for the SOP must be one of its roles, where it names one."""
    if not nama or nama in [peran.nama for peran in daftar_peran]:
        return []
    uraian = f'penanggung_jawab "{nama}" tidak ada dalam daftar peran'
    return [Masalah(aturan="penanggung-jawab-tidak-dikenal", uraian=uraian)]


def periksa_langkah(
    daftar_peran: Iterable[PeranBernama], daftar_langkah: tuple[Langkah, ...]
) -> list[Masalah]:
    """What is wrong with the steps and between them; time grows with their number and no faster."""
    if masalah := periksa_jumlah(len(daftar_langkah)):
        return masalah
    if all(langkah.penanda for langkah in daftar_langkah):
        return [Masalah(aturan="langkah-kosong", uraian="belum ada langkah yang dikerjakan")]
    daftar_kode = [langkah.kode for langkah in daftar_langkah]
    return [
        *_ganda("kode-ganda", "kode langkah", daftar_kode, dari_langkah=True),
        *_setiap_langkah({peran.nama: peran.kolom for peran in daftar_peran}, daftar_langkah),
    ]


def _setiap_langkah(kolom: dict[str, bool], daftar_langkah: tuple[Langkah, ...]) -> Iterator[Masalah]:
    sekitar = Sekitar(kolom=kolom, sebelum={})
    for nomor, langkah in enumerate(daftar_langkah, start=1):
        tempat = f'Langkah "{langkah.kode}"' if langkah.kode else f"Langkah ke-{nomor}"
        for aturan, pemeriksaan in DAFTAR_PEMERIKSAAN:
            for uraian in pemeriksaan(langkah, sekitar):
                yield Masalah(aturan=aturan, langkah=langkah.kode, tempat=tempat, uraian=uraian)
        sekitar.sebelum[langkah.kode] = langkah


def _ganda(
    aturan: str, sebutan: str, daftar_teks: list[str], *, dari_langkah: bool = False
) -> Iterator[Masalah]:
    for teks, kali in Counter(daftar_teks).items():
        if teks and kali > 1:
            langkah = teks if dari_langkah else ""
            yield Masalah(aturan=aturan, langkah=langkah, uraian=f'{sebutan} "{teks}" ganda')


def _kode(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    if not langkah.kode:
        yield "kode belum ditulis"
    elif not SLUG.fullmatch(langkah.kode):
        yield f"kode {_BUKAN_SLUG}"
    if langkah.kode == LUAR:
        yield f'kode "{LUAR}" dipakai untuk kelengkapan dari luar; pilih kode lain'
    for pekerjaan in langkah.pekerjaan:
        if pekerjaan.naskah and not SLUG.fullmatch(pekerjaan.naskah):
            yield f'naskah "{pekerjaan.naskah}" {_BUKAN_SLUG}'


def _penanda(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    if langkah.penanda not in PENANDA:
        yield f'penanda "{langkah.penanda}" tidak dikenal; pilihannya mulai dan selesai'
    elif langkah.penanda and langkah.pekerjaan:
        yield "langkah penanda tidak boleh memuat pekerjaan"
    elif not langkah.penanda and not langkah.pekerjaan:
        yield "pekerjaan belum ditulis"


def _peran(langkah: Langkah, sekitar: Sekitar) -> Iterator[str]:
    disebut = [*langkah.pelaksana, langkah.pengisi, langkah.penghimpun]
    disebut += [peran for pekerjaan in langkah.pekerjaan for peran in pekerjaan.oleh]
    disebut += [output.penanda_tangan for output in langkah.output]
    disebut += [simbol.peran for simbol in langkah.simbol_tercetak]
    for peran in dict.fromkeys(disebut):
        if peran and peran not in sekitar.kolom:
            yield f'peran "{peran}" tidak ada dalam daftar peran'


def _tanpa_pelaksana(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    if not langkah.penanda and not langkah.pelaksana:
        yield "pelaksana belum ditulis"


def _pelaksana(langkah: Langkah, sekitar: Sekitar) -> Iterator[str]:
    """The form draws pelaksana: whoever works and has a column must be one, whoever has none cannot."""
    for peran in langkah.pelaksana:
        if not sekitar.kolom.get(peran, True):
            yield f'"{peran}" tidak mempunyai kolom, jadi tidak dapat menjadi pelaksana'
    for pekerjaan in langkah.pekerjaan:
        if not pekerjaan.oleh:
            yield f"pekerjaan {pekerjaan.jenis} belum menyebut oleh siapa"
        for peran in pekerjaan.oleh:
            if sekitar.kolom.get(peran) and peran not in langkah.pelaksana:
                yield f'"{peran}" mengerjakan {pekerjaan.jenis} tetapi bukan pelaksana langkah ini'


def _bersama(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    for pekerjaan in langkah.pekerjaan:
        if pekerjaan.cara is Cara.BERSAMA and len(set(pekerjaan.oleh)) < 2:
            yield f"pekerjaan {pekerjaan.jenis} bersama memerlukan sedikitnya dua peran"


def _kelengkapan(langkah: Langkah, sekitar: Sekitar) -> Iterator[str]:
    for kelengkapan in langkah.kelengkapan:
        dikenal = kelengkapan.dari in (LUAR, langkah.kode, "") or kelengkapan.dari in sekitar.sebelum
        if not dikenal:
            yield (
                f'kelengkapan "{kelengkapan.nama}" dari "{kelengkapan.dari}" '
                "harus menunjuk langkah sebelumnya, langkah ini sendiri, atau luar"
            )


def _waktu(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    try:
        if langkah.waktu is None and not langkah.penanda:
            yield "waktu belum ditulis"
    except WaktuTidakSah as kesalahan:
        yield str(kesalahan)


def _tanpa_output(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    if not langkah.penanda and not langkah.output:
        yield "output belum ditulis"


def _output(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    for output in langkah.output:
        if not any(output.dibuat_oleh(pekerjaan) for pekerjaan in langkah.pekerjaan):
            yield f'output "{output.nama}" tidak dibuat oleh pekerjaan mana pun di langkah ini'


def _kembali(langkah: Langkah, sekitar: Sekitar) -> Iterator[str]:
    for tujuan in langkah.kembali_ke:
        if tujuan not in sekitar.sebelum:
            yield f'kembali_ke "{tujuan}" harus menunjuk langkah sebelumnya'
        elif sekitar.sebelum[tujuan].penanda:
            yield f'kembali_ke "{tujuan}" menunjuk langkah penanda, yang tidak dapat dikerjakan'


def _tiap(langkah: Langkah, sekitar: Sekitar) -> Iterator[str]:
    if langkah.tiap is None:
        if langkah.pengisi or langkah.penghimpun:
            yield "pengisi dan penghimpun hanya ditulis bila langkah dibuka untuk tiap unit atau tiap pd"
        return
    pengumpul = [pekerjaan.oleh for pekerjaan in langkah.pekerjaan if pekerjaan.jenis is Jenis.ISI_DATA]
    if len(pengumpul) != 1:
        yield f"langkah tiap {langkah.tiap} memerlukan tepat satu pekerjaan isi-data"
    elif langkah.pengisi and pengumpul != [(langkah.pengisi,)]:
        yield f'pekerjaan isi-data harus oleh pengisi "{langkah.pengisi}"'
    elif not langkah.pengisi and not all(sekitar.kolom.get(peran) for peran in pengumpul[0]):
        yield f"langkah tiap {langkah.tiap} yang diisi oleh peran tanpa kolom harus menyebut pengisi"
    if langkah.penghimpun and langkah.penghimpun not in langkah.pelaksana:
        yield f'penghimpun "{langkah.penghimpun}" bukan pelaksana langkah ini'


def _paling_lambat(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    if langkah.paling_lambat and not _ada_tiap_tahun(langkah.paling_lambat):
        yield f'paling_lambat "{langkah.paling_lambat}" harus BB-HH yang ada setiap tahun, misalnya 01-10'


def _ada_tiap_tahun(bulan_tanggal: str) -> bool:
    with suppress(ValueError):
        return bool(_BULAN_TANGGAL.fullmatch(bulan_tanggal) and date.fromisoformat(f"2001-{bulan_tanggal}"))
    return False


def _disimpulkan(langkah: Langkah, _sekitar: Sekitar) -> Iterator[str]:
    dikenal = {kolom.name for kolom in fields(langkah)}
    for nama in langkah.disimpulkan:
        if nama not in dikenal:
            yield f'disimpulkan menyebut "{nama}", yang bukan bagian langkah'


DAFTAR_PEMERIKSAAN: tuple[tuple[str, Callable[[Langkah, Sekitar], Iterator[str]]], ...] = (
    ("kode-langkah", _kode),
    ("penanda-langkah", _penanda),
    ("peran-tidak-dikenal", _peran),
    ("tanpa-pelaksana", _tanpa_pelaksana),
    ("pelaksana-tidak-cocok", _pelaksana),
    ("bersama-sendirian", _bersama),
    ("kelengkapan-salah-asal", _kelengkapan),
    ("waktu-tidak-terbaca", _waktu),
    ("tanpa-output", _tanpa_output),
    ("output-tanpa-pembuat", _output),
    ("kembali-ke-depan", _kembali),
    ("pengumpulan-tidak-cocok", _tiap),
    ("paling-lambat-tidak-terbaca", _paling_lambat),
    ("disimpulkan-tidak-dikenal", _disimpulkan),
)
