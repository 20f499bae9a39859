"""How the sheets of a workbook look and print."""

from lapkin.kinerja.buku.tata import BARIS_KEPALA, Kolom, TataLembar

_DASAR = {"font_name": "Liberation Sans", "font_size": 10, "valign": "top"}
_KERTAS_A4 = 9
TINGGI_SEBARIS = 13  # points
TINGGI_TERBESAR = 400  # Excel allows 409
_GARIS = {"border": 1, "border_color": "#c4ccd4"}
_ISIAN = {"bg_color": "#fffdf0", "locked": False}
_TERKUNCI = {"bg_color": "#f1f3f5"}
_BENTUK = {"uang": "#,##0.##", "angka": "@"}


class Gaya:
    """The cell formats of one workbook."""

    def __init__(self, buku):
        self._buku = buku
        self._sel: dict[tuple, object] = {}
        self.judul = buku.add_format(_DASAR | {"bold": True, "font_size": 14})
        self.bantuan = buku.add_format(_DASAR | {"italic": True, "font_color": "#4a5560"})
        self.teks = buku.add_format(_DASAR | {"text_wrap": True})
        self.kepala = buku.add_format(
            _DASAR
            | _GARIS
            | {"bold": True, "text_wrap": True, "bg_color": "#1d5c8f", "font_color": "#ffffff"}
        )

    def sel(self, kolom: Kolom):
        """The format of a column's cells: open cells are tinted, figures stand right."""
        kunci = (kolom.jenis, kolom.terkunci)
        if kunci not in self._sel:
            self._sel[kunci] = self._buku.add_format(
                _DASAR
                | _GARIS
                | (_TERKUNCI if kolom.terkunci else _ISIAN)
                | {"text_wrap": True, "num_format": _BENTUK.get(kolom.jenis, "General")}
                | ({"align": "right"} if kolom.jenis in _BENTUK else {})
            )
        return self._sel[kunci]


def siapkan_halaman(ws, tata: TataLembar, gaya: Gaya) -> None:
    """Title, widths, frozen head, protection and print set-up of one sheet."""
    terlihat = next(letak for letak, kolom in enumerate(tata.daftar_kolom) if kolom.jenis != "kunci")
    ws.write_string(0, terlihat, tata.judul, gaya.judul)
    ws.write_string(1, terlihat, tata.bantuan, gaya.bantuan)
    for letak, kolom in enumerate(tata.daftar_kolom):
        ws.set_column(letak, letak, kolom.lebar, None, {"hidden": kolom.jenis == "kunci"})
    ws.set_row(BARIS_KEPALA - 1, 2 * TINGGI_SEBARIS + 4)
    ws.freeze_panes(BARIS_KEPALA, terlihat + tata.kolom_beku)
    ws.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    siapkan_cetak(ws)
    ws.repeat_rows(BARIS_KEPALA - 1)


def siapkan_cetak(ws) -> None:
    """A4 lying down, as wide as the page, pages numbered."""
    ws.set_landscape()
    ws.set_paper(_KERTAS_A4)
    ws.fit_to_pages(1, 0)
    ws.set_margins(0.4, 0.4, 0.5, 0.6)
    ws.set_footer("&L&A&RHalaman &P dari &N")
    ws.hide_gridlines(2)


def tinggi_baris(tata: TataLembar, baris: dict) -> float:
    """Height of a row in points, so that its longest text shows whole; programs don't all work it out themselves."""
    banyak_baris = max(
        (
            _banyak_baris(_teks(baris.get(kolom.kunci, "")), kolom.lebar)
            for kolom in tata.daftar_kolom
            if _terlihat(kolom)
        ),
        default=1,
    )
    return min(TINGGI_TERBESAR, max(1, banyak_baris) * TINGGI_SEBARIS + 2)


def _teks(nilai: object) -> str:
    """What a cell shows: of a formula its result."""
    return str(getattr(nilai, "hasil", nilai))


def _banyak_baris(teks: str, lebar: int) -> int:
    """Lines a text needs; a line of words holds about a tenth less than its width."""
    return sum(max(1, -(-len(baris) // max(1, lebar * 9 // 10))) for baris in teks.split("\n"))


def _terlihat(kolom: Kolom) -> bool:
    return kolom.jenis == "teks"
