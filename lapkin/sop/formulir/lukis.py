"""The form as SVG: real text, presentation attributes only (no style), read aloud as one picture with a title."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from lapkin.sop.formulir.bentuk import (
    Baris,
    Bentuk,
    Formulir,
    Halaman,
    Panah,
    Penghubung,
    Sel,
    Simbol,
    Titik,
    Tulisan,
)
from lapkin.sop.formulir.huruf import JARAK_BARIS
from lapkin.sop.formulir.kolom import PADDING

_HURUF = "Liberation Sans, Arial, sans-serif"
_KEPALA, _KINI, _TINTA_KINI = "#d9d9d9", "#fff3c4", "#8a5a00"
KEPALA_PANAH = (5.0, 2.2)  # length, half width
_CELAH = 10.0  # between pages in the stacked form
_GARIS, _GARIS_TEBAL = "0.9", "2"


def svg(formulir: Formulir, halaman: Halaman, kini: frozenset[str] = frozenset()) -> str:
    """One page: table and drawing. `kini`: kode of the steps to mark as where a case now is."""
    isi = _isi_halaman(formulir, halaman, kini)
    return _bungkus(formulir, 0, 0, halaman.lebar, halaman.tinggi, isi, halaman.nomor, kini)


def svg_gambar(formulir: Formulir, halaman: Halaman, baris: Baris | None = None) -> str:
    """The drawing alone, transparent: over the page's whole pelaksana area, or the slice over one row.

    A slice has the lines between the columns too: in Word it stands in one cell that covers them all.
    """
    atas, tinggi = (baris.y, baris.tinggi) if baris else (halaman.atas, halaman.bawah - halaman.atas)
    isi = (_garis_kolom(halaman) if baris else "") + _gambar(halaman, frozenset())
    return _bungkus(formulir, halaman.x0, atas, halaman.x1 - halaman.x0, tinggi, isi, halaman.nomor)


def formulir_svg_dari(
    formulir: Formulir, kini: frozenset[str] = frozenset(), *, awalan: tuple[str, float] | None = None
) -> str:
    """All pages, one below the other, as one picture; `awalan`: what stands above them, and its height."""
    isi = [awalan[0]] if awalan else []
    y = awalan[1] + _CELAH if awalan else 0.0
    for halaman in formulir.halaman:
        isi.append(f'<g transform="translate(0 {_a(y)})">{_isi_halaman(formulir, halaman, kini)}</g>')
        y += halaman.tinggi + _CELAH
    lebar = max(halaman.lebar for halaman in formulir.halaman)
    return _bungkus(formulir, 0, 0, lebar, y - _CELAH, "".join(isi), 0, kini)


def _garis_kolom(halaman: Halaman) -> str:
    tinggi = halaman.bawah - halaman.atas
    tegak = "".join(
        f"M{_a(kolom.x)} {_a(halaman.atas)}v{_a(tinggi)}"
        for kolom in halaman.kolom
        if halaman.x0 < kolom.x < halaman.x1
    )
    return f'<path d="{tegak}" fill="none" stroke="#000" stroke-width="0.6"/>' if tegak else ""


def _bungkus(
    formulir: Formulir, x: float, y: float, lebar: float, tinggi: float, isi: str, nomor: int,
    kini: frozenset[str] = frozenset(),
) -> str:  # fmt: skip
    sebutan = f", halaman {nomor} dari {len(formulir.halaman)}" if nomor and len(formulir.halaman) > 1 else ""
    judul = escape(f"Formulir {formulir.judul or 'SOP'}{sebutan}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_a(x)} {_a(y)} {_a(lebar)} {_a(tinggi)}"'
        f' width="{_a(lebar)}" height="{_a(tinggi)}" role="img" font-family="{_HURUF}">'
        f"<title>{judul}</title><desc>{escape(formulir.uraian + _kalimat_kini(formulir, kini))}</desc>{isi}</svg>"
    )


def _kalimat_kini(formulir: Formulir, kini: frozenset[str]) -> str:
    """Which rows are marked, for whoever hears the picture instead of seeing it."""
    daftar = [
        (baris.sel[0].baris or (f"baris ke-{baris.urutan + 1}",))[0]
        for halaman in formulir.halaman
        for baris in halaman.baris
        if baris.langkah in kini
    ]
    return f" Kini di langkah {', '.join(daftar)}." if daftar else ""


def _isi_halaman(formulir: Formulir, halaman: Halaman, kini: frozenset[str]) -> str:
    kertas = f'<rect width="{_a(halaman.lebar)}" height="{_a(halaman.tinggi)}" fill="#fff"/>'
    return "".join(
        [
            kertas,
            *[_teks(sel) for sel in (*halaman.judul, *halaman.catatan)],
            _tabel(halaman, kini),
            _gambar(halaman, kini),
            _kaki(formulir, halaman),
        ]
    )


def _tabel(halaman: Halaman, kini: frozenset[str]) -> str:
    sel_kepala = [sel for baris in halaman.kepala for sel in baris.sel]
    bagian = [_kotak(sel, _KEPALA) for sel in sel_kepala]
    for baris in halaman.baris:
        if baris.langkah in kini:
            bagian.append(_pita_kini(halaman, baris))
    bagian.append(f'<path d="{_garis_tabel(halaman)}" fill="none" stroke="#000" stroke-width="0.7"/>')
    bagian += [_teks(sel) for sel in sel_kepala]
    bagian += [_teks(sel) for baris in halaman.baris for sel in baris.sel if sel.baris]
    return "".join(bagian)


def _kotak(sel: Sel, warna: str) -> str:
    return (
        f'<rect x="{_a(sel.x)}" y="{_a(sel.y)}" width="{_a(sel.lebar)}" height="{_a(sel.tinggi)}"'
        f' fill="{warna}" stroke="#000" stroke-width="0.7"/>'
    )


def _pita_kini(halaman: Halaman, baris: Baris) -> str:
    """The row where the case is: tinted, and named in words for whoever does not see the colour."""
    x, lebar = _tepi_tabel(halaman)
    return (
        f'<rect x="{_a(x)}" y="{_a(baris.y)}" width="{_a(lebar)}" height="{_a(baris.tinggi)}" fill="{_KINI}"/>'
        f'<rect x="{_a(x)}" y="{_a(baris.y)}" width="2.5" height="{_a(baris.tinggi)}" fill="{_TINTA_KINI}"/>'
        f'<text x="{_a(x - 3)}" y="{_a(baris.y + baris.tinggi / 2 + 2.5)}" font-size="7" font-weight="bold"'
        f' text-anchor="end" fill="{_TINTA_KINI}">Kini</text>'
    )


def _tepi_tabel(halaman: Halaman) -> tuple[float, float]:
    awal, akhir = halaman.kolom[0], halaman.kolom[-1]
    return awal.x, akhir.x + akhir.lebar - awal.x


def _garis_tabel(halaman: Halaman) -> str:
    x, lebar = _tepi_tabel(halaman)
    if not halaman.baris:
        return f"M{_a(x)} {_a(halaman.bawah)}h{_a(lebar)}"
    tinggi = halaman.bawah - halaman.atas
    datar = [f"M{_a(x)} {_a(baris.y + baris.tinggi)}h{_a(lebar)}" for baris in halaman.baris]
    tegak = [
        f"M{_a(tepi)} {_a(halaman.atas)}v{_a(tinggi)}" for tepi in (x + lebar, *(k.x for k in halaman.kolom))
    ]
    return "".join(datar + tegak)


def _teks(sel: Sel) -> str:
    """The lines of a cell, in the middle of its height; a title stands at the top of its box."""
    jarak = sel.ukuran * JARAK_BARIS
    awal = sel.y + (sel.tinggi - len(sel.baris) * jarak) / 2 + sel.ukuran * 0.94
    if sel.rata == "tengah":
        x, rata = sel.x + sel.lebar / 2, ' text-anchor="middle"'
    else:
        x, rata = sel.x + PADDING, ""
    tebal = ' font-weight="bold"' if sel.tebal else ""
    atribut = f'<text font-size="{_a(sel.ukuran)}"{rata}{tebal}'
    if len(sel.baris) == 1:
        return f'{atribut} x="{_a(x)}" y="{_a(awal)}">{escape(sel.baris[0])}</text>'
    baris = [
        f'<tspan x="{_a(x)}" y="{_a(awal + ke * jarak)}">{escape(teks)}</tspan>'
        for ke, teks in enumerate(sel.baris)
    ]
    # A space between the lines, so that copying or reading them aloud does not glue words.
    return f"{atribut}>{' '.join(baris)}</text>"


def _gambar(halaman: Halaman, kini: frozenset[str]) -> str:
    biasa = [satu for satu in halaman.simbol if satu.langkah not in kini]
    menonjol = [satu for satu in halaman.simbol if satu.langkah in kini]
    return "".join(
        [
            _panah(halaman.panah),
            _kelompok_simbol(biasa, _GARIS, "#000"),
            _kelompok_simbol(menonjol, _GARIS_TEBAL, _TINTA_KINI),
            *[_teks_simbol(satu) for satu in halaman.simbol if satu.teks],
            *[_tulisan(satu) for satu in halaman.tulisan],
            *[_penghubung(satu) for satu in halaman.penghubung],
        ]
    )


def _panah(daftar: Sequence[Panah]) -> str:
    if not daftar:
        return ""
    garis = "".join([_jalur(panah.titik, panah.masuk) for panah in daftar])
    kepala = "".join([_kepala(*panah.titik[-2:]) for panah in daftar if panah.kepala])
    return f'<path d="{garis}" fill="none" stroke="#000" stroke-width="0.8"/><path d="{kepala}" fill="#000"/>'


def _jalur(titik: tuple[Titik, ...], masuk: float = 0.0) -> str:
    """`masuk`: as in Panah."""
    (x, y), *lain = titik
    bagian = [f"M{_a(x)} {_a(y)}"]
    for px, py in lain:
        bagian.append(f"V{_a(py)}" if px == x else f"H{_a(px)}")
        x = px
    if masuk:
        bagian[-1] = _belokan(titik[-2], titik[-1], masuk)
    return "".join(bagian)


def _belokan(dari: Titik, ke: Titik, jari: float) -> str:
    """The level end of a line that bends down into an upright one: from both sides it looks like a merge."""
    (xa, _), (x, y) = dari, ke
    jari = min(jari, abs(x - xa))
    mundur, arah = (-jari, 1) if x > xa else (jari, 0)
    return f"H{_a(x + mundur)}A{_a(jari)} {_a(jari)} 0 0 {arah} {_a(x)} {_a(y + jari)}"


def _kepala(dari: Titik, ke: Titik) -> str:
    """A filled head with its tip at `ke`."""
    panjang, lebar = KEPALA_PANAH
    (xa, ya), (x, y) = dari, ke
    if xa == x:
        mundur = -panjang if y > ya else panjang
        return f"M{_a(x)} {_a(y)}l{_a(-lebar)} {_a(mundur)}h{_a(2 * lebar)}z"
    mundur = -panjang if x > xa else panjang
    return f"M{_a(x)} {_a(y)}l{_a(mundur)} {_a(-lebar)}v{_a(2 * lebar)}z"


def _kelompok_simbol(daftar: Iterable[Simbol], tebal: str, warna: str) -> str:
    jalur = "".join([_simbol(satu) for satu in daftar])
    return f'<path d="{jalur}" fill="#fff" stroke="{warna}" stroke-width="{tebal}"/>' if jalur else ""


def _simbol(satu: Simbol) -> str:
    x, y, hw, hh = satu.x, satu.y, satu.lebar / 2, satu.tinggi / 2
    if satu.bentuk is Bentuk.BELAH_KETUPAT:
        return f"M{_a(x - hw)} {_a(y)}L{_a(x)} {_a(y - hh)} {_a(x + hw)} {_a(y)} {_a(x)} {_a(y + hh)}z"
    if satu.bentuk is Bentuk.KOTAK:
        return f"M{_a(x - hw)} {_a(y - hh)}h{_a(2 * hw)}v{_a(2 * hh)}h{_a(-2 * hw)}z"
    lurus = 2 * (hw - hh)
    busur = f"a{_a(hh)} {_a(hh)} 0 0 1 0"
    return (
        f"M{_a(x - hw + hh)} {_a(y - hh)}h{_a(lurus)}{busur} {_a(2 * hh)}h{_a(-lurus)}{busur} {_a(-2 * hh)}z"
    )


def _teks_simbol(satu: Simbol) -> str:
    return (
        f'<text x="{_a(satu.x)}" y="{_a(satu.y + satu.ukuran * 0.36)}" font-size="{_a(satu.ukuran)}"'
        f' text-anchor="middle">{escape(satu.teks)}</text>'
    )


def _tulisan(satu: Tulisan) -> str:
    return (
        f'<text x="{_a(satu.x)}" y="{_a(satu.y + satu.tinggi * 0.94)}" font-size="{_a(satu.ukuran)}">'
        f"{escape(satu.teks)}</text>"
    )


def _penghubung(satu: Penghubung) -> str:
    """A pentagon that points the way, with its letter."""
    x, y, hw, hh = satu.x, satu.y, satu.lebar / 2, satu.tinggi / 2
    arah = hh if satu.turun else -hh
    bahu = y + arah * 0.3
    ukuran = 6.5 if len(satu.huruf) == 1 else 5
    return (
        f'<path d="M{_a(x - hw)} {_a(y - arah)}H{_a(x + hw)}V{_a(bahu)}L{_a(x)} {_a(y + arah)} {_a(x - hw)}'
        f' {_a(bahu)}z" fill="#fff" stroke="#000" stroke-width="0.8"/>'
        f'<text x="{_a(x)}" y="{_a(y - arah * 0.25 + ukuran * 0.36)}" font-size="{ukuran}"'
        f' text-anchor="middle">{satu.huruf}</text>'
    )


def _kaki(formulir: Formulir, halaman: Halaman) -> str:
    if len(formulir.halaman) == 1:
        return ""
    x, lebar = _tepi_tabel(halaman)
    return (
        f'<text x="{_a(x + lebar)}" y="{_a(halaman.tinggi - formulir.kertas.tepi)}" font-size="7"'
        f' text-anchor="end">Halaman {halaman.nomor} / {len(formulir.halaman)}</text>'
    )


def _a(angka: float) -> str:
    """A length with two decimals at most."""
    return f"{angka:.5g}" if -1000 < angka < 1000 else f"{angka:.2f}"
