"""An emblem is printed once before it is kept: one that is cut off would spoil every paper of its office."""

from lapkin.dokumen.cetak_pdf import GagalCetak, cetak_templat
from lapkin.dokumen.lambang import svg_dari_gambar
from lapkin.dokumen.svg import SvgRusak

_TEMPLAT = "lambang.typ"
_FORMAT = {"image/png": "png", "image/jpeg": "jpg"}


def lambang_tercoba(isi: bytes, jenis: str) -> str:
    """The picture as `svg_dari_gambar` makes it, after a trial print; raises `SvgRusak` where that fails."""
    svg = svg_dari_gambar(isi, jenis)
    data = {"isi": list(isi), "format": _FORMAT[jenis], "svg": svg, "tanggal": [2000, 1, 1]}
    try:
        cetak_templat(_TEMPLAT, data)
    except GagalCetak as salah:
        raise SvgRusak(
            "Gambar lambang rusak atau terpotong, sehingga tidak dapat dicetak. "
            "Simpan ulang sebagai PNG, lalu unggah kembali."
        ) from salah
    return svg
