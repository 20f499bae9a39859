"""All forms of letters, in the order people see them, and the form for each kind of paper an SOP names."""

from . import daftar_hadir, disposisi, nota_dinas, notula, sk_tim, surat, surat_pengantar, undangan

BENTUK = {
    modul.BENTUK.kode: modul.BENTUK
    for modul in (disposisi, nota_dinas, surat, undangan, surat_pengantar, notula, daftar_hadir, sk_tim)
}

# A kind of paper that an SOP names otherwise than its form is called.
_SEPADAN = {"surat-permintaan-data": "surat", "surat-reviu": "surat", "notulen": "notula"}


def bentuk_naskah(jenis: str) -> str:
    """The form (a key of BENTUK) of a kind of paper named by an SOP; KeyError if it is no letter."""
    kode = _SEPADAN.get(jenis, jenis)
    if kode not in BENTUK:
        raise KeyError(jenis)
    return kode
