"""The columns of the table and its header: which are printed, how wide, and what stands above them."""

from dataclasses import dataclass

from lapkin.dokumen.teks import tercetak
from lapkin.sop.bagan import Langkah
from lapkin.sop.formulir.bentuk import A3, A4, F4, Bagian, Baris, Kertas, Kolom, Sel
from lapkin.sop.formulir.huruf import JARAK_BARIS, lebar_kata, lipat
from lapkin.sop.sop import LabelKolom, Sop

PADDING = 3.5  # left and right of every text, in the layout and in all who print it
UKURAN_KEPALA = 7.5
TEPI_AREA = 7.0  # room beyond the outermost symbols, for lines that go round them
_LEBAR_BIASA = {
    Bagian.NO: 26.0,
    Bagian.KEGIATAN: 176.0,
    Bagian.KELENGKAPAN: 104.0,
    Bagian.WAKTU: 46.0,
    Bagian.OUTPUT: 84.0,
    Bagian.KETERANGAN: 62.0,
}
_LENTUR = (Bagian.KEGIATAN, Bagian.KELENGKAPAN, Bagian.OUTPUT)
_MUTU = (Bagian.KELENGKAPAN, Bagian.WAKTU, Bagian.OUTPUT)
_PELAKSANA_BIASA, _PELAKSANA_SEMPIT, _PELAKSANA_LEBAR = 64.0, 46.0, 92.0


@dataclass(frozen=True, slots=True)
class Kepala:
    """The header of the table, its top at y = 0, as tall as its rows together."""

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    tinggi: float


def isi_sel(langkah: Langkah, bagian: Bagian) -> str:
    """What the row prints in this column; nothing among the pelaksana, where the symbols stand."""
    match bagian:
        case Bagian.NO:
            teks = langkah.no
        case Bagian.KEGIATAN:
            teks = langkah.kegiatan
        case Bagian.KELENGKAPAN:
            teks = langkah.kelengkapan_tercetak
        case Bagian.WAKTU:
            teks = langkah.waktu_tercetak
        case Bagian.OUTPUT:
            teks = langkah.output_tercetak
        case Bagian.KETERANGAN:
            teks = langkah.keterangan
        case _:
            teks = ""
    return tercetak(teks)


def pilih_kertas(sop: Sop) -> Kertas:
    """A4 as long as the actors find room on it, then F4, then A3."""
    jumlah = sum(peran.kolom for peran in sop.peran)
    if jumlah <= 6:
        return A4
    return F4 if jumlah <= 9 else A3


def susun_kepala(sop: Sop, kertas: Kertas) -> Kepala:
    """Columns and header rows. A column is printed when it has a label, or a text that would else be lost."""
    label = sop.identitas.label_kolom
    bagian = [satu for satu in Bagian if _tercetak(sop, label, satu)]
    kolom = _bagi(sop, bagian, kertas)
    baris = _baris_kepala(label, kolom)
    if label.nomor_kolom:
        baris.append(_baris_nomor(label.nomor_kolom, kolom, baris[-1].y + baris[-1].tinggi))
    return Kepala(kolom, tuple(baris), baris[-1].y + baris[-1].tinggi)


def _tercetak(sop: Sop, label: LabelKolom, bagian: Bagian) -> bool:
    if bagian is Bagian.PELAKSANA or getattr(label, bagian.value):
        return True
    return any(isi_sel(langkah, bagian).strip() for langkah in sop.langkah)


def _bagi(sop: Sop, bagian: list[Bagian], kertas: Kertas) -> tuple[Kolom, ...]:
    """Shares the width: actors get theirs first, the texts the rest."""
    ruang = kertas.lebar - 2 * kertas.tepi
    peran = list(dict.fromkeys(peran.nama for peran in sop.peran if peran.kolom))
    lebar = {satu: _lebar_perlu(sop, satu) for satu in bagian if satu is not Bagian.PELAKSANA}
    teks = sum(lebar.values())
    satuan = 0.0
    if peran:
        satuan = (ruang - 2 * TEPI_AREA - teks) / len(peran)
        satuan = min(
            max(satuan, _PELAKSANA_SEMPIT),
            _PELAKSANA_LEBAR if len(peran) <= 3 or teks < 0.5 * ruang else _PELAKSANA_BIASA,
        )
        satuan = min(satuan, 0.7 * ruang / len(peran))
    sisa = ruang - teks - (len(peran) * satuan + 2 * TEPI_AREA if peran else 0)
    lebar = _sesuaikan(lebar, sisa)
    return _jajarkan(bagian, lebar, peran, satuan, kertas.tepi)


def _lebar_perlu(sop: Sop, bagian: Bagian) -> float:
    """The usual width; less for a column of dashes, more for a number that is long."""
    biasa = _LEBAR_BIASA[bagian]
    if bagian in _LENTUR:
        return biasa
    label = getattr(sop.identitas.label_kolom, bagian.value)
    kata = [lebar_kata(kata, True) * UKURAN_KEPALA for kata in label.split()]
    kata += [lebar_kata(kata) * 8 for langkah in sop.langkah for kata in isi_sel(langkah, bagian).split()]
    perlu = max(kata, default=0.0) + 2 * PADDING + 1
    return (
        min(max(perlu, 26.0), biasa) if bagian is Bagian.KETERANGAN else min(max(perlu, biasa), 1.3 * biasa)
    )


def _sesuaikan(lebar: dict[Bagian, float], sisa: float) -> dict[Bagian, float]:
    """What is left over, or lacking, is shared by the columns of long texts; lacking more, by all."""
    lentur = sum(satu for bagian, satu in lebar.items() if bagian in _LENTUR)
    if not lentur or sisa < -0.45 * lentur:
        kali = 1 + sisa / sum(lebar.values())
        return {bagian: satu * kali for bagian, satu in lebar.items()}
    return {
        bagian: satu * (1 + sisa / lentur) if bagian in _LENTUR else satu for bagian, satu in lebar.items()
    }


def _jajarkan(
    bagian: list[Bagian], lebar: dict[Bagian, float], peran: list[str], satuan: float, tepi: float
) -> tuple[Kolom, ...]:
    hasil: list[Kolom] = []
    x = tepi
    for satu in bagian:
        if satu is not Bagian.PELAKSANA:
            hasil.append(Kolom(satu, x, lebar[satu]))
            x += lebar[satu]
            continue
        for ke, nama in enumerate(peran):
            tambah = TEPI_AREA * ((ke == 0) + (ke == len(peran) - 1))
            hasil.append(Kolom(satu, x, satuan + tambah, nama))
            x += satuan + tambah
    return tuple(hasil)


def _baris_kepala(label: LabelKolom, kolom: tuple[Kolom, ...]) -> list[Baris]:
    """One header row, or two where a label stands above several columns."""
    kelompok = _kelompok(label, kolom)
    bertingkat = any(judul for judul, _ in kelompok)
    bawah = [_lipat_label(_label(label, satu), satu.lebar) for satu in kolom]
    tinggi_atas = 17.0 if bertingkat else 0.0
    for judul, anggota in kelompok:
        if judul:
            lipatan, ukuran = _lipat_label(judul, sum(kolom[ke].lebar for ke in anggota))
            tinggi_atas = max(tinggi_atas, _tinggi(lipatan, ukuran))
    dalam = {ke for judul, anggota in kelompok if judul for ke in anggota}
    tinggi_bawah = max([24.0, *(_tinggi(*bawah[ke]) for ke in dalam or range(len(kolom)))])
    luar = max((_tinggi(*bawah[ke]) for ke in range(len(kolom)) if ke not in dalam), default=0.0)
    tinggi_bawah = max(tinggi_bawah, luar - tinggi_atas)
    daftar_atas, daftar_bawah = [], []
    for judul, anggota in kelompok:
        if judul:
            lebar = sum(kolom[ke].lebar for ke in anggota)
            lipatan, ukuran = _lipat_label(judul, lebar)
            daftar_atas.append(
                _sel_kepala(
                    kolom[anggota[0]], anggota[0], 0, lebar, tinggi_atas, lipatan, ukuran, len(anggota)
                )
            )
        for ke in anggota:
            y = tinggi_atas if judul else 0.0
            sel = _sel_kepala(
                kolom[ke], ke, y, kolom[ke].lebar, tinggi_atas + tinggi_bawah - y, *bawah[ke],
                rentang_baris=1 if judul or not bertingkat else 2,
            )  # fmt: skip
            (daftar_bawah if judul else daftar_atas).append(sel)
    if not bertingkat:
        return [Baris("", -1, 0.0, tinggi_bawah, tuple(daftar_atas))]
    return [
        Baris("", -1, 0.0, tinggi_atas, tuple(daftar_atas)),
        Baris("", -1, tinggi_atas, tinggi_bawah, tuple(daftar_bawah)),
    ]


def _kelompok(label: LabelKolom, kolom: tuple[Kolom, ...]) -> list[tuple[str, list[int]]]:
    """The columns under one heading each; "" for a column without one."""
    hasil: list[tuple[str, list[int]]] = []
    for ke, satu in enumerate(kolom):
        judul = ""
        if satu.bagian is Bagian.PELAKSANA:
            judul = tercetak(label.pelaksana)
        elif satu.bagian in _MUTU:
            judul = tercetak(label.mutu_baku)
        if judul and hasil and hasil[-1][0] == judul:
            hasil[-1][1].append(ke)
        else:
            hasil.append((judul, [ke]))
    return hasil


def _label(label: LabelKolom, kolom: Kolom) -> str:
    if kolom.bagian is Bagian.PELAKSANA:
        return tercetak(kolom.peran)
    return tercetak(getattr(label, kolom.bagian.value))


def _lipat_label(teks: str, lebar: float) -> tuple[tuple[str, ...], float]:
    """A label in as large a letter as leaves its words whole."""
    muat = lebar - 2 * PADDING
    terlebar = max((lebar_kata(kata, True) for kata in teks.split()), default=0.0)
    ukuran = UKURAN_KEPALA if terlebar * UKURAN_KEPALA <= muat else max(5.0, muat / terlebar - 0.01)
    return lipat(teks, muat, ukuran, True), ukuran


def _tinggi(lipatan: tuple[str, ...], ukuran: float) -> float:
    return len(lipatan) * ukuran * JARAK_BARIS + 2 * PADDING


def _sel_kepala(
    kolom: Kolom, ke: int, y: float, lebar: float, tinggi: float, lipatan: tuple[str, ...], ukuran: float,
    rentang_kolom: int = 1, rentang_baris: int = 1,
) -> Sel:  # fmt: skip
    return Sel(ke, kolom.x, y, lebar, tinggi, lipatan, ukuran, True, "tengah", rentang_kolom, rentang_baris)


def _baris_nomor(nomor: tuple[str, ...], kolom: tuple[Kolom, ...], y: float) -> Baris:
    """The row of column numbers that some offices print; a number too many joins the last cell."""
    daftar = [*nomor, *[""] * len(kolom)][: len(kolom)]
    daftar[-1] = " ".join(nomor[len(kolom) - 1 :])
    lipatan = [lipat(tercetak(satu), kolom[ke].lebar - 2 * PADDING, 6.5) for ke, satu in enumerate(daftar)]
    tinggi = max([11.0, *(len(satu) * 6.5 * JARAK_BARIS + 3 for satu in lipatan)])
    return Baris(
        "", -1, y, tinggi,
        tuple(
            Sel(ke, satu.x, y, satu.lebar, tinggi, lipatan[ke], 6.5, False, "tengah")
            for ke, satu in enumerate(kolom)
        ),
    )  # fmt: skip
