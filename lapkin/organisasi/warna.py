"""The brand colour of an instansi, made readable: contrast by WCAG 2.2, for light and dark pages.

An office may choose any colour; what the pages use is that colour moved towards black or white until its
contrast (a ratio from 1 to 21) is enough.
"""

CUKUP = 4.5
HITAM, PUTIH = (0, 0, 0), (255, 255, 255)
LATAR_TERANG, LATAR_GELAP = (255, 255, 255), (29, 34, 40)
TEKS_GELAP = "#0d1216"
LANGKAH = 40


def baca_warna(teks: str) -> tuple[int, int, int]:
    """#1d5c8f as red, green, blue from 0 to 255; raises ValueError for anything else."""
    if len(teks) != 7 or teks[0] != "#":
        raise ValueError(f"Bukan warna: {teks}")
    return int(teks[1:3], 16), int(teks[3:5], 16), int(teks[5:7], 16)


def tulis_warna(warna: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{bagian:02x}" for bagian in warna)


def kontras(satu, dua) -> float:
    """The contrast ratio of two colours."""
    terang, gelap = sorted((_luminans(satu), _luminans(dua)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def _luminans(warna) -> float:
    merah, hijau, biru = (_linear(bagian / 255) for bagian in warna)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def _linear(bagian: float) -> float:
    return bagian / 12.92 if bagian <= 0.04045 else ((bagian + 0.055) / 1.055) ** 2.4


def campur(warna, tujuan, bagian: int):
    """The colour moved towards another one by `bagian` fortieths."""
    return tuple(a + (b - a) * bagian // LANGKAH for a, b in zip(warna, tujuan, strict=True))


def terbaca(warna, latar, tujuan):
    """The colour nearest to the chosen one, on the way to `tujuan`, that can be read on `latar`."""
    calon = (campur(warna, tujuan, bagian) for bagian in range(LANGKAH + 1))
    return next(pilihan for pilihan in calon if kontras(pilihan, latar) >= CUKUP)


def _token(warna, kuat, muda, di_atas) -> str:
    return (
        f"--warna-merek:{tulis_warna(warna)};--warna-merek-kuat:{tulis_warna(kuat)};"
        f"--warna-merek-muda:{tulis_warna(muda)};--warna-di-atas-merek:{di_atas}"
    )


def lembar_gaya(teks: str) -> str:
    """The stylesheet that sets an instansi's tokens; raises ValueError when `teks` is no colour."""
    asli = baca_warna(teks)
    muda = campur(asli, PUTIH, 36)
    terang = terbaca(asli, muda, HITAM)
    token_terang = _token(terang, campur(terang, HITAM, 10), muda, tulis_warna(PUTIH))
    muda_gelap = campur(asli, LATAR_GELAP, 32)
    gelap = terbaca(asli, muda_gelap, PUTIH)
    token_gelap = _token(gelap, campur(gelap, PUTIH, 12), muda_gelap, TEKS_GELAP)
    return (
        f":root{{{token_terang}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{token_gelap}}}}}\n"
    )
