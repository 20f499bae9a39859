"""The box for initials (paraf hierarki) on a draft: who answers for the text before it is signed."""

from lapkin.dokumen.blok import Blok, Tabel, baris

from .dasar import Konteks


def kotak_paraf(konteks: Konteks) -> tuple[Blok, ...]:
    """A small table with one line per post; nothing when no initials belong on the paper."""
    if not konteks.daftar_paraf:
        return ()
    tabel = Tabel(
        keterangan="",
        lebar=(10, 60, 44),
        rata=("tengah", "kiri", "kiri"),
        kepala=(baris("No.", "Paraf hierarki", "Paraf dan tanggal"),),
        baris=tuple(baris(str(ke), jabatan, "") for ke, jabatan in enumerate(konteks.daftar_paraf, start=1)),
        kecil=True,
    )
    return (tabel,)
