"""Match the rows of a workbook with the rows already kept, and say what would change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lapkin.bahasa.angka import rupiah
from lapkin.kinerja.lembar import PERIODE, BarisAnggaran, BarisIndikator, LembarKinerja, rapi
from lapkin.kinerja.tampilan import JUDUL_PERIODE


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One cell that changes: kind and name of its row, what it is, from which text to which."""

    jenis: str
    nama: str
    hal: str
    dari: str
    menjadi: str


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What taking a sheet over would do; additions and removals as (kind, name)."""

    daftar_tambah: tuple[tuple[str, str], ...]
    daftar_hapus: tuple[tuple[str, str], ...]
    daftar_ubah: tuple[Ubahan, ...]
    target_berubah: bool

    @property
    def ringkasan(self) -> str:
        """The change in one phrase: "3 baris baru, 2 isian berubah, 0 baris dihapus"."""
        return (
            f"{len(self.daftar_tambah)} baris baru, {len(self.daftar_ubah)} isian berubah, "
            f"{len(self.daftar_hapus)} baris dihapus"
        )

    @property
    def kosong(self) -> bool:
        return not (self.daftar_tambah or self.daftar_hapus or self.daftar_ubah)


def selaraskan(lama: LembarKinerja, baru: LembarKinerja) -> LembarKinerja:
    """The new sheet with the keys of the rows it continues: the same key, else the same words in the same place."""
    sasaran = _padankan(lama.daftar_sasaran, baru.daftar_sasaran, lambda satu: rapi(satu.nama))
    anggaran = _padankan(
        lama.daftar_anggaran, baru.daftar_anggaran, _tanda_anggaran(lama), _tanda_anggaran(baru)
    )
    indikator = _padankan(
        lama.daftar_indikator, baru.daftar_indikator, _tanda_indikator(lama), _tanda_indikator(baru)
    )
    return replace(
        baru,
        daftar_sasaran=tuple(replace(satu, kunci=sasaran[satu.kunci]) for satu in baru.daftar_sasaran),
        daftar_anggaran=tuple(
            replace(
                satu,
                kunci=anggaran[satu.kunci],
                induk=anggaran.get(satu.induk, ""),
                sasaran=sasaran.get(satu.sasaran, ""),
            )
            for satu in baru.daftar_anggaran
        ),
        daftar_indikator=tuple(
            replace(
                satu,
                kunci=indikator[satu.kunci],
                induk=indikator.get(satu.induk, ""),
                sasaran=sasaran.get(satu.sasaran, ""),
                anggaran=anggaran.get(satu.anggaran, ""),
            )
            for satu in baru.daftar_indikator
        ),
    )


def _padankan(
    daftar_lama: Sequence, daftar_baru: Sequence, tanda: Callable, tanda_baru: Callable | None = None
) -> dict[str, str]:
    """For each new key the kept key of the same row, or the new key itself."""
    kunci_lama = {satu.kunci for satu in daftar_lama}
    padanan = {satu.kunci: satu.kunci for satu in daftar_baru if satu.kunci in kunci_lama}
    sisa = {tanda(satu): satu.kunci for satu in daftar_lama if satu.kunci not in padanan}
    for satu in daftar_baru:
        if satu.kunci not in padanan:
            padanan[satu.kunci] = sisa.pop((tanda_baru or tanda)(satu), satu.kunci)
    return padanan


def _tanda_anggaran(lembar: LembarKinerja) -> Callable[[BarisAnggaran], tuple]:
    """A budget line is known by the names on its way down from the top."""
    menurut_kunci = {satu.kunci: satu for satu in lembar.daftar_anggaran}

    def tanda(satu: BarisAnggaran) -> tuple:
        jalur = [(satu.kode, rapi(satu.nama))]
        while satu := menurut_kunci.get(satu.induk):
            jalur.append(rapi(satu.nama))
        return tuple(jalur)

    return tanda


def _tanda_indikator(lembar: LembarKinerja) -> Callable[[BarisIndikator], tuple]:
    nama_anggaran = {satu.kunci: rapi(satu.nama) for satu in lembar.daftar_anggaran}
    return lambda satu: (satu.tingkat, nama_anggaran.get(satu.anggaran, ""), rapi(satu.nama))


def bandingkan(lama: LembarKinerja, baru: LembarKinerja) -> Perubahan:
    """What differs between two sheets whose keys are already matched (see `selaraskan`)."""
    daftar_bagian = (
        ("Sasaran", lama.daftar_sasaran, baru.daftar_sasaran, lambda satu: {"nama": satu.nama}),
        ("Indikator", lama.daftar_indikator, baru.daftar_indikator, _isi_indikator(lama, baru)),
        ("Anggaran", lama.daftar_anggaran, baru.daftar_anggaran, _isi_anggaran),
    )
    return Perubahan(
        daftar_tambah=_gabung(
            _hanya(jenis, sesudah, sebelum) for jenis, sebelum, sesudah, _ in daftar_bagian
        ),
        daftar_hapus=_gabung(_hanya(jenis, sebelum, sesudah) for jenis, sebelum, sesudah, _ in daftar_bagian),
        daftar_ubah=_gabung(_daftar_ubah(*bagian) for bagian in daftar_bagian),
        target_berubah=daftar_target(lama) != daftar_target(baru),
    )


def daftar_target(lembar: LembarKinerja) -> dict[str, str]:
    """The targets of a sheet by indicator; an indicator without one is left out."""
    return {satu.kunci: satu.target for satu in lembar.daftar_indikator if satu.target}


def _gabung(daftar: Iterable[Iterable]) -> tuple:
    return tuple(chain.from_iterable(daftar))


def _hanya(jenis: str, daftar: Sequence, daftar_lain: Sequence) -> list[tuple[str, str]]:
    kunci_lain = {satu.kunci for satu in daftar_lain}
    return [(jenis, satu.nama) for satu in daftar if satu.kunci not in kunci_lain]


def _daftar_ubah(jenis: str, daftar_lama: Sequence, daftar_baru: Sequence, isi: Callable) -> Iterator[Ubahan]:
    menurut_kunci = {satu.kunci: satu for satu in daftar_lama}
    for satu in daftar_baru:
        if satu.kunci not in menurut_kunci:
            continue
        sebelum, sesudah = isi(menurut_kunci[satu.kunci]), isi(satu)
        for hal in dict.fromkeys([*sebelum, *sesudah]):
            dari, menjadi = sebelum.get(hal, ""), sesudah.get(hal, "")
            if dari != menjadi:
                yield Ubahan(jenis, satu.nama, hal, dari, menjadi)


def _isi_indikator(lama: LembarKinerja, baru: LembarKinerja) -> Callable[[BarisIndikator], dict[str, str]]:
    nama_sasaran = {satu.kunci: satu.nama for satu in (*baru.daftar_sasaran, *lama.daftar_sasaran)}
    nama_anggaran = {satu.kunci: satu.nama for satu in (*baru.daftar_anggaran, *lama.daftar_anggaran)}

    def isi(satu: BarisIndikator) -> dict[str, str]:
        return {
            "nama": satu.nama,
            "sasaran": nama_sasaran.get(satu.sasaran, ""),
            "program/kegiatan": nama_anggaran.get(satu.anggaran, ""),
            **{nama.replace("_", " "): getattr(satu, nama) for nama in _ISI_INDIKATOR},
            **{f"realisasi {JUDUL_PERIODE[periode]}": satu.realisasi.get(periode, "") for periode in PERIODE},
            **{f"realisasi {tahun}": teks for tahun, teks in satu.riwayat.items()},
        }

    return isi


_ISI_INDIKATOR = (
    "tingkat",
    "satuan",
    "arah",
    "rumus",
    "batas",
    "target",
    "target_akhir",
    "standar_nasional",
    "penanggung_jawab",
    "sumber_data",
)


def _isi_anggaran(satu: BarisAnggaran) -> dict[str, str]:
    return {
        "uraian": satu.nama,
        "tingkat": satu.tingkat,
        "kode": satu.kode,
        "pagu": rupiah(satu.pagu),
        "realisasi": rupiah(satu.realisasi),
    }
