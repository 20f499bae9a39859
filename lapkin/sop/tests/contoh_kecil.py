"""An SOP of two rows without any fault, for tests that bring in one."""

from datetime import date

from lapkin.sop.pemeriksaan import Keadaan, periksa
from lapkin.sop.sop import Identitas, Jenis, Kelengkapan, Langkah, Output, Pekerjaan, Peran, Sop

PADA = date(2026, 1, 5)


def langkah(nomor: int, **lain) -> Langkah:
    """A row without any fault: the Staf writes something."""
    bawaan = {
        "kode": f"l{nomor}",
        "no": str(nomor),
        "kegiatan": "Menulis",
        "pelaksana": ("Staf",),
        "pekerjaan": (Pekerjaan(jenis=Jenis.SUSUN, oleh=("Staf",), naskah="lkjip"),),
        "kelengkapan": (Kelengkapan(nama="Bahan", dari="luar" if nomor == 1 else f"l{nomor - 1}"),),
        "waktu_tercetak": "1 hari",
        "output": (Output(nama="Bahan"),),
    }
    return Langkah(**(bawaan | lain))


def sop(*baris: Langkah, peran: tuple[Peran, ...] = (), penanggung_jawab: str = "Staf", **identitas) -> Sop:
    """An SOP without any fault but what the arguments bring in."""
    bawaan = {"kop": ("DINAS CONTOH",), "nomor": "1/2026", "judul": "Penyusunan LKjIP", "judul_baku": ""}
    return Sop(
        kode="contoh",
        laporan="LKjIP",
        sumber="karangan untuk uji",
        penanggung_jawab=penanggung_jawab,
        identitas=Identitas(**(bawaan | identitas)),
        peran=(Peran(nama="Staf", kunci="staf"), Peran(nama="Kepala", kunci="kepala"), *peran),
        langkah=baris or (langkah(1), langkah(2)),
    )


def temuan(isi: Sop, keadaan: Keadaan | None = None) -> list[tuple[str, str]]:
    """Rule and step of every finding."""
    semua = periksa(isi, pada=PADA, keadaan=keadaan) if keadaan else periksa(isi, pada=PADA)
    return [(t.aturan, t.langkah) for t in semua]
