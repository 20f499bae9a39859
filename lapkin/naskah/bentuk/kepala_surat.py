"""The head that surat dinas, undangan and their kin share: Nomor, Sifat, Lampiran, Hal and the addressee."""

from lapkin.dokumen.blok import KepalaSurat, Pasang

from .dasar import Konteks


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


def _tujuan(isi: dict) -> tuple[str, ...]:
    daftar = isi["tujuan"]
    if len(daftar) == 1:
        penerima = (f"Yth. {daftar[0]}",)
    else:
        penerima = ("Yth.", *(f"{ke}. {satu}" for ke, satu in enumerate(daftar, start=1)))
    return (*penerima, "di –", isi["di"] or "Tempat")
