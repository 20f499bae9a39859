"""A table of the tree as HTML, with caption, scopes and its note."""

from lapkin.dokumen.blok import Baris, Sel, Tabel
from lapkin.dokumen.html_xml import teks_html
from lapkin.dokumen.tabel import susun_kisi


def tabel_html(tabel: Tabel, label: str, pengenal: str, nama: str) -> str:
    """In a frame that scrolls sideways by keyboard too, since reports have wide tables.

    `nama` tells a screen reader which frame it is; no two frames of a page share it.
    """
    keterangan = teks_html(tabel.keterangan)
    judul = f'<caption><span class="kertas-nomor">{label}</span> {keterangan}</caption>' if keterangan else ""
    kecil = " kertas-tabel-kecil" if tabel.kecil else ""
    isi = (
        _bagian("thead", tabel, tabel.kepala)
        + _bagian("tbody", tabel, tabel.baris)
        + _bagian("tfoot", tabel, tabel.kaki)
    )
    sebutan = teks_html(nama).replace("<br>", " ")
    catatan = f'<p class="kertas-catatan">{teks_html(tabel.catatan)}</p>' if tabel.catatan else ""
    return (
        f'<div class="kertas-gulir" role="region" tabindex="0" aria-label="{sebutan}">'
        f'<table class="kertas-tabel{kecil}" id="{pengenal}">{judul}{isi}</table></div>{catatan}'
    )


def _bagian(unsur: str, tabel: Tabel, daftar_baris: tuple[Baris, ...]) -> str:
    if not daftar_baris:
        return ""
    kisi = susun_kisi(daftar_baris, len(tabel.lebar))
    isi = "".join(_baris(unsur, tabel, asal, satu) for asal, satu in zip(daftar_baris, kisi, strict=True))
    return f"<{unsur}>{isi}</{unsur}>"


def _baris(unsur: str, tabel: Tabel, asal: Baris, satu: tuple[tuple[int, Sel], ...]) -> str:
    kelas = f' class="kertas-{asal.gaya}"' if asal.gaya else ""
    isi = "".join(_sel(unsur, tabel, asal, kolom, sel) for kolom, sel in satu)
    return f"<tr{kelas}>{isi}</tr>"


def _sel(unsur: str, tabel: Tabel, asal: Baris, kolom: int, sel: Sel) -> str:
    lebar = f' colspan="{sel.rentang_kolom}"' if sel.rentang_kolom > 1 else ""
    tinggi = f' rowspan="{sel.rentang_baris}"' if sel.rentang_baris > 1 else ""
    isi = teks_html(sel.teks)
    if unsur == "thead":
        lingkup = "colgroup" if sel.rentang_kolom > 1 else "col"
        return f'<th scope="{lingkup}"{lebar}{tinggi}>{isi}</th>'
    if asal.gaya == "kelompok" and sel.rentang_kolom == len(tabel.lebar):
        return f'<th scope="rowgroup"{lebar}{tinggi} class="kertas-rata-kiri">{isi}</th>'
    rata = sel.rata or (tabel.rata[kolom] if tabel.rata else "kiri")
    isi = f"<strong>{isi}</strong>" if sel.tebal and isi else isi
    return f'<td{lebar}{tinggi} class="kertas-rata-{rata}">{isi}</td>'
