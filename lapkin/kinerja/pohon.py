"""Find the tree behind a list in row order in which a line is the sum of the run of lines after it.

A search over two choices for each line, "it stands above the next ones" and "it stands alone", nesting first;
what stands above must add up exactly in both amounts, so a wrong choice soon ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TINGGI = 5  # levels of a budget
PROGRAM = 2  # index of the level that names itself
KEADAAN_TERBANYAK = 50_000  # states tried below one line before it is taken as standing alone
CARA_TERBANYAK = 3  # ways kept in which one line can stand above others; more are coincidences


@dataclass(frozen=True, slots=True)
class Simpul:
    """One line: its two amounts (pagu, realisasi), and its level where the line itself says it."""

    jumlah: tuple[int, int]
    letak: int | None = None

    @property
    def nol(self) -> bool:
        return self.jumlah == (0, 0)


@dataclass(frozen=True, slots=True)
class Cabang:
    """A line (by its place in the list) with the lines directly below it."""

    letak: int
    daftar_anak: tuple["Cabang", ...] = ()

    def telusuri(self, kedalaman: int = 0) -> Iterator[tuple["Cabang", int]]:
        """This line and all below it in row order, each with its depth."""
        yield self, kedalaman
        for anak in self.daftar_anak:
            yield from anak.telusuri(kedalaman + 1)


@dataclass(frozen=True, slots=True)
class _Pilihan:
    """One way to read a line: with these lines below it, ending before `akhir`."""

    akhir: int
    cabang: Cabang


def susun_cabang(
    daftar_simpul: Sequence[Simpul], jumlah: tuple[int, int] | None = None
) -> tuple[Cabang, ...]:
    """The trees of a list; `jumlah`, where printed, is what the topmost lines must add up to."""
    pencari = _Pencari(daftar_simpul)
    if jumlah is not None:
        for akhir, daftar_cabang in pencari.urutan(0, jumlah, TINGGI - 1, bebas=True):
            if akhir == len(daftar_simpul):
                return daftar_cabang
    return pencari.berderet()


class _Pencari:
    """The search over one list; answers are kept, since the same line is asked about from several sides."""

    def __init__(self, daftar_simpul: Sequence[Simpul]):
        self.daftar = daftar_simpul
        self.diketahui: dict[tuple[int, int, bool], tuple[_Pilihan, ...]] = {}

    def berderet(self) -> tuple[Cabang, ...]:
        """Trees one after the other, each read in the most nested way."""
        daftar_cabang, i = [], 0
        while i < len(self.daftar):
            pilihan = self._terpilih(i)
            daftar_cabang.append(pilihan.cabang)
            i = pilihan.akhir
        return tuple(daftar_cabang)

    def _terpilih(self, i: int) -> _Pilihan:
        """The most nested reading; of a program, first one that leaves no line behind before the next program."""
        daftar_pilihan = self.pilihan(i, TINGGI - 1, bebas=True)
        if self.daftar[i].letak == PROGRAM:
            return next((satu for satu in daftar_pilihan if self._habis(satu.akhir)), daftar_pilihan[0])
        return daftar_pilihan[0]

    def _habis(self, i: int) -> bool:
        return i == len(self.daftar) or self.daftar[i].letak is not None

    def pilihan(self, i: int, sisa: int, bebas: bool) -> tuple[_Pilihan, ...]:
        """The ways to read line `i` with `sisa` levels below it; `bebas`: not yet below a program."""
        kunci = (i, sisa, bebas)
        if kunci not in self.diketahui:
            self.diketahui[kunci] = tuple(self._pilihan(i, sisa, bebas))
        return self.diketahui[kunci]

    def _pilihan(self, i: int, sisa: int, bebas: bool) -> Iterator[_Pilihan]:
        simpul = self.daftar[i]
        if simpul.letak == PROGRAM:
            if not bebas:
                return
            sisa, bebas = min(sisa, TINGGI - 1 - PROGRAM), False
        ketemu = 0
        for akhir, daftar_anak in self._bawahan(i, sisa, bebas):
            yield _Pilihan(akhir, Cabang(i, daftar_anak))
            ketemu += 1
            if ketemu == CARA_TERBANYAK:
                break
        if not ketemu and simpul.letak == PROGRAM and not simpul.nol:
            yield self._sampai_program(i, sisa)
        yield _Pilihan(i + 1, Cabang(i))

    def _bawahan(self, i: int, sisa: int, bebas: bool) -> Iterator[tuple[int, tuple[Cabang, ...]]]:
        if sisa == 0:
            return
        if not self.daftar[i].nol:
            yield from self.urutan(i + 1, self.daftar[i].jumlah, sisa - 1, bebas)
        elif self.daftar[i].letak is not None:
            akhir, daftar_anak = self._serap_nol(i + 1, sisa - 1, bebas)
            if daftar_anak:
                yield akhir, daftar_anak

    def _sampai_program(self, i: int, sisa: int) -> _Pilihan:
        """A program whose sums don't fit keeps what follows it, up to the next program."""
        pagu, realisasi = self.daftar[i].jumlah
        daftar_anak, akhir = [], i + 1
        while akhir < len(self.daftar) and not self._memuat_program(akhir):
            anak = self.daftar[akhir].jumlah
            if anak[0] > pagu or anak[1] > realisasi:
                break
            pilihan = self.pilihan(akhir, sisa - 1, False)[0]
            daftar_anak.append(pilihan.cabang)
            akhir = pilihan.akhir
        return _Pilihan(akhir, Cabang(i, tuple(daftar_anak)))

    def _memuat_program(self, i: int) -> bool:
        """Is there a program in the tree that begins at line `i`?"""
        cabang = self.pilihan(i, TINGGI - 1, True)[0].cabang
        return any(self.daftar[anak.letak].letak == PROGRAM for anak, _ in cabang.telusuri())

    def urutan(
        self, i: int, jumlah: tuple[int, int], sisa: int, bebas: bool
    ) -> Iterator[tuple[int, tuple[Cabang, ...]]]:
        """Runs of lines from `i` on that add up to `jumlah`, zero lines after them included."""
        tumpukan = [(i, jumlah, None)]
        pernah = set()
        while tumpukan and len(pernah) < KEADAAN_TERBANYAK:
            i, kurang, jalur = tumpukan.pop()
            if kurang == (0, 0):
                akhir, daftar_nol = self._serap_nol(i, sisa, bebas)
                yield akhir, (*_urai(jalur), *daftar_nol)
            elif i < len(self.daftar) and (i, kurang) not in pernah:
                pernah.add((i, kurang))
                tumpukan.extend(reversed(list(self._lanjutan(i, kurang, jalur, sisa, bebas))))

    def _lanjutan(self, i, kurang, jalur, sisa, bebas):
        pagu, realisasi = self.daftar[i].jumlah
        if pagu > kurang[0] or realisasi > kurang[1]:
            return
        for pilihan in self.pilihan(i, sisa, bebas):
            yield pilihan.akhir, (kurang[0] - pagu, kurang[1] - realisasi), (jalur, pilihan.cabang)

    def _serap_nol(self, i: int, sisa: int, bebas: bool) -> tuple[int, tuple[Cabang, ...]]:
        """Zero lines from `i` on: sums can't place them, so they stay with what precedes them."""
        daftar_cabang = []
        while i < len(self.daftar) and self.daftar[i].nol:
            daftar_pilihan = self.pilihan(i, sisa, bebas)
            if not daftar_pilihan:
                break
            daftar_cabang.append(daftar_pilihan[0].cabang)
            i = daftar_pilihan[0].akhir
        return i, tuple(daftar_cabang)


def _urai(jalur) -> tuple[Cabang, ...]:
    """The branches of a linked path, first one first."""
    daftar_cabang = []
    while jalur is not None:
        jalur, cabang = jalur
        daftar_cabang.append(cabang)
    return tuple(reversed(daftar_cabang))
