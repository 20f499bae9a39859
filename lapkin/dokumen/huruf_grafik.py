"""How wide a text is in Liberation Sans, near enough to fold the labels of a chart."""

from decimal import Decimal

# Widths in thousandths of the letter size, from the font's own metrics, by groups of letters.
_LEBAR = (
    ("iljI.,:;'|!ftr()[]/- ", 290),
    ("mwMW@%", 850),
    ("ABCDEFGHKNOPQRSTUVXYZ&", 690),
)
_BIASA = 556


def lebar_teks(teks: str, ukuran: int) -> Decimal:
    """Width in the units of `ukuran`, the letter size."""
    return Decimal(sum(_lebar_huruf(huruf) for huruf in teks) * ukuran) / 1000


def lipat(teks: str, lebar: int, ukuran: int, paling_banyak: int = 4) -> list[str]:
    """The text in lines no wider than `lebar`; after `paling_banyak` lines it ends in an ellipsis."""
    daftar_baris = [""]
    for kata in teks.split():
        for potong in _potong_kata(kata, lebar, ukuran):
            sambungan = f"{daftar_baris[-1]} {potong}".strip()
            if lebar_teks(sambungan, ukuran) <= lebar:
                daftar_baris[-1] = sambungan
            else:
                daftar_baris.append(potong)
    if len(daftar_baris) <= paling_banyak:
        return daftar_baris
    return [*daftar_baris[: paling_banyak - 1], _pendekkan(daftar_baris[paling_banyak - 1], lebar, ukuran)]


def _potong_kata(kata: str, lebar: int, ukuran: int) -> list[str]:
    """A word wider than the line is cut; any other stays whole."""
    daftar = [""]
    for huruf in kata:
        if lebar_teks(daftar[-1] + huruf, ukuran) > lebar:
            daftar.append("")
        daftar[-1] += huruf
    return daftar


def _pendekkan(teks: str, lebar: int, ukuran: int) -> str:
    while teks and lebar_teks(teks + "…", ukuran) > lebar:
        teks = teks[:-1]
    return teks.rstrip() + "…"


def _lebar_huruf(huruf: str) -> int:
    return next((lebar for kelompok, lebar in _LEBAR if huruf in kelompok), _BIASA)
