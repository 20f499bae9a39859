"""An uploaded emblem in all three writers, and what cannot be printed."""

import contextlib
import io
import struct
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.dokumen.blok import Sampul
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.dokumen.coba_lambang import lambang_tercoba
from lapkin.dokumen.lambang import BATAS_BYTE, svg_dari_gambar
from lapkin.dokumen.svg import SvgRusak, svg_aman, ukuran_svg
from lapkin.dokumen.tests.baku import pelanggaran
from lapkin.dokumen.tests.contoh import surat


def png(lebar: int, tinggi: int, titik: bytes | None = None) -> bytes:
    """A red picture, half transparent; `titik` are other bytes for its rows."""

    def potongan(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 6, 0, 0, 0)
    isi = zlib.compress((b"\0" + b"\xc8\x1e\x1e\x80" * lebar) * tinggi if titik is None else titik)
    daftar = potongan(b"IHDR", kepala) + potongan(b"IDAT", isi) + potongan(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + daftar


def jpg(lebar: int, tinggi: int, komponen: int, bingkai: int = 0xC0) -> bytes:
    """The beginning of a JPEG up to the segment that tells its size, with a fill byte on the way."""
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    isi = struct.pack(">BHHB", 8, tinggi, lebar, komponen) + bytes(3 * komponen)
    return b"\xff\xd8" + jfif + b"\xff\xff" + bytes([bingkai]) + struct.pack(">H", 2 + len(isi)) + isi


def _berlambang(svg: str):
    kop = replace(surat().blok[0], lambang_svg=svg)
    return replace(surat(), blok=(kop, Sampul(judul=("LKjIP",), instansi=("Dinas",), lambang_svg=svg)))


def test_an_emblem_prints_in_all_three_writers():
    dokumen = _berlambang(svg_dari_gambar(png(4, 5), "image/png"))
    pdf = cetak_pdf(dokumen)
    assert b"/Subtype/Image" in pdf
    assert pelanggaran(pdf) == []
    html = cetak_html(dokumen)
    assert html.count("data:image/png;base64,") == 2
    assert 'aria-label="Lambang daerah"' in html
    paket = zipfile.ZipFile(io.BytesIO(cetak_docx(dokumen)))
    assert 'descr="Lambang daerah"' in paket.read("word/document.xml").decode()
    assert b"data:image/png;base64," in paket.read("word/media/gambar1.svg")


def test_a_drawing_keeps_the_proportions_of_the_picture():
    assert ukuran_svg(svg_dari_gambar(png(4, 5), "image/png")) == (4, 5)
    assert ukuran_svg(svg_dari_gambar(jpg(40, 50, 3), "image/jpeg")) == (40, 50)
    assert ukuran_svg(svg_dari_gambar(jpg(40, 50, 1, bingkai=0xC2), "image/jpeg")) == (40, 50)


def test_the_picture_passes_the_list_of_allowed_elements():
    svg = svg_dari_gambar(png(4, 5), "image/png")
    assert svg_aman(svg) == svg


@pytest.mark.parametrize(
    ("isi", "jenis", "kalimat"),
    [
        (jpg(40, 50, 4), "image/jpeg", "CMYK.*RGB"),
        (jpg(40, 50, 3, bingkai=0xC3), "image/jpeg", "tidak dapat dibaca"),
        (jpg(40, 5000, 3), "image/jpeg", "4.000 titik"),
        (png(4, 5)[:20], "image/png", "tidak dapat dibaca"),
        (png(4, 5), "image/jpeg", "tidak dapat dibaca"),
        (b"<svg/>", "image/svg+xml", "PNG atau JPG"),
        (bytes(BATAS_BYTE + 1), "image/png", "1 MB"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_way_out(isi, jenis, kalimat):
    with pytest.raises(SvgRusak, match=kalimat):
        svg_dari_gambar(isi, jenis)


def test_a_picture_that_prints_is_taken_as_it_is():
    isi = png(4, 5)
    assert lambang_tercoba(isi, "image/png") == svg_dari_gambar(isi, "image/png")


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (png(4, 5, titik=b"\0" * 3), "image/png"),
        (png(4, 5).replace(b"IDAT", b"IDAT" + b"x"), "image/png"),
        (png(4, 5)[:-16], "image/png"),
        (jpg(40, 50, 3) + b"\xff\xd9", "image/jpeg"),
    ],
    ids=["too few rows", "damaged", "cut off", "a head alone"],
)
def test_a_picture_with_a_good_head_and_a_bad_body_is_refused_by_a_trial_print(isi, jenis):
    assert svg_dari_gambar(isi, jenis)
    with pytest.raises(SvgRusak, match="rusak atau terpotong"):
        lambang_tercoba(isi, jenis)


@given(st.binary(max_size=60), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b""]))
def test_any_bytes_give_a_drawing_or_a_refusal(isi, awal):
    for jenis in ("image/png", "image/jpeg"):
        with contextlib.suppress(SvgRusak):
            svg_aman(svg_dari_gambar(awal + isi, jenis))
