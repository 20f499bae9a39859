"""Whether a scan of wet ink can be the paper that was printed."""

from lapkin.berkas.kenali import PINDAIAN, kenali
from lapkin.berkas.pdf import jumlah_halaman


class PindaianSalah(ValueError):
    """The scan can't be that paper; the message is an Indonesian sentence."""


def cocokkan(*, dicetak: bytes, dipindai: bytes) -> None:
    """Compare the printed PDF with its scan (PDF, or one picture); raises `PindaianSalah`.

    What ink says is for people to see; the pages must at least be as many, and the file another one.
    """
    if dipindai == dicetak:
        raise PindaianSalah(
            "Yang diunggah adalah berkas cetak itu sendiri. Cetak, tanda tangani, lalu unggah pindaiannya."
        )
    jenis = kenali(dipindai)
    if jenis not in PINDAIAN:
        raise PindaianSalah("Pindaian harus berupa PDF, PNG, atau JPG.")
    seharusnya = jumlah_halaman(dicetak)
    ada = jumlah_halaman(dipindai) if jenis == "pdf" else 1
    if ada != seharusnya:
        raise PindaianSalah(
            f"Berkas yang dicetak {seharusnya} halaman, sedangkan pindaian {ada} halaman. "
            "Pindai seluruh halaman menjadi satu PDF."
        )
