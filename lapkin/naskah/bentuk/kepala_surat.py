"""The head and the foot that letters share: Nomor, Sifat, Lampiran, Hal, the addressee; signer, copies, initials."""

from lapkin.dokumen.blok import Blok, KepalaSurat, Pasang

from .dasar import Isian, Konteks, daftar_tembusan, tanda_tangan
from .paraf import kotak_paraf

TUJUAN = Isian(nama="tujuan", label="Kepada", jenis="daftar", bantuan="Satu penerima tiap baris.")
DI = Isian(nama="di", label="Di", wajib=False, bantuan="Tempat tujuan; bila kosong tercetak “Tempat”.")


def kepala_surat(isi: dict, konteks: Konteks) -> KepalaSurat:
    """`isi` needs tujuan (lines), di (place), sifat, lampiran."""
    return KepalaSurat(
        tempat_tanggal=konteks.tempat_tanggal,
        rincian=(
            Pasang(label="Nomor", nilai=(konteks.nomor_tercetak,)),
            Pasang(label="Sifat", nilai=(isi["sifat"],)),
            Pasang(label="Lampiran", nilai=(isi["lampiran"] or "–",)),
            Pasang(label="Hal", nilai=(konteks.hal,)),
        ),
        tujuan=_tujuan(isi),
    )


def kaki_surat(isi: dict, konteks: Konteks) -> tuple[Blok, ...]:
    """The signer, the copies and the box for initials; `isi` needs tembusan (lines)."""
    return (
        tanda_tangan(konteks.penanda_tangan),
        *daftar_tembusan(isi["tembusan"]),
        *kotak_paraf(konteks),
    )


def _tujuan(isi: dict) -> tuple[str, ...]:
    daftar = isi["tujuan"]
    if len(daftar) == 1:
        penerima = (f"Yth. {daftar[0]}",)
    else:
        penerima = ("Yth.", *(f"{ke}. {satu}" for ke, satu in enumerate(daftar, start=1)))
    return (*penerima, "di –", isi["di"] or "Tempat")
