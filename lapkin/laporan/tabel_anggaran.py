"""The tables of money: per program, per sasaran, and the whole tree line by line. Amounts come in sen."""

from collections.abc import Sequence

from lapkin.bahasa.angka import rupiah
from lapkin.dokumen.blok import Baris, Sel, Tabel, baris
from lapkin.kinerja.anggaran import jumlah
from lapkin.kinerja.capaian import serapan
from lapkin.kinerja.lembar import (
    TINGKAT_ANGGARAN,
    BarisAnggaran,
    BarisIndikator,
    BarisSasaran,
    LembarKinerja,
)
from lapkin.laporan.hitung import TINGKAT_BAB_TIGA, sasaran_indikator
from lapkin.laporan.tulisan import persen

TANPA_NAMA = "(tanpa nama pada sumber)"
_LEBAR = (6, 44, 19, 19, 12)
_RATA = ("tengah", "kiri", "kanan", "kanan", "kanan")
_INDEN = "\u2003"  # an em space a level: the depth of a line shows in every writer


def daftar_program(daftar: Sequence[BarisAnggaran]) -> tuple[BarisAnggaran, ...]:
    """The lines at program level; where the source has none, its topmost lines."""
    program = tuple(a for a in daftar if a.tingkat == "program")
    return program or tuple(a for a in daftar if not a.induk)


def pendukung_sasaran(lembar: LembarKinerja, sasaran: BarisSasaran) -> tuple[BarisAnggaran, ...]:
    """The lines that the source ties to a sasaran, by themselves or through a Bab III indicator.

    A line below one already taken is part of it and left out.
    """
    daftar = lembar.daftar_anggaran
    dari_indikator = {i.anggaran for i in lembar.daftar_indikator if i.anggaran and _utama(i, sasaran)}
    terkait = [a for a in daftar if a.sasaran == sasaran.kunci or a.kunci in dari_indikator]
    daftar_kunci = {a.kunci for a in terkait}
    menurut_kunci = {a.kunci: a for a in daftar}
    return tuple(a for a in terkait if not _bawahan(a, daftar_kunci, menurut_kunci))


def _utama(indikator: BarisIndikator, sasaran: BarisSasaran) -> bool:
    return indikator.tingkat in TINGKAT_BAB_TIGA and sasaran_indikator(indikator) == sasaran.kunci


def _bawahan(satu: BarisAnggaran, daftar_kunci: set[str], menurut_kunci: dict[str, BarisAnggaran]) -> bool:
    dilewati = {satu.kunci}
    induk = satu.induk
    while induk and induk not in dilewati:
        if induk in daftar_kunci:
            return True
        dilewati.add(induk)
        induk = menurut_kunci[induk].induk if induk in menurut_kunci else ""
    return False


def nama_baris(satu: BarisAnggaran) -> str:
    """The name of a budget line as printed, also of one that its source leaves unnamed."""
    return satu.nama.strip() or TANPA_NAMA


def tabel_program(keterangan: str, daftar: Sequence[BarisAnggaran], kunci: str) -> Tabel:
    """Pagu, realisasi and serapan of each program, with the total of what is shown."""
    total = jumlah(daftar)
    return _tabel(
        keterangan,
        tuple(_baris_anggaran(f"{n}.", nama_baris(a), a.pagu, a.realisasi) for n, a in enumerate(daftar, 1)),
        (total.pagu, total.realisasi),
        kunci,
    )


def tabel_pagu(keterangan: str, daftar: Sequence[BarisAnggaran], kunci: str) -> Tabel:
    """Program and pagu, as a Perjanjian Kinerja prints them."""
    isi = tuple(baris(f"{n}.", nama_baris(a), rupiah(a.pagu)) for n, a in enumerate(daftar, 1))
    total = baris(
        Sel(teks="Jumlah", rentang_kolom=2, rata="kanan"), rupiah(jumlah(daftar).pagu), gaya="tebal"
    )
    return Tabel(
        keterangan=keterangan,
        lebar=(6, 66, 28),
        rata=("tengah", "kiri", "kanan"),
        kepala=(baris("No.", "Program", "Anggaran"),),
        baris=isi,
        kaki=(total,),
        kunci=kunci,
    )


def tabel_rinci(keterangan: str, daftar: Sequence[BarisAnggaran], kunci: str) -> Tabel:
    """Every line of the tree, indented by its level, numbered where no line has a code; the total adds leaves."""
    berkode = any(a.kode.strip() for a in daftar)
    isi = tuple(
        _baris_anggaran(
            a.kode if berkode else f"{n}.",
            _INDEN * _kedalaman(a) + nama_baris(a),
            a.pagu,
            a.realisasi,
            _gaya(a),
        )
        for n, a in enumerate(daftar, 1)
    )
    total = jumlah(daftar)
    kepala_pertama = "Kode" if berkode else "No."
    return _tabel(keterangan, isi, (total.pagu, total.realisasi), kunci, kepala_pertama=kepala_pertama)


def _kedalaman(satu: BarisAnggaran) -> int:
    return TINGKAT_ANGGARAN.index(satu.tingkat)


def _gaya(satu: BarisAnggaran) -> str:
    return "tebal" if _kedalaman(satu) <= TINGKAT_ANGGARAN.index("program") else ""


def _tabel(
    keterangan: str, isi: tuple[Baris, ...], total: tuple[int, int], kunci: str, kepala_pertama: str = "No."
) -> Tabel:
    return Tabel(
        keterangan=keterangan,
        lebar=_LEBAR,
        rata=_RATA,
        kepala=(baris(kepala_pertama, "Program / Kegiatan", "Pagu", "Realisasi", "Serapan (%)"),),
        baris=isi,
        kaki=(_baris_jumlah(*total),),
        kecil=True,
        kunci=kunci,
    )


def _baris_anggaran(awal: str, nama: str, pagu: int, realisasi: int, gaya: str = "") -> Baris:
    return baris(awal, nama, rupiah(pagu), rupiah(realisasi), persen_serapan(pagu, realisasi), gaya=gaya)


def _baris_jumlah(pagu: int, realisasi: int) -> Baris:
    return baris(
        Sel(teks="Jumlah", rentang_kolom=2, rata="kanan"),
        rupiah(pagu),
        rupiah(realisasi),
        persen_serapan(pagu, realisasi),
        gaya="tebal",
    )


def persen_serapan(pagu: int, realisasi: int) -> str:
    """Serapan for a column headed (%), so without the sign; a dash when there is no pagu."""
    return persen(serapan(pagu, realisasi)).removesuffix("%")
