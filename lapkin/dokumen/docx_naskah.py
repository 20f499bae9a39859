"""Blocks of letters in WordprocessingML: letterhead, label lines, head of a letter, signatures; the cover."""

from collections.abc import Callable
from typing import Any

from lapkin.dokumen.blok import KepalaSurat, Kop, Pasang, Pasangan, Sampul, TandaTangan, TandaTanganBersama
from lapkin.dokumen.docx_gambar import Pustaka
from lapkin.dokumen.docx_tabel import tata_xml
from lapkin.dokumen.docx_xml import alinea, dxa, lari, sela_kecil
from lapkin.dokumen.penomoran import abjad
from lapkin.dokumen.susunan import baris_bersama, baris_tanda_tangan

_LEBAR_TANDA_TANGAN = 76  # mm
_RUANG_TANDA_TANGAN = 'w:before="0" w:after="0" w:line="1190" w:lineRule="exact"'  # 2,1 cm
_GARIS = '<w:pBdr><w:bottom w:val="{jenis}" w:sz="{tebal}" w:space="{sela}" w:color="000000"/></w:pBdr>'


def _kop(kop: Kop, lebar_mm: int, pustaka: Pustaka) -> str:
    atasan = kop.baris[:1] if len(kop.baris) > 1 else ()  # the office's own name may take several lines
    daftar_baris = [alinea(lari(t, '<w:b/><w:sz w:val="26"/>'), "Kop") for t in atasan]
    daftar_baris += [alinea(lari(t, '<w:b/><w:sz w:val="32"/>'), "Kop") for t in kop.baris[len(atasan) :]]
    daftar_baris += [alinea(lari(t, '<w:sz w:val="20"/>'), "Kop") for t in kop.alamat]
    isi = "".join(daftar_baris) or sela_kecil()
    if kop.lambang_svg:
        gambar = pustaka.gambar(kop.lambang_svg, "Lambang daerah", 21, tinggi_mm=23)
        lambang = alinea(gambar, "Kop")
        isi = tata_xml((21, lebar_mm - 33, 12), (lambang, isi, sela_kecil()), "center")
    return isi + _garis("thickThinSmallGap", 24, 'w:before="0" w:after="240" w:line="80" w:lineRule="exact"')


def _garis(jenis: str, tebal: int, jarak: str) -> str:
    bawah = _GARIS.format(jenis=jenis, tebal=tebal, sela=1)
    return f"<w:p><w:pPr>{bawah}<w:spacing {jarak}/></w:pPr></w:p>"


def _pasangan(pasangan: Pasangan, _lebar_mm: int, _pustaka: Pustaka) -> str:
    isi = "".join(_baris_pasang(pasang, 32.0, "both") for pasang in pasangan.baris)
    if pasangan.garis:
        isi += _garis("single", 8, 'w:before="0" w:after="240" w:line="60" w:lineRule="exact"')
    return isi


def _baris_pasang(pasang: Pasang, label_mm: float, rata: str, gaya: str = "") -> str:
    """Label, colon and value on tab stops; every further value hangs under the first."""
    titik_dua, nilai = dxa(label_mm), dxa(label_mm + 4.5)
    isi_mulai = nilai + dxa(7) if pasang.bernomor else nilai
    tab = [("left", titik_dua), ("left", nilai)] + ([("left", isi_mulai)] if pasang.bernomor else [])
    hasil = ""
    for ke, teks in enumerate(pasang.nilai or ("",), start=1):
        awal = f"{pasang.label}\t:\t" if ke == 1 else "\t\t"
        hasil += alinea(
            lari(awal + _penomor(pasang.bernomor, ke) + teks),
            gaya,
            tab=tab,
            inden=f'w:left="{isi_mulai}" w:hanging="{isi_mulai}"',
            rata=rata,
        )
    return hasil


def _penomor(bernomor: str, ke: int) -> str:
    return {"": "", "1": f"{ke}.\t", "a": f"{abjad(ke).lower()}.\t"}[bernomor]


def _kepala_surat(kepala: KepalaSurat, lebar_mm: int, _pustaka: Pustaka) -> str:
    kiri = "".join(_baris_pasang(pasang, 19.0, "left", "Rapat") for pasang in kepala.rincian) or sela_kecil()
    kanan = alinea(lari(kepala.tempat_tanggal), "Rapat") + sela_kecil(tinggi=200)
    kanan += "".join(alinea(lari(baris), "Rapat") for baris in kepala.tujuan)
    return tata_xml((lebar_mm - 74, 74), (kiri, kanan)) + sela_kecil(tinggi=300)


def _tanda_tangan(tanda: TandaTangan, lebar_mm: int, _pustaka: Pustaka) -> str:
    sisa = dxa(lebar_mm - _LEBAR_TANDA_TANGAN)
    kiri, kanan = {"kanan": (sisa, 0), "kiri": (0, sisa), "tengah": (sisa // 2, sisa // 2)}[tanda.posisi]
    inden = f'w:left="{kiri}" w:right="{kanan}"'
    return _sela_lekat() + _isi_tanda_tangan(tanda.nama, *baris_tanda_tangan(tanda), inden)


def _tanda_tangan_bersama(bersama: TandaTanganBersama, lebar_mm: int, _pustaka: Pustaka) -> str:
    lebar = lebar_mm / max(1, len(bersama.kolom))
    pasangan = zip(bersama.kolom, baris_bersama(bersama), strict=True)
    isi = [_isi_tanda_tangan(tanda.nama, *baris, "") for tanda, baris in pasangan]
    return _sela_lekat() + tata_xml([lebar] * len(isi), isi) + sela_kecil()


def _sela_lekat() -> str:
    """Room above a signature that keeps to it, so that the text before and the signature share a page."""
    return alinea("", lekat=True, jarak='w:before="0" w:after="0" w:line="240" w:lineRule="exact"')


def _isi_tanda_tangan(nama: str, atas: list[str], bawah: list[str], inden: str) -> str:
    """Every line keeps to the next, so that the block stays on one page."""
    hasil = [alinea(lari(t), "Rapat", lekat=True, inden=inden, rata="center") for t in atas]
    hasil.append(alinea("", lekat=True, jarak=_RUANG_TANDA_TANGAN))
    isi_nama = lari(nama, '<w:b/><w:u w:val="single"/>')
    hasil.append(alinea(isi_nama, "Rapat", lekat=bool(bawah), inden=inden, rata="center"))
    for ke, teks in enumerate(bawah, start=1):
        hasil.append(alinea(lari(teks), "Rapat", lekat=ke < len(bawah), inden=inden, rata="center"))
    return "".join(hasil)


def _sampul(sampul: Sampul, _lebar_mm: int, pustaka: Pustaka) -> str:
    lambang = ""
    if sampul.lambang_svg:
        lambang = pustaka.gambar(sampul.lambang_svg, sampul.lambang_alt or "Lambang", 60, tinggi_mm=40)
    hasil = alinea(lambang, "Kop", jarak='w:before="680" w:after="1240"')
    hasil += _garis("thickThinSmallGap", 24, 'w:before="0" w:after="400" w:line="80" w:lineRule="exact"')
    for ke, teks in enumerate(sampul.judul):
        ukuran = 44 if ke == 0 else 34
        isi = lari(teks, f'<w:b/><w:sz w:val="{ukuran}"/>')
        hasil += alinea(isi, "Kop", jarak='w:before="0" w:after="200"')
    hasil += _garis("thinThickSmallGap", 24, 'w:before="0" w:after="0" w:line="300" w:lineRule="exact"')
    hasil += sela_kecil(tinggi=dxa(70 if sampul.lambang_svg else 110))
    hasil += "".join(alinea(lari(t, '<w:b/><w:sz w:val="30"/>'), "Kop") for t in sampul.instansi)
    hasil += "".join(
        alinea(lari(t, '<w:sz w:val="26"/>'), "Kop", jarak='w:before="160" w:after="0"') for t in sampul.kaki
    )
    return hasil


PENULIS_NASKAH: dict[type, Callable[[Any, int, Pustaka], str]] = {
    Kop: _kop,
    Pasangan: _pasangan,
    KepalaSurat: _kepala_surat,
    TandaTangan: _tanda_tangan,
    TandaTanganBersama: _tanda_tangan_bersama,
    Sampul: _sampul,
}
