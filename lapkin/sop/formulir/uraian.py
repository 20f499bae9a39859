"""The drawing in words, for whoever cannot see it: each step, who does it, what follows, where it may return."""

from lapkin.dokumen.teks import tercetak
from lapkin.sop.bagan import Langkah
from lapkin.sop.formulir.bentuk import Bentuk, Halaman, Simbol
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
    pelaku = ", ".join(_pelaku(simbol) for simbol in halaman.simbol if simbol.urutan == urutan)
    kalimat = f"Langkah {_nomor(langkah, urutan)}: {pelaku or 'tanpa simbol'}"
    kembali = [
        _nomor(satu, ke) for ke, satu in enumerate(sop.langkah[:urutan]) if satu.kode in langkah.kembali_ke
    ]
    return (
        f"{kalimat}; bila tidak, kembali ke langkah {' atau '.join(kembali)}." if kembali else f"{kalimat}."
    )


def kalimat_tersisa(sop: Sop, tersisa: list[tuple[int, int]]) -> str:
    """ "Pengembalian yang tidak tergambar: langkah 9 ke langkah 3; langkah 11 ke langkah 2 dan 4." """
    tujuan: dict[int, list[str]] = {}
    for dari, ke in sorted(tersisa):
        tujuan.setdefault(dari, []).append(_nomor(sop.langkah[ke], ke))
    daftar = (
        f"langkah {_nomor(sop.langkah[dari], dari)} ke langkah {_berderet(ke)}" for dari, ke in tujuan.items()
    )
    return f"Pengembalian yang tidak tergambar: {'; '.join(daftar)}."


def _berderet(daftar: list[str]) -> str:
    *awal, akhir = daftar
    return f"{', '.join(awal)} dan {akhir}" if awal else akhir


def _pelaku(simbol: Simbol) -> str:
    """Who, the symbol, and the word that stands in it: "Kadis (mulai atau selesai, tertulis MULAI)"."""
    tertulis = f", tertulis {tercetak(simbol.teks)}" if simbol.teks else ""
    return f"{simbol.peran} ({_NAMA_BENTUK[simbol.bentuk]}{tertulis})"


def _nomor(langkah: Langkah, urutan: int) -> str:
    return langkah.no or f"pada baris ke-{urutan + 1}"
