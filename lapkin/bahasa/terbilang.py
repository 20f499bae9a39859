"""Numbers in words, as on receipts and in decisions: 14.000 is "empat belas ribu"."""

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_TINGKAT = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
)
_TERBESAR = 10**18


def terbilang(bilangan: int) -> str:
    """The words of a whole number; raises ValueError from 10^18 on, for which no common word exists."""
    if abs(bilangan) >= _TERBESAR:
        raise ValueError("Bilangan terlalu besar untuk dieja.")
    return f"minus {_eja(-bilangan)}" if bilangan < 0 else _eja(bilangan)


def _eja(bilangan: int) -> str:
    if bilangan < 12:
        return _SATUAN[bilangan]
    if bilangan < 20:
        return f"{_SATUAN[bilangan - 10]} belas"
    if bilangan < 100:
        return _sambung(f"{_SATUAN[bilangan // 10]} puluh", bilangan % 10)
    besar, kata = next(tingkat for tingkat in _TINGKAT if bilangan >= tingkat[0])
    banyak, sisa = divmod(bilangan, besar)
    seratus_atau_seribu = banyak == 1 and besar <= 1000
    return _sambung(f"se{kata}" if seratus_atau_seribu else f"{_eja(banyak)} {kata}", sisa)


def _sambung(depan: str, sisa: int) -> str:
    return f"{depan} {_eja(sisa)}" if sisa else depan
