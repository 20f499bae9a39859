"""An uploaded emblem (PNG or JPEG) as a drawing, so that all writers know one kind of picture only."""

import base64
import struct

from lapkin.dokumen.svg import SvgRusak

BATAS_BYTE = 1_000_000  # it is kept inside every paper that bears it
BATAS_TITIK = 4000  # pixels a side; the largest emblem stands 4 cm high on a cover

_TANDA_PNG = b"\x89PNG\r\n\x1a\n"
_UKURAN_JPEG = (0xC0, 0xC1, 0xC2)  # frames (SOF) that browsers, Word and Typst can all read
_TANPA_ISI = (0x01, 0xD8, *range(0xD0, 0xD8))  # markers that no length follows
_CMYK = 4  # components of a pixel


def svg_dari_gambar(isi: bytes, jenis: str) -> str:
    """The picture inside an SVG of its own proportions; `jenis`: image/png or image/jpeg.

    Raises `SvgRusak` with a sentence that tells what to upload instead.
    """
    if jenis not in _PEMBACA:
        raise SvgRusak("Lambang harus berupa gambar PNG atau JPG. Unggah gambar lain.")
    if len(isi) > BATAS_BYTE:
        raise SvgRusak("Gambar lambang melebihi 1 MB. Kecilkan gambarnya, lalu unggah kembali.")
    lebar, tinggi = _PEMBACA[jenis](isi)
    if not (0 < lebar <= BATAS_TITIK and 0 < tinggi <= BATAS_TITIK):
        raise SvgRusak("Gambar lambang melebihi 4.000 titik. Kecilkan gambarnya, lalu unggah kembali.")
    ukuran = f'width="{lebar}" height="{tinggi}"'
    data = base64.b64encode(isi).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {lebar} {tinggi}"><image {ukuran} xlink:href="data:{jenis};base64,{data}"/></svg>'
    )


def _ukuran_png(isi: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the first chunk."""
    if isi[:8] != _TANDA_PNG or isi[12:16] != b"IHDR" or len(isi) < 24:
        raise _tak_terbaca()
    return struct.unpack_from(">II", isi, 16)


def _ukuran_jpeg(isi: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the frame's own segment."""
    try:
        jenis_bingkai, letak = _bingkai(isi)
        ketelitian, tinggi, lebar, komponen = struct.unpack_from(">BHHB", isi, letak)
    except (struct.error, IndexError):
        raise _tak_terbaca() from None
    if jenis_bingkai not in _UKURAN_JPEG or ketelitian != 8:
        raise _tak_terbaca()
    if komponen == _CMYK:
        raise SvgRusak(
            "Gambar lambang memakai warna CMYK, yaitu warna untuk mesin cetak. "
            "Simpan ulang sebagai PNG atau sebagai JPG berwarna RGB, lalu unggah kembali."
        )
    return lebar, tinggi


def _bingkai(isi: bytes) -> tuple[int, int]:
    """The kind of the frame (its marker) and where its fields begin; raises IndexError where there is none."""
    letak = 0
    while isi[letak] == 0xFF:
        penanda = isi[letak + 1]
        if penanda == 0xFF:  # a fill byte
            letak += 1
        elif penanda in _TANPA_ISI:
            letak += 2
        elif 0xC0 <= penanda <= 0xCF and penanda not in (0xC4, 0xC8, 0xCC):
            return penanda, letak + 4
        else:
            letak += 2 + struct.unpack_from(">H", isi, letak + 2)[0]
    raise IndexError(letak)


def _tak_terbaca() -> SvgRusak:
    return SvgRusak("Gambar lambang tidak dapat dibaca. Simpan ulang sebagai PNG, lalu unggah kembali.")


_PEMBACA = {"image/png": _ukuran_png, "image/jpeg": _ukuran_jpeg}
