"""Spoiling workbooks on purpose: one cell or one part of a good file changed."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

LEMBAR = {"Identitas": 2, "Sasaran & Indikator": 3, "Realisasi": 4, "Anggaran": 5, "Narasi": 6, "_lapkin": 7}


def ubah_bagian(isi: bytes, ganti: dict[str, bytes | None]) -> bytes:
    """The zip with parts replaced or added; None removes one."""
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asal,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as tujuan,
    ):
        for nama in asal.namelist():
            if ganti.get(nama, b"") is not None:
                tujuan.writestr(nama, ganti.get(nama) or asal.read(nama))
        for nama in ganti.keys() - set(asal.namelist()):
            tujuan.writestr(nama, ganti[nama])
    return hasil.getvalue()


def ubah_sel(isi: bytes, lembar: str, alamat: str, sel: str) -> bytes:
    """Put the XML of one cell in the place of another; see `teks`, `angka`, `rumus`, `galat`."""
    jalur = f"xl/worksheets/sheet{LEMBAR[lembar]}.xml"
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        xml = arsip.read(jalur).decode()
    pola = re.compile(rf'<c r="{alamat}"[^>]*?(/>|>.*?</c>)')
    assert pola.search(xml), alamat
    xml = pola.sub(lambda _: sel.format(alamat), xml, count=1)
    return ubah_bagian(isi, {jalur: xml.encode()})


def teks(nilai: str) -> str:
    return f'<c r="{{}}" t="inlineStr"><is><t>{escape(nilai)}</t></is></c>'.replace("{}", "{0}")


def angka(nilai: str) -> str:
    return f'<c r="{{0}}"><v>{nilai}</v></c>'


def rumus_belum_dihitung(rumus: str) -> str:
    return f'<c r="{{0}}"><f>{rumus}</f></c>'


def galat(kode: str) -> str:
    return f'<c r="{{0}}" t="e"><f>1/0</f><v>{kode}</v></c>'
