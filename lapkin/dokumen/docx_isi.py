"""The blocks of a document as the body of word/document.xml."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lapkin.dokumen.blok import (
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    Jeda,
    Judul,
    Narasi,
    Paragraf,
    Potongan,
    Tabel,
)
from lapkin.dokumen.docx_gambar import Pustaka
from lapkin.dokumen.docx_gaya import DAFTAR_PERTAMA, LAMPIRAN
from lapkin.dokumen.docx_naskah import PENULIS_NASKAH
from lapkin.dokumen.docx_tabel import tabel_xml
from lapkin.dokumen.docx_xml import (
    alinea,
    bertanda,
    bidang,
    dxa,
    lari,
    nama_bookmark,
    rangkai,
    sela_kecil,
)
from lapkin.dokumen.penomoran import Butir, daftar_butir, nomori, penomor_diktum, teks_judul
from lapkin.dokumen.susunan import lebar_isi_mm, lekat_ke_berikut

_INDEN_NOL = 'w:firstLine="0"'  # a typed list inside one paragraph: its lines stand below each other
_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "both"}
_PERINTAH_ISI = {
    "isi": r'TOC \o "1-3" \h \z \u',
    "tabel": r'TOC \h \z \c "Tabel"',
    "gambar": r'TOC \h \z \c "Gambar"',
}


@dataclass(slots=True)
class Penulis:
    """Writes block after block; keeps what must be unique or counted in the whole document."""

    dokumen: Dokumen
    pustaka: Pustaka
    daftar_label: Sequence[str] = ()
    daftar_nomor: list[tuple[str, int]] = field(default_factory=list)  # lists used: (kind, first number)
    nama_terpakai: set[str] = field(default_factory=set)
    nomor_bookmark: int = 0
    lebar_mm: int = 0

    def __post_init__(self) -> None:
        self.daftar_label = nomori(self.dokumen)

    def blok(self, indeks: int, lanskap: bool) -> str:
        """One block; `lanskap` says how wide the page is."""
        self.lebar_mm = lebar_isi_mm(self.dokumen, lanskap)
        isi = self.dokumen.blok[indeks]
        if type(isi) in _PENULIS:
            return _PENULIS[type(isi)](self, isi, indeks)
        return PENULIS_NASKAH[type(isi)](isi, self.lebar_mm, self.pustaka)

    def lekat(self, indeks: int) -> bool:
        return lekat_ke_berikut(self.dokumen.blok, indeks)

    def tandai(self, isi: str, nama: str) -> str:
        """Put a bookmark around `isi`; a name may stand only once in a document."""
        if nama in self.nama_terpakai:
            return isi
        self.nama_terpakai.add(nama)
        self.nomor_bookmark += 1
        return bertanda(isi, self.nomor_bookmark, nama)

    def tujuan(self, isi: str, indeks: int, kunci: str, awalan: str) -> str:
        """Bookmarks of a heading or caption: one for the contents list, one for its key."""
        if kunci:
            isi = self.tandai(isi, nama_bookmark(kunci, awalan))
        return self.tandai(isi, _jangkar_isi(indeks))


def tempat_halaman(indeks: int) -> str:
    """Where a page number will be put in once it is known; no user text can hold the mark (see `bersih`)."""
    return f"\x01{indeks}\x01"


def isi_halaman(xml: str, halaman: Mapping[int, str]) -> str:
    """Put the page numbers into their places; a hyphen where none is known."""
    return re.sub("\x01(\\d+)\x01", lambda temuan: halaman.get(int(temuan[1]), "") or "-", xml)


def _jangkar_isi(indeks: int) -> str:
    return f"_Toc{indeks:08d}"


def _judul(penulis: Penulis, judul: Judul, indeks: int) -> str:
    label = penulis.daftar_label[indeks]
    if judul.tingkat == 1:
        return _judul_utama(penulis, judul, indeks, label)
    isi = penulis.tujuan(lari(teks_judul(judul)), indeks, judul.kunci, "_j_")
    gaya = f"Heading{judul.tingkat}"
    if not label:
        return alinea(isi, gaya, nomor=(0, 0), inden='w:left="0" w:firstLine="0"')
    di_lampiran = _dalam_lampiran(penulis.dokumen, indeks)
    return alinea(isi, gaya, nomor=(LAMPIRAN, judul.tingkat - 1) if di_lampiran else None)


def _judul_utama(penulis: Penulis, judul: Judul, indeks: int, label: str) -> str:
    """The number of a chapter is automatic; the line break after it belongs to the heading."""
    putus = "<w:r><w:br/></w:r>" if label else ""
    isi = penulis.tujuan(putus + lari(teks_judul(judul)), indeks, judul.kunci, "_j_")
    if judul.jenis == "naskah":
        return alinea(isi, "JudulNaskah")
    if judul.jenis == "lampiran":
        return alinea(isi, "JudulLampiran", nomor=None if label else (0, 0))
    return alinea(isi, "Heading1" if label else "JudulDepan")


def _dalam_lampiran(dokumen: Dokumen, indeks: int) -> bool:
    for blok in reversed(dokumen.blok[:indeks]):
        if isinstance(blok, Judul) and blok.tingkat == 1:
            return blok.jenis == "lampiran"
    return False


def _paragraf(penulis: Penulis, paragraf: Paragraf, indeks: int) -> str:
    isi = rangkai(paragraf.potongan)
    if paragraf.kunci:
        isi = penulis.tandai(isi, nama_bookmark(paragraf.kunci, "_p_"))
    inden = 'w:firstLine="624"' if paragraf.inden else ""
    return alinea(isi, rata=_RATA[paragraf.rata], inden=inden, lekat=penulis.lekat(indeks))


def _narasi(penulis: Penulis, narasi: Narasi, indeks: int) -> str:
    """The first paragraph carries the bookmark: only one inside a single paragraph survives every re-save."""
    daftar_alinea = [rangkai(potongan) for potongan in narasi.paragraf]
    if not daftar_alinea:
        petunjuk = f"[Belum diisi: {narasi.petunjuk}]" if narasi.petunjuk else ""
        daftar_alinea = [lari(petunjuk, '<w:i/><w:color w:val="5A5A5A"/>')]
    daftar_alinea[0] = penulis.tandai(daftar_alinea[0], nama_bookmark(narasi.kunci))
    terakhir = len(daftar_alinea) - 1
    return "".join(
        alinea(
            isi,
            "Narasi",
            lekat=ke == terakhir and penulis.lekat(indeks),
            inden=_INDEN_NOL * ("<w:br/>" in isi),
        )
        for ke, isi in enumerate(daftar_alinea)
    )


def _daftar(penulis: Penulis, daftar: Daftar, indeks: int) -> str:
    if daftar.bernomor == "KESATU":
        return "".join(
            _diktum(penomor_diktum(daftar.mulai + ke), butir) for ke, butir in enumerate(daftar.butir)
        )
    penulis.daftar_nomor.append((daftar.bernomor, daftar.mulai))
    nomor = DAFTAR_PERTAMA + len(penulis.daftar_nomor) - 1
    return "".join(
        alinea(rangkai(butir), nomor=(nomor, 0), rata="both", lekat=penulis.lekat(indeks))
        for butir in daftar.butir
    )


def _diktum(label: str, butir: tuple[Potongan, ...]) -> str:
    isi = lari(f"{label}\t:\t") + rangkai(butir)
    kiri = dxa(37)
    return alinea(
        isi,
        tab=(("left", dxa(32)), ("left", kiri)),
        inden=f'w:left="{kiri}" w:hanging="{kiri}"',
        rata="both",
    )


def _tabel(penulis: Penulis, tabel: Tabel, indeks: int) -> str:
    keterangan = _keterangan(penulis, tabel, indeks, "Tabel", lekat=True) if tabel.keterangan else ""
    penutup = alinea(lari(tabel.catatan), "Catatan") if tabel.catatan else sela_kecil(tinggi=200)
    return keterangan + tabel_xml(tabel, penulis.lebar_mm) + penutup


def _gambar(penulis: Penulis, gambar: Gambar, indeks: int) -> str:
    alt = gambar.alt or gambar.keterangan or "Gambar"
    isi = penulis.pustaka.gambar(gambar.svg, alt, min(gambar.lebar_mm, penulis.lebar_mm))
    bawah = bool(gambar.catatan or gambar.keterangan)
    hasil = alinea(isi, "Gambar") if bawah else alinea(isi, "Gambar", jarak='w:before="120" w:after="160"')
    if gambar.catatan:
        hasil += alinea(lari(gambar.catatan), "Catatan", lekat=bool(gambar.keterangan))
    if gambar.keterangan:
        hasil += _keterangan(penulis, gambar, indeks, "Gambar", lekat=False)
    return hasil


def _keterangan(penulis: Penulis, blok: Tabel | Gambar, indeks: int, kata: str, *, lekat: bool) -> str:
    """ "Tabel 3." and a SEQ field that starts again where our own count does."""
    awalan, _, urutan = penulis.daftar_label[indeks].removeprefix(f"{kata} ").rpartition(".")
    tebal = "<w:b/>"
    perintah = rf"SEQ {kata} \* ARABIC" + (r" \r 1" if urutan == "1" else "")
    nomor = lari(f"{kata} {awalan}{'.' if awalan else ''}", tebal) + bidang(
        perintah, lari(urutan, tebal), tebal
    )
    isi = nomor + lari("  " + blok.keterangan)
    return alinea(penulis.tujuan(isi, indeks, blok.kunci, "_t_"), "Caption", lekat=lekat)


def _daftar_isi(penulis: Penulis, daftar_isi: DaftarIsi, _indeks: int) -> str:
    """A TOC field that already holds its lines, so that the list is right before Word updates it."""
    semua = daftar_butir(penulis.dokumen, daftar_isi.jenis)
    baris = [_baris_isi(butir, daftar_isi.jenis) for butir in semua] or [("", "Normal")]
    perintah = _PERINTAH_ISI[daftar_isi.jenis]
    buka = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {perintah} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    baris[0] = (buka + baris[0][0], baris[0][1])
    baris[-1] = (baris[-1][0] + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', baris[-1][1])
    return "".join(alinea(isi, gaya) for isi, gaya in baris)


def _baris_isi(butir: Butir, jenis: str) -> tuple[str, str]:
    """XML and style of one line of the contents list."""
    nama = _jangkar_isi(butir.indeks)
    awal = f"{butir.label}\t" if butir.label else ""
    nomor = bidang(rf"PAGEREF {nama} \h", f"<w:r><w:t>{tempat_halaman(butir.indeks)}</w:t></w:r>")
    isi = lari(awal + butir.teks + "\t") + nomor
    gaya = f"TOC{butir.tingkat}" if jenis == "isi" else "TableofFigures"
    if butir.label.startswith("LAMPIRAN"):
        gaya = "TOCLampiran"
    return f'<w:hyperlink w:anchor="{nama}" w:history="1">{isi}</w:hyperlink>', gaya


def _jeda(_penulis: Penulis, _jeda: Jeda, _indeks: int) -> str:
    return sela_kecil(halaman_baru=True)


_PENULIS: dict[type, Callable[[Penulis, Any, int], str]] = {
    Judul: _judul,
    Paragraf: _paragraf,
    Narasi: _narasi,
    Daftar: _daftar,
    Tabel: _tabel,
    Gambar: _gambar,
    DaftarIsi: _daftar_isi,
    Jeda: _jeda,
}
