"""A sheet of figures as JSON values and back, for what the browser carries between preview and acceptance."""

from dataclasses import asdict

from lapkin.kinerja.lembar import BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja


def ke_json(lembar: LembarKinerja) -> dict:
    """Plain dicts and lists; the years of `riwayat` become texts."""
    return asdict(lembar)


def dari_json(isi: dict) -> LembarKinerja:
    """The sheet again, equal to the one that was written."""
    return LembarKinerja(
        **isi
        | {
            "daftar_sasaran": tuple(BarisSasaran(**satu) for satu in isi["daftar_sasaran"]),
            "daftar_indikator": tuple(_indikator(satu) for satu in isi["daftar_indikator"]),
            "daftar_anggaran": tuple(BarisAnggaran(**satu) for satu in isi["daftar_anggaran"]),
        }
    )


def _indikator(satu: dict) -> BarisIndikator:
    return BarisIndikator(**satu | {"riwayat": {int(tahun): teks for tahun, teks in satu["riwayat"].items()}})
