"""What a file is told by its content, and what is refused with which sentence."""

import contextlib
import io
import time
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.berkas.kenali import BerkasTakLayak, kenali, nama_aman, periksa
from lapkin.berkas.pdf import jumlah_halaman

PDF = b"""%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R %b >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R >> endobj
4 0 obj << /Type /Page /Parent 2 0 R >> endobj
trailer << /Root 1 0 R %b >>
%%%%EOF
"""


def pdf(katalog=b"", ekor=b""):
    return PDF % (katalog, ekor)


def pdf_beraliran(*tambahan):
    """A PDF whose page tree lies in a compressed object stream, as scanners and Word write it."""
    benda = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 7 >>", *tambahan]
    letak, isi = b"", b""
    for nomor, satu in enumerate(benda, start=1):
        letak += b"%d %d " % (nomor, len(isi))
        isi += satu + b" "
    aliran = zlib.compress(letak + isi)
    kepala = b"<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>" % (len(letak), len(aliran))
    return b"%PDF-1.5\n9 0 obj " + kepala + b"\nstream\n" + aliran + b"\nendstream endobj\n%%EOF\n"


def zip_berisi(**anggota):
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in anggota.items():
            arsip.writestr(nama, isi)
    return hasil.getvalue()


def buku_excel(**tambahan):
    return zip_berisi(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"} | tambahan)


def ditolak(isi, boleh=frozenset({"pdf", "png", "jpg", "xlsx", "docx"})):
    with pytest.raises(BerkasTakLayak) as salah:
        periksa(isi, boleh)
    return str(salah.value)


def test_jenis_dikenali_dari_isi():
    assert kenali(pdf()) == "pdf"
    assert kenali(buku_excel()) == "xlsx"
    assert kenali(b"\xff\xd8\xff\xe0....\xff\xd9") == "jpg"


def test_jumlah_halaman_dibaca_juga_dari_aliran_terpampat():
    assert jumlah_halaman(pdf()) == 2
    assert jumlah_halaman(pdf_beraliran()) == 7


def test_pdf_berskrip_ditolak_juga_bila_namanya_disamarkan():
    assert "program" in ditolak(pdf(b"/OpenAction << /S /JavaScript /JS (x) >>"))
    assert "program" in ditolak(pdf(b"/OpenAction << /S /J#61vaScript >>"))
    assert "program" in ditolak(pdf(b"/OpenAction << /S /Launch >>"))


def test_pdf_berskrip_ditolak_juga_bila_bendanya_disembunyikan():
    tanpa_akhir = pdf().replace(b"trailer", b"5 0 obj << /S /JavaScript /JS (x) >>\ntrailer")
    di_balik_kata_stream = pdf(b"/A (stream) /OpenAction << /S /Launch >>")
    assert "program" in ditolak(tanpa_akhir)
    assert "program" in ditolak(di_balik_kata_stream)
    assert "program" in ditolak(pdf_beraliran(b"<< /S /J#61vaScript >>").replace(b"/ObjStm", b"/Obj#53tm"))


@pytest.mark.parametrize(
    "isi",
    [
        b"1 0 obj " * 150_000,
        b"stream\r\n" * 150_000,
        b"1" * 1_000_000,
        b"1 0 obj /Type" + b" " * 1_000_000 + b"endobj",
        b"2 0 obj << /Type /Pages /Count " + b"9" * 5000 + b" >> endobj",
    ],
    ids=["obj", "stream", "angka", "spasi", "jumlah"],
)
def test_pdf_yang_dibuat_agar_lambat_dibaca_sekali_jalan(isi):
    mulai = time.monotonic()
    assert "halaman" in ditolak(b"%PDF-1.4\n" + isi + b"\n%%EOF")
    assert time.monotonic() - mulai < 2


def test_pdf_terkunci_terpotong_dan_tanpa_halaman_ditolak():
    assert "kata sandi" in ditolak(pdf(ekor=b"/Encrypt 5 0 R"))
    assert "tidak lengkap" in ditolak(pdf()[:-8])
    assert "halaman" in ditolak(b"%PDF-1.4\n%%EOF")


def test_buku_bermakro_ditolak():
    assert "makro" in ditolak(buku_excel(**{"xl/vbaProject.bin": "x"}))
    assert "makro" in ditolak(buku_excel(**{"[Content_Types].xml": "application/vnd.ms-excel.macroEnabled"}))


def test_bom_zip_ditolak_sebelum_dibuka():
    assert "terlalu besar" in ditolak(buku_excel(**{"xl/isi.xml": b"0" * (30 * 1024 * 1024)}))


def test_zip_dengan_isi_terpampat_yang_rusak_ditolak():
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types>" + "spreadsheetml " * 50 + "</Types>")
    utuh = keluaran.getvalue()
    isi = utuh.index(b"[Content_Types].xml") + len("[Content_Types].xml")

    assert "rusak" in ditolak(utuh[:isi] + b"\xff" * 20 + utuh[isi + 20 :])


def test_zip_rusak_dan_zip_biasa_ditolak():
    assert "rusak" in ditolak(buku_excel()[:60])
    assert "bukan" in ditolak(zip_berisi(**{"catatan.txt": "halo"}))


def test_gambar_terpotong_atau_terlalu_besar_ditolak():
    kepala = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    assert "terpotong" in ditolak(kepala + b"\x00\x00\x00\x01" * 2)
    assert "terlalu besar" in ditolak(kepala + b"\x7f\xff\xff\xff" * 2 + b"IEND")
    assert "terpotong" in ditolak(b"\xff\xd8\xff\xe0 isi saja")


def test_jenis_yang_tidak_diminta_disebut_dalam_kalimat():
    assert ditolak(pdf(), {"xlsx"}) == "Isi berkas ini bukan buku kerja Excel (.xlsx). Pilih berkas lain."
    assert ditolak(b"") == "Berkas ini kosong."


@given(st.binary(max_size=300))
def test_isi_acak_tidak_pernah_menggagalkan_program(acak):
    for awalan in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        with contextlib.suppress(BerkasTakLayak):
            kenali(awalan + acak + (b"%%EOF" if awalan.startswith(b"%PDF") else b""))


@pytest.mark.parametrize(
    ("nama", "jenis", "hasil"),
    [
        ("../../etc/passwd", "", "passwd"),
        ("C:\\Users\\a\\Surat: 1/2.pdf", "pdf", "2.pdf"),
        ("laporan.exe", "pdf", "laporan.exe.pdf"),
        ("  ", "", "berkas"),
        ("scan.JPEG", "jpg", "scan.jpg"),
        ("x" * 400 + ".pdf", "pdf", "x" * 145 + ".pdf"),
    ],
)
def test_nama_berkas_dibuat_aman(nama, jenis, hasil):
    assert nama_aman(nama, jenis) == hasil
