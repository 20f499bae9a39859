"""Where the elements of the flow stand: lanes as bands, one column for each place in the order, arrows at right angles.

Going on is always one column to the right; going back runs above all elements, on a track of its own.
Lengths are in pixels, as BPMN's diagram part counts them; x to the right, y down.
"""

from dataclasses import dataclass
from math import ceil

from lapkin.sop.tukar.graf import Aliran, Bentuk, Graf, Simpul

Titik = tuple[int, int]

LEBAR_TUGAS = 200
TINGGI_TUGAS = 80
_HURUF_SEBARIS = 28
_TINGGI_HURUF = 15
SELA = 56  # between two columns
TEPI = 24  # between an element and the edge of its lane
JUDUL = 30  # the strip on the left with the name of a pool or lane
_KECIL = {Bentuk.MULAI: 36, Bentuk.SELESAI: 36, Bentuk.PILIHAN: 50, Bentuk.SEREMPAK: 50}
_RUANG_NAMA = 40  # below a gateway or event, for its name
_JARAK_JALUR = 16
KIRI, ATAS = 40, 40
LEBAR_NAMA, TINGGI_NAMA = 110, 28
_LEBAR_PILIHAN = 150  # the column of a gateway that asks, with the names of its returns beside it
_LEBAR_HURUF_NAMA = 6


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle."""

    x: int
    y: int
    lebar: int
    tinggi: int

    @property
    def tengah(self) -> Titik:
        return self.x + self.lebar // 2, self.y + self.tinggi // 2

    @property
    def kanan(self) -> int:
        return self.x + self.lebar

    @property
    def bawah(self) -> int:
        return self.y + self.tinggi


@dataclass(frozen=True, slots=True, kw_only=True)
class Tata:
    """The whole drawing: the pool, the lanes by role, the elements and arrows by id, the names beside them."""

    kolam: Kotak
    lajur: dict[str, Kotak]
    simpul: dict[str, Kotak]
    aliran: dict[str, tuple[Titik, ...]]
    nama: dict[str, Kotak]


def tata(graf: Graf) -> Tata:
    """Positions of everything in a graph."""
    kembali = [aliran for aliran in graf.daftar_aliran if aliran.syarat]
    letak = {simpul.id: simpul.letak for simpul in graf.daftar_simpul}
    jalur = _jalur_kembali(kembali, letak)
    lajur = _lajur(graf, (max(jalur.values(), default=-1) + 1) * _JARAK_JALUR)
    simpul = _simpul(graf, lajur, (max(jalur.values(), default=-1) + 1) * _JARAK_JALUR)
    kolam = Kotak(KIRI, ATAS, next(iter(lajur.values())).lebar + JUDUL, sum(k.tinggi for k in lajur.values()))
    aliran = {a.id: _maju(simpul[a.dari], simpul[a.ke]) for a in graf.daftar_aliran if not a.syarat}
    aliran |= _mundur(kembali, simpul, jalur)
    return Tata(kolam=kolam, lajur=lajur, simpul=simpul, aliran=aliran, nama=_nama(graf, simpul, aliran))


def _ukuran(simpul: Simpul) -> tuple[int, int]:
    if simpul.bentuk in _KECIL:
        return _KECIL[simpul.bentuk], _KECIL[simpul.bentuk]
    tinggi = ceil(len(simpul.nama) / _HURUF_SEBARIS) * _TINGGI_HURUF + 30
    return LEBAR_TUGAS, max(TINGGI_TUGAS, tinggi)


def _lajur(graf: Graf, ruang_jalur: int) -> dict[str, Kotak]:
    """The bands, each as high as its highest element; the first has room for the tracks of the returns."""
    lebar = sum(_lebar_kolom(graf)) + SELA * (len(_lebar_kolom(graf)) + 1) + JUDUL
    y, hasil = ATAS, {}
    for urutan, nama in enumerate(graf.daftar_lajur):
        tinggi = max((_ukuran(s)[1] for s in graf.daftar_simpul if s.lajur == nama), default=TINGGI_TUGAS)
        tinggi = max(tinggi, TINGGI_TUGAS + _RUANG_NAMA) + 2 * TEPI + (ruang_jalur if urutan == 0 else 0)
        hasil[nama] = Kotak(KIRI + JUDUL, y, lebar, tinggi)
        y += tinggi
    return hasil


def _lebar_kolom(graf: Graf) -> list[int]:
    lebar = [0] * (max(simpul.letak for simpul in graf.daftar_simpul) + 1)
    for simpul in graf.daftar_simpul:
        tersendiri = _LEBAR_PILIHAN if simpul.bentuk is Bentuk.PILIHAN and simpul.nama else 0
        lebar[simpul.letak] = max(lebar[simpul.letak], _ukuran(simpul)[0], tersendiri)
    return lebar


def _simpul(graf: Graf, lajur: dict[str, Kotak], ruang_jalur: int) -> dict[str, Kotak]:
    """Every element in the middle of its column and of its lane."""
    kiri, x = [], KIRI + 2 * JUDUL + SELA
    daftar_lebar = _lebar_kolom(graf)
    for lebar in daftar_lebar:
        kiri.append(x)
        x += lebar + SELA
    hasil = {}
    for simpul in graf.daftar_simpul:
        lebar, tinggi = _ukuran(simpul)
        pita = lajur[simpul.lajur]
        atas = pita.y + (ruang_jalur if simpul.lajur == graf.daftar_lajur[0] else 0)
        hasil[simpul.id] = Kotak(
            kiri[simpul.letak] + (daftar_lebar[simpul.letak] - lebar) // 2,
            atas + (pita.bawah - atas - tinggi) // 2,
            lebar,
            tinggi,
        )
    return hasil


def _maju(dari: Kotak, ke: Kotak) -> tuple[Titik, ...]:
    """From the right side to the left side of the next column; the turn lies in the gap between them."""
    awal, akhir = (dari.kanan, dari.tengah[1]), (ke.x, ke.tengah[1])
    if awal[1] == akhir[1]:
        return awal, akhir
    belok = ke.x - SELA // 2
    return awal, (belok, awal[1]), (belok, akhir[1]), akhir


def _jalur_kembali(kembali: list[Aliran], letak: dict[str, int]) -> dict[str, int]:
    """The track of each return, 0 the lowest: short ones below, no two over the same column on one track."""
    terisi: list[list[tuple[int, int]]] = []
    hasil = {}
    for aliran in sorted(kembali, key=lambda a: (letak[a.dari] - letak[a.ke], letak[a.dari])):
        rentang = letak[aliran.ke], letak[aliran.dari]
        nomor = next((n for n, jalur in enumerate(terisi) if not _bertemu(rentang, jalur)), len(terisi))
        if nomor == len(terisi):
            terisi.append([])
        terisi[nomor].append(rentang)
        hasil[aliran.id] = nomor
    return hasil


def _bertemu(rentang: tuple[int, int], jalur: list[tuple[int, int]]) -> bool:
    return any(kiri <= rentang[1] and rentang[0] <= kanan for kiri, kanan in jalur)


def _mundur(
    kembali: list[Aliran], simpul: dict[str, Kotak], jalur: dict[str, int]
) -> dict[str, tuple[Titik, ...]]:
    """Up from the gateway, left on the track, down to the element; arrows that share an end stand side by side."""
    tertinggi = max(jalur.values(), default=0)
    hasil = {}
    for aliran in kembali:
        dari, ke = simpul[aliran.dari], simpul[aliran.ke]
        y = ATAS + TEPI // 2 + (tertinggi - jalur[aliran.id]) * _JARAK_JALUR
        geser = _geser(aliran, [a for a in kembali if a.dari == aliran.dari], dari, jalur)
        geser_ke = _geser(aliran, [a for a in kembali if a.ke == aliran.ke], ke, jalur)
        keluar = dari.tengah[0] + geser, dari.y + abs(geser)
        masuk = ke.tengah[0] + geser_ke, ke.y + (abs(geser_ke) if ke.lebar == ke.tinggi else 0)
        hasil[aliran.id] = (keluar, (keluar[0], y), (masuk[0], y), masuk)
    return hasil


def _geser(aliran: Aliran, sekawan: list[Aliran], kotak: Kotak, jalur: dict[str, int]) -> int:
    """How far from the middle an arrow stands among those that share its end: the longest way outermost."""
    langkah = min(12, (kotak.lebar - 10) // max(1, len(sekawan)))
    urutan = sorted(sekawan, key=lambda a: jalur[a.id]).index(aliran)
    return (2 * urutan - len(sekawan) + 1) * langkah // 2


def _nama(graf: Graf, simpul: dict[str, Kotak], aliran: dict[str, tuple[Titik, ...]]) -> dict[str, Kotak]:
    """Where the names stand that do not fit into their element, and those of the arrows."""
    hasil = {}
    for satu in graf.daftar_simpul:
        if satu.bentuk in _KECIL and satu.nama:
            kotak = simpul[satu.id]
            hasil[satu.id] = Kotak(
                kotak.tengah[0] - LEBAR_NAMA // 2, kotak.bawah + 4, LEBAR_NAMA, TINGGI_NAMA
            )
    for satu in graf.daftar_aliran:
        if satu.nama:
            x, y = aliran[satu.id][0]
            hasil[satu.id] = (
                _nama_kembali(satu, graf, aliran) if satu.syarat else Kotak(x + 4, y - 18, 20, 14)
            )
    return hasil


def _nama_kembali(aliran: Aliran, graf: Graf, titik: dict[str, tuple[Titik, ...]]) -> Kotak:
    """Beside the gateway's head, one above the other where several go back from it."""
    sekawan = [a for a in graf.daftar_aliran if a.syarat and a.dari == aliran.dari]
    x = max(titik[a.id][0][0] for a in sekawan) + 4
    y = min(titik[a.id][0][1] for a in sekawan)
    return Kotak(x, y - 22 - 15 * sekawan.index(aliran), len(aliran.nama) * _LEBAR_HURUF_NAMA, 14)
