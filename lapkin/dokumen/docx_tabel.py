"""Tables in WordprocessingML: bordered tables of the report, and borderless ones that only place things."""

from collections.abc import Sequence

from lapkin.dokumen.blok import Baris, Sel, Tabel
from lapkin.dokumen.docx_xml import alinea, atribut, dxa, lari
from lapkin.dokumen.susunan import utuh
from lapkin.dokumen.tabel import susun_kisi

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right"}
_WARNA_KEPALA = "E2E2E2"
_WARNA_KELOMPOK = "F1F1F1"


def tabel_xml(tabel: Tabel, lebar_mm: int) -> str:
    """The table without its caption and note."""
    daftar_lebar = _bagi_lebar(tabel.lebar, dxa(lebar_mm))
    penulis = _PenulisTabel(tabel, daftar_lebar)
    garis = "".join(
        f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="3C3C3C"/>'
        for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sela = dxa(0.9 if tabel.kecil else 1.2)
    sifat = (
        f'<w:tblW w:w="{sum(daftar_lebar)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{garis}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>{_sela_sel(sela)}'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>'
    )
    if tabel.keterangan:
        sifat += f"<w:tblCaption w:val={atribut(tabel.keterangan)}/>"
    return _bungkus(sifat, daftar_lebar, penulis.semua())


def tata_xml(daftar_lebar_mm: Sequence[float], daftar_isi: Sequence[str], rata_tegak: str = "top") -> str:
    """One row of borderless cells with ready-made paragraphs: letterhead, signatures side by side."""
    daftar_lebar = [dxa(lebar) for lebar in daftar_lebar_mm]
    sifat = f'<w:tblW w:w="{sum(daftar_lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_sela_sel(0)}'
    sel = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/><w:vAlign w:val="{rata_tegak}"/></w:tcPr>'
        f"{isi}</w:tc>"
        for lebar, isi in zip(daftar_lebar, daftar_isi, strict=True)
    )
    return _bungkus(sifat, daftar_lebar, f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{sel}</w:tr>")


def _bungkus(sifat: str, daftar_lebar: Sequence[int], isi: str) -> str:
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in daftar_lebar)
    return f"<w:tbl><w:tblPr>{sifat}</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{isi}</w:tbl>"


def _sela_sel(samping: int) -> str:
    tegak = dxa(0.9) if samping else 0
    return (
        f'<w:tblCellMar><w:top w:w="{tegak}" w:type="dxa"/><w:left w:w="{samping}" w:type="dxa"/>'
        f'<w:bottom w:w="{tegak}" w:type="dxa"/><w:right w:w="{samping}" w:type="dxa"/></w:tblCellMar>'
    )


def _bagi_lebar(bobot: Sequence[int], seluruh: int) -> list[int]:
    """Whole dxa per column, whose sum is the whole width."""
    jumlah = sum(bobot)
    batas = [seluruh * sum(bobot[:ke]) // jumlah for ke in range(len(bobot) + 1)]
    return [kanan - kiri for kiri, kanan in zip(batas, batas[1:], strict=False)]


class _PenulisTabel:
    """Writes the rows of one table."""

    def __init__(self, tabel: Tabel, daftar_lebar: list[int]) -> None:
        self.tabel = tabel
        self.lebar = daftar_lebar
        self.terakhir = (tabel.kaki or tabel.baris or tabel.kepala or (None,))[-1]
        self.sebelum_kaki = (tabel.baris or (None,))[-1]
        self.utuh = utuh(tabel)
        self.lekat = False  # whether the row being written keeps to what comes after it
        self.gaya = "IsiTabelKecil" if tabel.kecil else "IsiTabel"

    def semua(self) -> str:
        return (
            self._bagian(self.tabel.kepala, kepala=True)
            + self._bagian(self.tabel.baris)
            + self._bagian(self.tabel.kaki, kaki=True)
        )

    def _bagian(self, daftar_baris: tuple[Baris, ...], *, kepala: bool = False, kaki: bool = False) -> str:
        sambung: dict[int, tuple[Sel, int]] = {}  # column -> cell from above and the rows it still covers
        hasil = []
        for asal, satu in zip(daftar_baris, susun_kisi(daftar_baris, len(self.lebar)), strict=True):
            gaya = "kepala" if kepala else "tebal" if kaki else asal.gaya
            self.lekat = self._lekat(asal, gaya)
            hasil.append(self._baris(satu, sambung, gaya))
        return "".join(hasil)

    def _lekat(self, asal: Baris, gaya: str) -> bool:
        """The last row keeps to the note below, the one before the totals to them, a band to what it names,
        and in a small table every row to the next."""
        if asal is self.terakhir:
            return bool(self.tabel.catatan)
        return self.utuh or gaya == "kelompok" or asal is self.sebelum_kaki

    def _baris(
        self, satu: tuple[tuple[int, Sel], ...], sambung: dict[int, tuple[Sel, int]], gaya: str
    ) -> str:
        sifat = "<w:cantSplit/>" + ("<w:tblHeader/>" if gaya == "kepala" else "")
        daftar_sel = {kolom: self._sel(sel, kolom, gaya) for kolom, sel in satu}
        for kolom, (sel, sisa) in list(sambung.items()):
            daftar_sel[kolom] = self._sel(sel, kolom, gaya, lanjutan=True)
            sambung[kolom] = (sel, sisa - 1)
            if sisa == 1:
                del sambung[kolom]
        for kolom, sel in satu:
            if sel.rentang_baris > 1:
                sambung[kolom] = (sel, sel.rentang_baris - 1)
        isi = "".join(daftar_sel[kolom] for kolom in sorted(daftar_sel))
        return f"<w:tr><w:trPr>{sifat}</w:trPr>{isi}</w:tr>"

    def _sel(self, sel: Sel, kolom: int, gaya: str, *, lanjutan: bool = False) -> str:
        lebar = sum(self.lebar[kolom : kolom + sel.rentang_kolom])
        gabung = ""
        if sel.rentang_baris > 1:
            gabung = "<w:vMerge/>" if lanjutan else '<w:vMerge w:val="restart"/>'
        warna = {"kepala": _WARNA_KEPALA, "kelompok": _WARNA_KELOMPOK}.get(gaya, "")
        sifat = (
            f'<w:tcW w:w="{lebar}" w:type="dxa"/>'
            + (f'<w:gridSpan w:val="{sel.rentang_kolom}"/>' if sel.rentang_kolom > 1 else "")
            + gabung
            + (f'<w:shd w:val="clear" w:color="auto" w:fill="{warna}"/>' if warna else "")
            + ('<w:vAlign w:val="center"/>' if gaya == "kepala" else "")
        )
        tebal = "<w:b/>" if gaya or sel.tebal else ""
        isi = "" if lanjutan else lari(sel.teks, tebal)
        alinea_sel = alinea(isi, self.gaya, rata=self._rata(sel, kolom, gaya), lekat=self.lekat)
        return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{alinea_sel}</w:tc>"

    def _rata(self, sel: Sel, kolom: int, gaya: str) -> str:
        if gaya == "kepala":
            return "center"
        if gaya == "kelompok":
            return "left"
        return _RATA[sel.rata or (self.tabel.rata[kolom] if self.tabel.rata else "kiri")]
