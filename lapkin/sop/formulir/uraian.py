"""The drawing in words, for whoever cannot see it: each step, who does it, what follows, where it may return."""

from lapkin.sop.bagan import Langkah
from lapkin.sop.formulir.bentuk import Bentuk, Halaman
from lapkin.sop.sop import Sop

_NAMA_BENTUK = {
    Bentuk.KAPSUL: "mulai atau selesai",
    Bentuk.KOTAK: "kegiatan",
    Bentuk.BELAH_KETUPAT: "keputusan",
}


def uraian_halaman(sop: Sop, halaman: Halaman) -> str:
    """One sentence for each row of the page that has a symbol."""
    kalimat = [
        uraian_baris(sop, halaman, baris.urutan)
        for baris in halaman.baris
        if any(simbol.urutan == baris.urutan for simbol in halaman.simbol)
    ]
    return " ".join(["Diagram alir.", *kalimat])


def uraian_baris(sop: Sop, halaman: Halaman, urutan: int) -> str:
    """ "Langkah 3: Kasubbag (keputusan); bila tidak, kembali ke langkah 2." """
    langkah = sop.langkah[urutan]
    pelaku = ", ".join(
        f"{simbol.peran or simbol.teks} ({_NAMA_BENTUK[simbol.bentuk]})"
        for simbol in halaman.simbol
        if simbol.urutan == urutan
    )
    kalimat = f"Langkah {_nomor(langkah, urutan)}: {pelaku or 'tanpa simbol'}"
    kembali = [
        _nomor(satu, ke) for ke, satu in enumerate(sop.langkah[:urutan]) if satu.kode in langkah.kembali_ke
    ]
    return (
        f"{kalimat}; bila tidak, kembali ke langkah {' atau '.join(kembali)}." if kembali else f"{kalimat}."
    )


def _nomor(langkah: Langkah, urutan: int) -> str:
    return langkah.no or f"pada baris ke-{urutan + 1}"
