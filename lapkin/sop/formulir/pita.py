"""From rows to bands: each band (pita) is one line of symbols inside a row, in the order in which they work.

Kinds of work, fillers and collectors are no part of the form: only `pelaksana`, `cara` and `kembali_ke` are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lapkin.sop.bagan import Cara, Langkah
from lapkin.sop.formulir.bentuk import Bentuk

_KATA_PENANDA = {"mulai": "Mulai", "selesai": "Selesai"}


@dataclass(frozen=True, slots=True)
class Tempat:
    """A symbol before it has a place: its column (index among the pelaksana columns) and its shape."""

    kolom: int
    bentuk: Bentuk = Bentuk.KOTAK
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Pita:
    """Symbols side by side in row `urutan`: `sejajar` all at once, else in this order, to one side only.

    `dituju`: a row comes back to these, who work together, so all are fed from one rail above them.
    """

    urutan: int
    tempat: tuple[Tempat, ...]
    sejajar: bool = False
    dituju: bool = False

    @property
    def masuk(self) -> tuple[int, ...]:
        """Which symbols the flow enters, by their place in `tempat`."""
        return tuple(range(len(self.tempat))) if self.sejajar else (0,)

    @property
    def keluar(self) -> tuple[int, ...]:
        """Which symbols it leaves from."""
        return tuple(range(len(self.tempat))) if self.sejajar else (len(self.tempat) - 1,)


@dataclass(frozen=True, slots=True)
class Alur:
    """The bands of the whole SOP in order, and for each row that returns the rows it returns to."""

    pita: tuple[Pita, ...]
    kembali: dict[int, tuple[int, ...]]


def susun_alur(daftar_langkah: Sequence[Langkah], kolom: dict[str, int]) -> Alur:
    """The bands of all rows; `kolom` maps a role to its column. What a draft names in vain is not drawn."""
    letak = _letak(daftar_langkah, kolom)
    kembali = _pengembalian(daftar_langkah, letak)
    tergambar = [urutan for urutan in range(len(daftar_langkah)) if letak[urutan]]
    dituju = {ke for tujuan in kembali.values() for ke in tujuan}
    pita: list[Pita] = []
    for urutan in tergambar:
        pita += _pita_baris(urutan, daftar_langkah[urutan], letak[urutan], urutan in kembali)
    if pita:
        pita[0] = _berujung(pita[0], pita[0].masuk)
        pita = _tutup(pita, tergambar[-1] in kembali)
        pita = [replace(satu, dituju=satu.sejajar and satu.urutan in dituju) for satu in pita]
    return Alur(tuple(_bertulisan(satu, daftar_langkah[satu.urutan], kolom) for satu in pita), kembali)


def _letak(daftar_langkah: Sequence[Langkah], kolom: dict[str, int]) -> list[tuple[int, ...]]:
    """The columns of each row in order; a Mulai or Selesai without pelaksana stands with its neighbour."""
    letak = [
        tuple(dict.fromkeys(kolom[peran] for peran in langkah.pelaksana if peran in kolom))
        for langkah in daftar_langkah
    ]
    for urutan, langkah in enumerate(daftar_langkah):
        if langkah.penanda == "mulai" and not letak[urutan]:
            letak[urutan] = next((satu[:1] for satu in letak[urutan + 1 :] if satu), ())
        elif langkah.penanda == "selesai" and not letak[urutan]:
            letak[urutan] = next((satu[-1:] for satu in reversed(letak[:urutan]) if satu), ())
    return letak


def _pengembalian(
    daftar_langkah: Sequence[Langkah], letak: list[tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Only to rows before that are drawn; the nearest first. The first of two rows with one kode counts."""
    nomor: dict[str, int] = {}
    hasil = {}
    for urutan, langkah in enumerate(daftar_langkah):
        tujuan = {nomor[kode] for kode in langkah.kembali_ke if kode in nomor and letak[nomor[kode]]}
        if tujuan and letak[urutan] and not langkah.penanda:
            hasil[urutan] = tuple(sorted(tujuan, reverse=True))
        nomor.setdefault(langkah.kode, urutan)
    return hasil


def _pita_baris(urutan: int, langkah: Langkah, kolom: tuple[int, ...], memutus: bool) -> list[Pita]:
    if langkah.penanda:
        kata = _KATA_PENANDA.get(langkah.penanda, langkah.penanda)
        return [Pita(urutan, (Tempat(kolom[0], Bentuk.KAPSUL, kata),))]
    if langkah.cara is Cara.BERSAMA and len(kolom) > 1:
        bersama = Pita(urutan, tuple(Tempat(satu) for satu in sorted(kolom)), sejajar=True)
        # Whoever is named first leads, and says the outcome after all have worked.
        putusan = Pita(urutan, (Tempat(kolom[0], Bentuk.BELAH_KETUPAT),))
        return [bersama, putusan] if memutus else [bersama]
    daftar = [Pita(urutan, tuple(Tempat(satu) for satu in runtun)) for runtun in _runtun(kolom)]
    if memutus:
        *awal, akhir = daftar[-1].tempat
        daftar[-1] = Pita(urutan, (*awal, replace(akhir, bentuk=Bentuk.BELAH_KETUPAT)))
    return daftar


def _runtun(kolom: tuple[int, ...]) -> list[list[int]]:
    """The columns in the order of work, cut wherever that order turns back."""
    daftar = [[kolom[0]]]
    for satu in kolom[1:]:
        akhir = daftar[-1]
        searah = len(akhir) < 2 or (satu > akhir[-1]) == (akhir[-1] > akhir[-2])
        if searah:
            akhir.append(satu)
        else:
            daftar.append([satu])
    return daftar


def _berujung(pita: Pita, yang: tuple[int, ...]) -> Pita:
    """With capsules for the boxes `yang`: here the flow begins or ends."""
    return replace(
        pita,
        tempat=tuple(
            replace(satu, bentuk=Bentuk.KAPSUL) if ke in yang and satu.bentuk is Bentuk.KOTAK else satu
            for ke, satu in enumerate(pita.tempat)
        ),
    )


def _tutup(pita: list[Pita], memutus: bool) -> list[Pita]:
    """The flow ends in a capsule: the last symbol, or one more where the last row still decides."""
    akhir = pita[-1]
    if memutus:
        kolom = akhir.tempat[akhir.keluar[-1]].kolom
        return [*pita, Pita(akhir.urutan, (Tempat(kolom, Bentuk.KAPSUL, "Selesai"),))]
    return [*pita[:-1], _berujung(akhir, akhir.keluar)]


def _bertulisan(pita: Pita, langkah: Langkah, kolom: dict[str, int]) -> Pita:
    """With the word that is left of the print inside its capsule (MULAI, SELESAI)."""
    kata = {
        kolom[simbol.peran]: simbol.teks.strip()
        for simbol in langkah.simbol_tercetak
        if simbol.peran in kolom and simbol.teks.strip().lower() in _KATA_PENANDA
    }
    if not kata:
        return pita
    return replace(
        pita,
        tempat=tuple(
            replace(satu, teks=kata[satu.kolom])
            if satu.bentuk is Bentuk.KAPSUL and satu.kolom in kata
            else satu
            for satu in pita.tempat
        ),
    )
