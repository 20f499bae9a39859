"""What the chapters are made from, in one value, and the block of one slot of text."""

from collections.abc import Mapping
from dataclasses import dataclass

from lapkin.dokumen.blok import Blok, Judul, Narasi, narasi
from lapkin.kinerja.lembar import BarisSasaran, LembarKinerja
from lapkin.laporan.hitung import HasilHitung, HasilIndikator, sasaran_laporan
from lapkin.laporan.identitas import IdentitasLaporan
from lapkin.laporan.kerangka import KERANGKA, Bab, Bagian, daftar_bagian


def bagian_lembar(lembar: LembarKinerja) -> tuple[Bagian, ...]:
    """The slots of text of a report on these figures, those of its sasaran included."""
    return daftar_bagian(sasaran_laporan(lembar))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """Figures, results, people's text by key, and identity: the only input of every chapter."""

    identitas: IdentitasLaporan
    lembar: LembarKinerja
    hasil: HasilHitung
    narasi: Mapping[str, str]
    kerangka: tuple[Bagian, ...] = KERANGKA

    @property
    def tahun(self) -> int:
        return self.lembar.tahun

    @property
    def daftar_sasaran(self) -> tuple[BarisSasaran, ...]:
        return sasaran_laporan(self.lembar)

    def kelompok_utama(self) -> tuple[tuple[BarisSasaran, tuple[HasilIndikator, ...]], ...]:
        """Each sasaran with its Bab III indicators."""
        return tuple((s, self.hasil.untuk_sasaran(s)) for s in self.daftar_sasaran)

    def bagian_bab(self, bab: Bab) -> tuple[Bagian, ...]:
        return tuple(bagian for bagian in self.kerangka if bagian.bab == bab)

    def terisi(self, bagian: Bagian) -> bool:
        return bool(self.narasi.get(bagian.kunci, "").strip())

    def bagian(self, kunci: str) -> tuple[Blok, ...]:
        """The text of one slot without a heading; nothing when the kerangka has no such slot."""
        return tuple(blok for b in self.kerangka if b.kunci == kunci for blok in self.isi(b))

    def isi(self, bagian: Bagian) -> tuple[Narasi, ...]:
        """People's text; an empty required slot shows a marker, an empty optional one nothing."""
        if not (bagian.wajib or self.terisi(bagian)):
            return ()
        penanda = f"{bagian.judul}. {bagian.petunjuk}"
        return (narasi(bagian.kunci, self.narasi.get(bagian.kunci, ""), petunjuk=penanda),)

    def berjudul(self, bagian: Bagian, tingkat: int = 2) -> tuple[Blok, ...]:
        """A slot under its own heading."""
        isi = self.isi(bagian)
        return (Judul(tingkat=tingkat, teks=bagian.judul, kunci=f"judul-{bagian.kunci}"), *isi) if isi else ()
