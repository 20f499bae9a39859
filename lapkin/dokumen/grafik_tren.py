"""The trend chart: a few lines over the years, told apart by mark and dash as well as by tone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lapkin.dokumen.grafik import Nilai, bungkus_svg, satuan, tulis

_LEBAR = 640
_TINGGI = 230
_KIRI, _KANAN, _ATAS, _BAWAH = 48, 48, 44, 32
_GAYA = (  # colour, dash, mark
    ("#24507f", "", "bulat"),
    ("#b4560b", "7 4", "kotak"),
    ("#2f7d4f", "2 3", "wajik"),
    ("#5b4a8a", "9 3 2 3", "segitiga"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seri:
    """One line: its name and a figure per period (without a figure the line has a gap)."""

    nama: str
    nilai: tuple[Nilai, ...]


def garis_tren(periode: Sequence[str], daftar_seri: Sequence[Seri]) -> str:
    """Up to four lines over the periods; raises ValueError for more, or for a line of another length."""
    if len(daftar_seri) > len(_GAYA):
        raise ValueError("grafik tren memuat paling banyak empat garis")
    if any(len(seri.nilai) != len(periode) for seri in daftar_seri):
        raise ValueError("jumlah nilai sebuah garis tidak sama dengan jumlah periode")
    skala = _Skala(daftar_seri, len(periode))
    isi = [_sumbu(skala, periode)]
    for ke, seri in enumerate(daftar_seri):
        isi.append(_legenda(ke, seri.nama, len(daftar_seri)))
        isi.append(_garis(skala, ke, seri))
    return bungkus_svg(_LEBAR, _TINGGI, "".join(isi))


def uraian_tren(judul: str, periode: Sequence[str], daftar_seri: Sequence[Seri]) -> str:
    """The chart in words."""
    bagian = [
        f"{seri.nama}: " + ", ".join(f"{p} {n.tulisan}" for p, n in zip(periode, seri.nilai, strict=True))
        for seri in daftar_seri
    ]
    return f"Grafik garis {judul}. " + "; ".join(bagian) + "."


class _Skala:
    """From figures to places on the sheet, with room for the texts above and below."""

    def __init__(self, daftar_seri: Sequence[Seri], banyak: int) -> None:
        daftar = [n.angka for seri in daftar_seri for n in seri.nilai if n.angka is not None] or [Decimal(0)]
        rentang = (max(daftar) - min(daftar)) or Decimal(1)
        self.bawah = min(daftar) - rentang / 5
        self.rentang = rentang * Decimal("1.3")
        self.daftar_seri = daftar_seri
        self.langkah = Decimal(_LEBAR - _KIRI - _KANAN) / max(1, banyak - 1)

    def x(self, ke: int) -> Decimal:
        return _KIRI + ke * self.langkah

    def y(self, angka: Decimal) -> Decimal:
        tinggi = _TINGGI - _ATAS - _BAWAH
        return _TINGGI - _BAWAH - tinggi * (angka - self.bawah) / self.rentang

    def letak_tulisan(self, ke_seri: int, ke: int) -> tuple[int, int, str]:
        """Shift and anchor of a figure: above the highest line, below the lowest, beside one between them."""
        nilai = self.daftar_seri[ke_seri].nilai[ke].angka
        lain = [s.nilai[ke].angka for nomor, s in enumerate(self.daftar_seri) if nomor != ke_seri]
        ada = [angka for angka in lain if angka is not None]
        if all(nilai > angka or (nilai == angka and ke_seri == 0) for angka in ada):
            return 0, -9, "middle"
        return (0, 19, "middle") if nilai <= min(ada) else (9, 4, "start")


def _sumbu(skala: _Skala, periode: Sequence[str]) -> str:
    dasar = _TINGGI - _BAWAH
    isi = f'<line x1="{_KIRI - 20}" y1="{dasar}" x2="{_LEBAR - 20}" y2="{dasar}" stroke="#9aa5b1"/>'
    for ke, nama in enumerate(periode):
        x = satuan(skala.x(ke))
        isi += f'<line x1="{x}" y1="{_ATAS - 8}" x2="{x}" y2="{dasar}" stroke="#e3e8ed"/>'
        isi += tulis(skala.x(ke), dasar + 18, nama, ' text-anchor="middle"')
    return isi


def _legenda(ke: int, nama: str, banyak: int) -> str:
    warna, putus, tanda = _GAYA[ke]
    x = _KIRI - 20 + ke * ((_LEBAR - _KIRI) // banyak)
    garis = f'<line x1="{x}" y1="12" x2="{x + 30}" y2="12" stroke="{warna}" stroke-width="2"{_putus(putus)}/>'
    return garis + _tanda(tanda, Decimal(x + 15), Decimal(12), warna) + tulis(x + 37, 16, nama)


def _garis(skala: _Skala, ke: int, seri: Seri) -> str:
    """Segments between neighbours that both have a figure, then marks and figures on top."""
    warna, putus, tanda = _GAYA[ke]
    isi = ""
    titik = [
        (skala.x(i), skala.y(n.angka), n.tulisan) if n.angka is not None else None
        for i, n in enumerate(seri.nilai)
    ]
    for dari, ke_titik in zip(titik, titik[1:], strict=False):
        if dari and ke_titik:
            isi += (
                f'<line x1="{satuan(dari[0])}" y1="{satuan(dari[1])}" x2="{satuan(ke_titik[0])}"'
                f' y2="{satuan(ke_titik[1])}" stroke="{warna}" stroke-width="2"{_putus(putus)}/>'
            )
    for i, satu in enumerate(titik):
        if satu:
            geser, angkat, jangkar = skala.letak_tulisan(ke, i)
            isi += _tanda(tanda, satu[0], satu[1], warna)
            sifat = f' text-anchor="{jangkar}" font-size="12"'
            isi += tulis(satu[0] + geser, satu[1] + angkat, satu[2], sifat)
    return isi


def _putus(pola: str) -> str:
    return f' stroke-dasharray="{pola}"' if pola else ""


def _tanda(bentuk: str, x: Decimal, y: Decimal, warna: str) -> str:
    sifat = f'fill="#ffffff" stroke="{warna}" stroke-width="2"'
    if bentuk == "bulat":
        return f'<circle cx="{satuan(x)}" cy="{satuan(y)}" r="4" {sifat}/>'
    if bentuk == "kotak":
        return f'<rect x="{satuan(x - 4)}" y="{satuan(y - 4)}" width="8" height="8" {sifat}/>'
    sudut = {"wajik": ((0, -5), (5, 0), (0, 5), (-5, 0)), "segitiga": ((0, -5), (5, 4), (-5, 4))}[bentuk]
    letak = " ".join(f"{satuan(x + dx)},{satuan(y + dy)}" for dx, dy in sudut)
    return f'<polygon points="{letak}" {sifat}/>'
