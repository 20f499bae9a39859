"""A table pasted from Word (HTML from the clipboard) or as text with tabs, read into an SOP (door)."""

import re
from collections.abc import Callable, Iterator

from lxml import etree, html

from lapkin.sop.sop import Sop
from lapkin.sop.tabel_tercetak import baca_tabel
from lapkin.sop.tampak import setara
from lapkin.sop.tukar.kepala import Kepala, Kosakata, cari_kepala, kosakata
from lapkin.sop.tukar.kisi import Gabungan, Kisi, LembarTidakSah, Sambungan, sambung_kisi, susun_kisi
from lapkin.sop.tukar.teks_bertab import pecah_tab

__all__ = ["LembarTidakSah", "baca_tempelan"]

BATAS_HURUF = 2_000_000
BATAS_BARIS = 5_000
BATAS_KOLOM = 60
_KOLOM_LAIN = (
    "Tempelan memuat dua tabel langkah yang kolomnya berbeda; tempel satu saja, atau samakan kolomnya."
)
_LEBAR_LAIN = (
    "Tabel ke-{nomor} dalam tempelan tampak sebagai lanjutan tabel langkah, tetapi kolomnya "
    "{ini}, bukan {itu}; samakan kolomnya, atau salin tanpa tabel itu."
)
_TANPA_NOMOR = (
    "Tabel ke-{nomor} dalam tempelan selebar tabel langkah, tetapi barisnya tidak bernomor; bila itu lanjutannya, "
    "ulangi kepala tabel di atasnya; bila bukan (misalnya pengesahan), salin tanpa tabel itu."
)
_TABEL = re.compile(r"<table[\s>]", re.IGNORECASE)
_NOMOR = re.compile(r"[0-9]{1,3}\.?")
_BLOK = {"p", "div", "li", "br", "tr"}
_TERSEMBUNYI = {"script", "style", "del", "head", "title"}


def baca_tempelan(teks: str, dasar: Sop) -> Sop:
    """`dasar` with the rows of a pasted table; raises LembarTidakSah with every fault."""
    if len(teks) > BATAS_HURUF:
        raise LembarTidakSah(["Tempelan terlalu panjang; salin tabel SOP-nya saja."])
    daftar_kisi = _kisi_html(teks) if _TABEL.search(teks) else [_kisi_teks(teks)]
    return baca_tabel(_satukan(daftar_kisi, kosakata(dasar)), dasar)


def _satukan(daftar_kisi: list[Kisi], kata: Kosakata) -> Kisi:
    """One table of steps out of all that was pasted: each page of a print may hold a table of its own.

    What stands before the first head (the identity block) is left out, and so is a table of another shape after it
    that holds no rows of steps (the block of the signature).
    """
    daftar_kepala = [cari_kepala(kisi, [], kata) for kisi in daftar_kisi]
    awal = next((urut for urut, kepala in enumerate(daftar_kepala) if kepala), None)
    if awal is None:
        return daftar_kisi[0]
    pertama, semula = daftar_kisi[awal], daftar_kepala[awal]
    daftar_lanjutan = []
    for urut in range(awal + 1, len(daftar_kisi)):
        kisi, kepala = daftar_kisi[urut], daftar_kepala[urut]
        if masalah := _masalah_lanjutan(kisi, kepala, pertama.lebar, semula):
            raise LembarTidakSah([masalah.format(nomor=urut + 1)])
        if kepala or _berisi_langkah(kisi):
            dari = kepala.baris_isi if kepala else 0
            daftar_lanjutan.append(Sambungan(kisi, dari, _alamat_tabel(urut - awal + 1)))
    hasil = sambung_kisi(pertama, daftar_lanjutan)
    _tolak_luas(len(hasil.isi), hasil.lebar)
    return hasil


def _masalah_lanjutan(kisi: Kisi, kepala: Kepala | None, lebar: int, semula: Kepala) -> str:
    """Why a table below the first can be neither read as its next page nor left out; "" where there is no doubt."""
    if kepala:
        return "" if _sekolom(kepala, semula) else _KOLOM_LAIN
    if _berisi_langkah(kisi):
        return "" if kisi.lebar == lebar else _LEBAR_LAIN.format(nomor="{nomor}", ini=kisi.lebar, itu=lebar)
    return _TANPA_NOMOR if kisi.lebar == lebar and _seperti_langkah(kisi, semula) else ""


def _sekolom(satu: Kepala, lain: Kepala) -> bool:
    """Do two heads stand over the same columns?"""
    nama, nama_lain = (
        [(kolom.letak, setara(kolom.nama)) for kolom in kepala.daftar_pelaksana] for kepala in (satu, lain)
    )
    return satu.letak == lain.letak and nama == nama_lain


def _berisi_langkah(kisi: Kisi) -> bool:
    """Is there a row that is numbered as a step is and says something beside?"""
    daftar = ([teks.strip() for teks in baris if teks.strip()] for baris in kisi.isi)
    return any(len(baris) > 2 and _NOMOR.fullmatch(baris[0]) for baris in daftar)


def _seperti_langkah(kisi: Kisi, kepala: Kepala) -> bool:
    """Is there a row without a number that says a kegiatan and its mutu baku, or seems to (a signature)?"""
    kegiatan = kepala.letak.get("kegiatan", 0)
    mutu = [letak for makna, letak in kepala.letak.items() if makna in ("kelengkapan", "waktu", "output")]
    return any(baris[kegiatan].strip() and any(baris[letak].strip() for letak in mutu) for baris in kisi.isi)


def _kisi_teks(teks: str) -> Kisi:
    """Lines of cells with tabs between them; a quoted cell may hold line breaks."""
    if "\t" not in teks:
        raise LembarTidakSah(
            ["Tempelan ini bukan tabel; di Word pilih seluruh tabelnya, salin, lalu tempel di sini."]
        )
    daftar_masalah: list[str] = []
    daftar_baris = pecah_tab(teks.replace("\0", ""), _alamat, daftar_masalah)
    if daftar_masalah:
        raise LembarTidakSah(daftar_masalah)
    _tolak_luas(len(daftar_baris), max(map(len, daftar_baris)))
    return susun_kisi(daftar_baris, _alamat)


def _kisi_html(teks: str) -> list[Kisi]:
    # HTML knows no entities of one's own; nothing is fetched, and what is not a table is not looked at.
    pengurai = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        akar = html.document_fromstring(teks.replace("\0", ""), parser=pengurai)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as salah:
        raise LembarTidakSah(["Tempelan ini tidak dapat dibaca; salin ulang tabelnya dari Word."]) from salah
    # A table that only holds other tables is a frame.
    daftar_tabel = [tabel for tabel in akar.iter("table") if tabel.find(".//table") is None]
    if not daftar_tabel:
        raise LembarTidakSah(
            ["Tempelan ini terpotong di awal tabelnya; salin ulang seluruh tabelnya dari Word."]
        )
    return [_kisi_tabel(tabel) for tabel in daftar_tabel]


def _kisi_tabel(tabel) -> Kisi:
    """The cells of one table at their places, which colspan and rowspan of others push aside."""
    terisi: dict[tuple[int, int], str] = {}
    daftar_gabungan = []
    daftar_tr = list(tabel.iter("tr"))
    _tolak_luas(len(daftar_tr), 1)
    for baris, tr in enumerate(daftar_tr):
        kolom = 0
        for sel in tr.iterchildren("td", "th"):
            while (baris, kolom) in terisi:
                kolom += 1
            turun, samping = _rentang(sel, "rowspan"), _rentang(sel, "colspan")
            turun = min(turun, len(daftar_tr) - baris)
            _tolak_luas(1, kolom + samping)
            terisi |= {(baris + b, kolom + k): "" for b in range(turun) for k in range(samping)}
            terisi[baris, kolom] = _teks(sel)
            if turun > 1 or samping > 1:
                daftar_gabungan.append(Gabungan(baris, kolom, baris + turun - 1, kolom + samping - 1))
            kolom += samping
    lebar = max((kolom for _, kolom in terisi), default=-1) + 1
    isi = [[terisi.get((b, k), "") for k in range(lebar)] for b in range(len(daftar_tr))]
    return susun_kisi(isi, _alamat, tuple(daftar_gabungan))


def _rentang(sel, nama: str) -> int:
    teks = (sel.get(nama) or "1").strip()
    return max(1, min(int(teks), BATAS_BARIS)) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 1


def _teks(sel) -> str:
    """The text of a cell: its paragraphs are lines, the line breaks of the markup itself are spaces."""
    baris = ("".join(_potongan(sel))).split("\n")
    return "\n".join(rapih for satu in baris if (rapih := " ".join(satu.replace("\xa0", " ").split())))


def _potongan(unsur) -> Iterator[str]:
    if not isinstance(unsur.tag, str) or unsur.tag in _TERSEMBUNYI:
        return
    if unsur.tag in _BLOK:
        yield "\n"
    yield _sebaris(unsur.text)
    for anak in unsur:
        yield from _potongan(anak)
        yield _sebaris(anak.tail)
    if unsur.tag in _BLOK:
        yield "\n"


def _sebaris(teks: str | None) -> str:
    return re.sub(r"\s", " ", teks or "")


def _tolak_luas(baris: int, kolom: int) -> None:
    if baris > BATAS_BARIS or kolom > BATAS_KOLOM:
        batas = f"{BATAS_BARIS} baris dan {BATAS_KOLOM} kolom"
        raise LembarTidakSah([f"Tabel terlalu luas; paling banyak {batas}. Salin tabel SOP-nya saja."])


def _alamat(baris: int, kolom: int) -> str:
    """Word names no cells: the place is counted."""
    return f"baris {baris + 1} kolom {kolom + 1}"


def _alamat_tabel(nomor: int) -> Callable[[int, int], str]:
    """The same in a table of a later page, counted from the first one with steps."""
    return lambda baris, kolom: f"tabel {nomor} {_alamat(baris, kolom)}"
