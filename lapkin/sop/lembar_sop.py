"""An SOP as an Excel workbook in the shape of the printed table, and back (door).

The sheet "SOP" is the table: a tick V in the column of who works, 1, 2, 3 where they follow each other, V in several
where they work together. The last column, hidden, has the kode of each row, by which a row is known again. The sheet
"Identitas" has the block above the table; it is read back too, as far as it is text.
"""

import io
import re
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from math import ceil

import xlsxwriter

from lapkin.sop.kata_sop import SEBUTAN_IDENTITAS, SEBUTAN_PENGESAH
from lapkin.sop.sop import Identitas, LabelKolom, Sop, TanggalTercetak
from lapkin.sop.tabel_tercetak import baca_tabel
from lapkin.sop.tampak import serata
from lapkin.sop.tukar.baris import TEKS_TERCETAK, tanda_pelaksana
from lapkin.sop.tukar.buku import buka_lembar
from lapkin.sop.tukar.kembali import sel_kembali
from lapkin.sop.tukar.kepala import JUDUL_KODE, JUDUL_PENGGANTI, Kosakata, cari_kepala, kosakata
from lapkin.sop.tukar.kisi import Kisi, LembarTidakSah

__all__ = ["LembarTidakSah", "baca_lembar", "tulis_lembar"]

LEMBAR_TABEL = "SOP"
LEMBAR_IDENTITAS = "Identitas"
# The same SOP gives the same bytes: the moment of writing stays out.
_DIBUAT = datetime(2025, 1, 1)  # noqa: DTZ001
_KERTAS_F4 = 14  # the folio that Indonesian offices print on
_LEBAR = {"no": 5, "kegiatan": 42, "kelengkapan": 26, "waktu": 12, "output": 26, "keterangan": 18}
_LEBAR_PELAKSANA = 13
_MUTU_BAKU = ("kelengkapan", "waktu", "output")
_SEL_TERPANJANG = 32_000
_TINGGI_HURUF = 13  # points a line; programs do not all work the height of a row out themselves
_TINGGI_TERBESAR = 400  # Excel allows 409


def tulis_lembar(sop: Sop) -> bytes:
    """The workbook (xlsx) of an SOP or a draft."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties({"title": sop.identitas.judul[:250], "created": _DIBUAT})
        _tulis_tabel(buku, sop)
        _tulis_identitas(buku, sop.identitas)
    return wadah.getvalue()


def baca_lembar(isi: bytes, dasar: Sop) -> Sop:
    """`dasar` with what the workbook says; raises LembarTidakSah with every fault, each naming its cell."""
    daftar_lembar = buka_lembar(isi)
    sop = dasar
    if LEMBAR_IDENTITAS in daftar_lembar:
        identitas = _baca_identitas(daftar_lembar.pop(LEMBAR_IDENTITAS), dasar.identitas)
        sop = replace(dasar, identitas=identitas)
    return baca_tabel(_lembar_tabel(daftar_lembar, kosakata(dasar)), sop)


def _lembar_tabel(daftar_lembar: dict[str, Kisi], kata: Kosakata) -> Kisi:
    """The sheet with the rows: ours by its name, else the only one with the head of such a table."""
    if not daftar_lembar:
        raise LembarTidakSah(["Buku kerja ini tidak mempunyai lembar dengan tabel langkah."])
    if LEMBAR_TABEL in daftar_lembar:
        return daftar_lembar[LEMBAR_TABEL]
    bertabel = [nama for nama, kisi in daftar_lembar.items() if cari_kepala(kisi, [], kata)]
    if len(bertabel) > 1:
        sebutan = ", ".join(f"“{nama}”" for nama in bertabel)
        raise LembarTidakSah(
            [f"Lebih dari satu lembar memuat tabel langkah ({sebutan}); namai yang dipakai “{LEMBAR_TABEL}”."]
        )
    return daftar_lembar[bertabel[0] if bertabel else next(iter(daftar_lembar))]


def _tulis_tabel(buku, sop: Sop) -> None:
    lembar = buku.add_worksheet(LEMBAR_TABEL)
    label = sop.identitas.label_kolom
    kepala = buku.add_format(_gaya(bold=True, align="center", valign="vcenter", bg_color="#e8edf2"))
    teks, tengah = buku.add_format(_gaya()), buku.add_format(_gaya(align="center"))
    daftar_kolom = _daftar_kolom(label, sop)
    akhir = _tulis_kepala(lembar, kepala, daftar_kolom, label)
    for baris, langkah in enumerate(sop.langkah, start=akhir):
        tanda = tanda_pelaksana(langkah)
        isi_lain = {"kembali_ke": sel_kembali(sop, langkah)}
        isi_lain |= {makna: getattr(langkah, nama) for makna, nama in TEKS_TERCETAK.items()}
        for letak, (makna, peran) in enumerate(daftar_kolom):
            isi = tanda.get(peran, "") if makna == "pelaksana" else isi_lain[makna]
            lembar.write_string(
                baris, letak, isi[:_SEL_TERPANJANG], tengah if makna in ("no", "pelaksana") else teks
            )
        lembar.write_string(baris, len(daftar_kolom), langkah.kode)
        lembar.set_row(
            baris, _tinggi((getattr(langkah, nama), _LEBAR[makna]) for makna, nama in TEKS_TERCETAK.items())
        )
    _siapkan_halaman(lembar, daftar_kolom, akhir, sop)


def _gaya(**tambahan) -> dict:
    dasar = {"font_name": "Liberation Sans", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
    return dasar | tambahan


def _daftar_kolom(label: LabelKolom, sop: Sop) -> list[tuple[str, str]]:
    """The columns in the printed order, without those that this office does not print: (meaning, role).

    Where work returns to stands last: the form draws it, a sheet must say it.
    """
    awal = [("no", "")] if label.no else []
    pelaksana = [("pelaksana", peran.nama) for peran in sop.peran if peran.kolom]
    akhir = [(makna, "") for makna in (*_MUTU_BAKU, "keterangan") if getattr(label, makna)]
    kembali = [("kembali_ke", "")] if any(langkah.kembali_ke for langkah in sop.langkah) else []
    return [*awal, ("kegiatan", ""), *pelaksana, *akhir, *kembali]


def _tulis_kepala(lembar, gaya, daftar_kolom: list[tuple[str, str]], label: LabelKolom) -> int:
    """Two rows, groups over their columns, and the numbers below them where they are printed; the next row."""
    for letak, (makna, peran) in enumerate(daftar_kolom):
        if makna == "pelaksana" or (makna in _MUTU_BAKU and label.mutu_baku):
            lembar.write_string(1, letak, peran or getattr(label, makna), gaya)
        else:
            _gabung(lembar, (0, letak, 1, letak), _judul(label, makna), gaya)
    judul_pelaksana = label.pelaksana or JUDUL_PENGGANTI["pelaksana"]
    for makna, judul in (("pelaksana", judul_pelaksana), ("mutu_baku", label.mutu_baku)):
        kelompok = ("pelaksana",) if makna == "pelaksana" else _MUTU_BAKU
        letak = [nomor for nomor, (m, _) in enumerate(daftar_kolom) if m in kelompok]
        if letak and judul:
            _gabung(lembar, (0, letak[0], 0, letak[-1]), judul, gaya)
    lembar.write_string(1, len(daftar_kolom), JUDUL_KODE)
    lembar.set_row(1, _tinggi((peran, _LEBAR_PELAKSANA) for _, peran in daftar_kolom))
    tercetak = [kolom for kolom in daftar_kolom if kolom[0] != "kembali_ke"]
    nomor_kolom = label.nomor_kolom if len(label.nomor_kolom) == len(tercetak) else ()
    for letak, nomor in enumerate(nomor_kolom):
        lembar.write_string(2, letak, nomor, gaya)
    return 3 if nomor_kolom else 2


def _judul(label: LabelKolom, makna: str) -> str:
    return getattr(label, makna, "") or JUDUL_PENGGANTI[makna]


def _tinggi(daftar: Iterable[tuple[str, int]]) -> int:
    """Points that the tallest of these texts needs in a column of its width."""
    banyak_baris = max(
        sum(max(1, ceil(len(baris) * 10 / (lebar * 9))) for baris in teks.split("\n"))
        for teks, lebar in daftar
    )
    return min(_TINGGI_TERBESAR, banyak_baris * _TINGGI_HURUF + 3)


def _gabung(lembar, rentang: tuple[int, int, int, int], teks: str, gaya) -> None:
    """Excel has no merged cell of one."""
    if rentang[:2] == rentang[2:]:
        lembar.write_string(*rentang[:2], teks, gaya)
    else:
        lembar.merge_range(*rentang, teks, gaya)


def _siapkan_halaman(lembar, daftar_kolom: list[tuple[str, str]], baris_isi: int, sop: Sop) -> None:
    for letak, (makna, _) in enumerate(daftar_kolom):
        lembar.set_column(letak, letak, _LEBAR.get(makna, _LEBAR_PELAKSANA))
    lembar.set_column(len(daftar_kolom), len(daftar_kolom), 20, None, {"hidden": True})
    lembar.freeze_panes(baris_isi, 2)
    lembar.set_landscape()
    lembar.set_paper(_KERTAS_F4)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(0, baris_isi - 1)
    lembar.print_area(0, 0, baris_isi + len(sop.langkah), len(daftar_kolom) - 1)
    lembar.set_footer("&L&A&RHalaman &P dari &N")
    lembar.ignore_errors({"number_stored_as_text": "A1:XFD2000"})


def _tulis_identitas(buku, identitas: Identitas) -> None:
    lembar = buku.add_worksheet(LEMBAR_IDENTITAS)
    kepala, teks = buku.add_format(_gaya(bold=True, bg_color="#e8edf2")), buku.add_format(_gaya())
    for baris, (nama, sebutan) in enumerate(_daftar_isian(identitas)):
        lembar.write_string(baris, 0, sebutan, kepala)
        lembar.write_string(baris, 1, _ke_teks(_ambil(identitas, nama))[:_SEL_TERPANJANG], teks)
        lembar.write_string(baris, 2, nama)
        lembar.set_row(baris, _tinggi([(_ke_teks(_ambil(identitas, nama)), 100)]))
    lembar.set_column(0, 0, 28)
    lembar.set_column(1, 1, 100)
    lembar.set_column(2, 2, 20, None, {"hidden": True})
    lembar.set_landscape()
    lembar.set_paper(_KERTAS_F4)
    lembar.fit_to_pages(1, 0)
    lembar.ignore_errors({"number_stored_as_text": "A1:C100"})


def _daftar_isian(identitas: Identitas) -> list[tuple[str, str]]:
    """The lines of the identity sheet: the name of the field and what this office calls it."""
    hasil = []
    for kolom in fields(Identitas):
        if kolom.name == "pengesah":
            hasil += [(f"pengesah.{nama}", sebutan) for nama, sebutan in SEBUTAN_PENGESAH.items()]
        elif not kolom.name.startswith(("label_", "penanda_")):
            tercetak = getattr(identitas.label_blok, kolom.name, "")
            hasil.append((kolom.name, tercetak or SEBUTAN_IDENTITAS[kolom.name]))
    return hasil


def _ambil(identitas: Identitas, nama: str) -> object:
    induk, _, bagian = nama.partition(".")
    nilai = getattr(identitas, induk)
    return getattr(nilai, bagian) if bagian else nilai


def _ke_teks(nilai: object) -> str:
    """Lists one item a line; of a date what is printed."""
    if isinstance(nilai, tuple):
        return "\n".join(nilai)
    return nilai.tercetak if isinstance(nilai, TanggalTercetak) else str(nilai)


def _baca_identitas(kisi: Kisi, lama: Identitas) -> Identitas:
    """Only what reads otherwise than before is changed; a date printed anew has no calendar day until one is given."""
    tertulis = {baris[2].strip(): (nomor, baris[1]) for nomor, baris in enumerate(kisi.isi) if len(baris) > 2}
    salah = [
        f"Lembar {LEMBAR_IDENTITAS}, sel {kisi.alamat(*sel)} berisi rumus; ketik isinya."
        for sel in kisi.rumus
    ]
    if salah:
        raise LembarTidakSah(sorted(salah))
    ganti = {}
    for nama, _ in _daftar_isian(lama):
        if nama in tertulis and _terbaca(tertulis[nama][1]) != _terbaca(_ke_teks(_ambil(lama, nama))):
            ganti[nama] = _dari_teks(tertulis[nama][1].strip(), _ambil(lama, nama))
    pengesah = {nama.partition(".")[2]: isi for nama, isi in ganti.items() if "." in nama}
    sisanya = {nama: isi for nama, isi in ganti.items() if "." not in nama}
    return replace(lama, pengesah=replace(lama.pengesah, **pengesah), **sisanya)


def _terbaca(teks: str) -> list[str]:
    """The lines of a cell without what nobody sees: empty ones, and how wide gaps are."""
    return [rapih for baris in re.split(r"[\r\n]", teks) if (rapih := serata(baris))]


def _dari_teks(teks: str, lama: object) -> object:
    if isinstance(lama, tuple):
        return tuple(baris.strip() for baris in teks.splitlines() if baris.strip())
    return TanggalTercetak(tercetak=teks) if isinstance(lama, TanggalTercetak) else teks
