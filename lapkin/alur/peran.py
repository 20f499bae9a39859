"""The roles of an SOP that its work needs: somebody must be bound to each before a case can run it."""

from collections.abc import Collection

from lapkin.sop.sop import Sop


def peran_tanpa_ikatan(isi: Sop, terikat: Collection[str]) -> list[str]:
    """The roles that do work or collect it and are not among those bound, in the order of the rows."""
    diperlukan = dict.fromkeys(
        nama
        for langkah in isi.daftar_langkah_kerja
        for tahap in langkah.tahapan()
        for nama in (*tahap.daftar_peran, *filter(None, [langkah.penghimpun]))
    )
    return [nama for nama in diperlukan if nama not in terikat]
