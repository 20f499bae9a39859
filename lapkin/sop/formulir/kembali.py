"""The lines that go back: out of a diamond, up a lane, and into the row that must be done again.

A return may leave by either side or by the foot, and enter by a side, by the foot (from the next band), or by
joining the line that comes from above. Every way is weighed by its length and by the lines it would cross.
Returns to one row may share the last part of the way, and the returns of one diamond the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lapkin.sop.formulir.bentuk import Titik
from lapkin.sop.formulir.bersama import masuki
from lapkin.sop.formulir.papan import Ambang, Papan, RelBersama, Simpul
from lapkin.sop.formulir.zona import Zona

_SILANG = 14.0  # how much longer a way may be to save one crossing
_LEWAT_BAWAH, _LEWAT_ATAS, _LANGSUNG = 24.0, 16.0, -20.0
_BELOK, _BELOK_KECIL = 40.0, 8.0
_LENGKUNG = 3.0  # radius with which a return bends into the line from above
_DI_BAWAH = 4.5  # how far under its diamond a return that leaves by the foot turns


@dataclass(eq=False, slots=True)
class Rel:
    """The level part of a return as drawn so far, from `kiri` to `kanan` at height y, at one symbol's port."""

    sisi: str
    y: float
    kiri: float
    kanan: float

    def titik(self, x: float) -> Titik:
        """The point of the rail nearest to x."""
        return min(max(x, self.kiri), self.kanan), self.y

    def perpanjang(self, x: float) -> None:
        self.kiri, self.kanan = min(self.kiri, x), max(self.kanan, x)


@dataclass(eq=False, slots=True)
class Batang:
    """An upright line of a return: others to the same end may join it from below, at (x, bawah)."""

    x: float
    bawah: float
    ke: Simpul


@dataclass(eq=False, slots=True)
class Asal:
    """Where a return comes from: a diamond in its band, or a connector (`zona`) from a later page."""

    simpul: Simpul
    ambang: Ambang | None = None
    zona: Zona | None = None
    rel: Rel | None = None
    jumlah: int = 0  # how many ways back leave this diamond


@dataclass(eq=False, slots=True)
class Tujuan:
    """Where it leads: a row's first band, or a connector (`zona`) to an earlier page. It keeps what is drawn."""

    ambang: Ambang | None = None
    zona: Zona | None = None
    simpul: Simpul | None = None
    terisi: bool = False  # a connector takes one line; others may only join that line
    rel: dict[tuple[str, str], Rel] = field(default_factory=dict)
    batang: list[Batang] = field(default_factory=list)


@dataclass(slots=True)
class Jalan:
    """One way that could be taken: its cost without crossings, and what it would use."""

    biaya: float
    saluran: int
    x: float
    dari: Rel | None
    ke: Rel | RelBersama | None
    ke_simpul: Simpul | None
    langsung: bool = False
    batang: Batang | None = None


def kembalikan(papan: Papan, asal: Asal, tujuan: Tujuan) -> bool:
    """Draw the return by the best way; False when the page has no room for it (hundreds of returns)."""
    daftar = sorted(_calon(papan, asal, tujuan), key=lambda jalan: jalan.biaya)
    for rapat in (False, True):
        pilihan = _terbaik(papan, asal, tujuan, daftar, rapat)
        if pilihan:
            _pakai(papan, asal, tujuan, *pilihan)
            return True
    return False


def _terbaik(
    papan: Papan, asal: Asal, tujuan: Tujuan, daftar: list[Jalan], rapat: bool
) -> tuple[Jalan, list[Titik]] | None:
    terbaik, batas = None, 1e9
    for jalan in daftar:
        if jalan.biaya >= batas:
            break
        titik = _titik(papan, asal, tujuan, jalan, rapat)
        if titik is None:
            continue
        biaya = jalan.biaya + _SILANG * papan.silang(titik)
        if biaya < batas:
            terbaik, batas = (jalan, titik), biaya
    return terbaik


def _calon(papan: Papan, asal: Asal, tujuan: Tujuan) -> Iterator[Jalan]:
    daftar_asal = list(_pintu_keluar(asal))
    daftar_tujuan = list(_pintu_masuk(tujuan))
    for saluran, lajur in enumerate(papan.lajur):
        x = lajur[0]
        for rel_asal, kiri, kanan, biaya_asal in daftar_asal:
            if not kiri < x < kanan:
                continue
            jauh = biaya_asal + (abs(x - rel_asal.titik(x)[0]) if rel_asal else _jauh_zona(asal.zona, x))
            for rel_tujuan, simpul, kiri_t, kanan_t, biaya_tujuan in daftar_tujuan:
                if kiri_t < x < kanan_t:
                    lagi = abs(x - rel_tujuan.titik(x)[0]) if rel_tujuan else _jauh_zona(tujuan.zona, x)
                    yield Jalan(jauh + lagi + biaya_tujuan, saluran, x, rel_asal, rel_tujuan, simpul)
    for rel_asal, kiri, kanan, biaya_asal in daftar_asal:
        for batang in tujuan.batang:
            if rel_asal and kiri < batang.x < kanan:
                jauh = abs(batang.x - rel_asal.titik(batang.x)[0])
                yield Jalan(biaya_asal + jauh, -1, batang.x, rel_asal, None, batang.ke, batang=batang)
        if rel_asal and tujuan.ambang and _dapat_langsung(asal, tujuan.ambang, rel_asal, kiri, kanan):
            satu = tujuan.ambang.simpul[0]
            jauh = abs(satu.x - rel_asal.titik(satu.x)[0])
            yield Jalan(biaya_asal + jauh + _LANGSUNG, -1, satu.x, rel_asal, None, satu, langsung=True)


def _jauh_zona(zona: Zona | None, x: float) -> float:
    if zona is None or zona.lega(x):
        return 0.0
    return _BELOK_KECIL if zona.bebas(x) else _BELOK


def _pintu_keluar(asal: Asal) -> Iterator[tuple[Rel | None, float, float, float]]:
    """(rail, from x, to x, cost) for every port by which a return may leave; None: a connector, straight up."""
    simpul = asal.simpul
    if asal.ambang is None:
        yield None, -1e9, 1e9, 0.0
        return
    for sisi in "LR":
        if asal.rel is None and sisi not in simpul.port or asal.rel and asal.rel.sisi == sisi:
            x = simpul.tepi(sisi)
            batas = asal.ambang.jangkauan(simpul, sisi)
            rel = asal.rel or Rel(sisi, simpul.y, x, x)
            yield (rel, batas + 2, x, 0.0) if sisi == "L" else (rel, x, batas - 2, 0.0)
    if asal.rel is None and "B" not in simpul.port or asal.rel and asal.rel.sisi == "B":
        rel = asal.rel or Rel("B", min(asal.ambang.rel_bawah, simpul.bawah + _DI_BAWAH), simpul.x, simpul.x)
        yield rel, -1e9, 1e9, _LEWAT_BAWAH


def _pintu_masuk(
    tujuan: Tujuan,
) -> Iterator[tuple[Rel | RelBersama | None, Simpul | None, float, float, float]]:
    """(rail, symbol, from x, to x, cost) for every way in; without a rail: a connector, from below.

    To those who work together there is one way: the rail that feeds them all.
    """
    ambang = tujuan.ambang
    if ambang is None:
        if not tujuan.terisi:
            yield None, None, -1e9, 1e9, 0.0
        return
    if ambang.rel_bersama:
        yield ambang.rel_bersama, None, -1e9, 1e9, _LEWAT_ATAS
        return
    for simpul in ambang.masuk:
        for sisi in "LR":
            rel = tujuan.rel.get((simpul.id, sisi))
            if rel is None and sisi in simpul.port:
                continue
            x = simpul.tepi(sisi)
            batas = ambang.jangkauan(simpul, sisi)
            rel = rel or Rel(sisi, simpul.y, x, x)
            yield (rel, simpul, batas + 2, x, 0.0) if sisi == "L" else (rel, simpul, x, batas - 2, 0.0)
    simpul = ambang.masuk[0]
    rel = tujuan.rel.get((simpul.id, "T")) or Rel("T", ambang.rel_atas, simpul.x, simpul.x)
    yield rel, simpul, -1e9, 1e9, _LEWAT_ATAS


def _dapat_langsung(asal: Asal, ambang: Ambang, rel: Rel, kiri: float, kanan: float) -> bool:
    """From the next band level under the symbol and up into its foot, as one sends back a paper next door."""
    if len(ambang.simpul) > 1 or asal.ambang is None or rel.sisi == "B":
        return False
    satu = ambang.simpul[0]
    return asal.ambang.sebelum is ambang and "B" not in satu.port and kiri < satu.x < kanan


def _titik(papan: Papan, asal: Asal, tujuan: Tujuan, jalan: Jalan, rapat: bool) -> list[Titik] | None:
    """The points of this way, or None when it is not free. Turns in a strip of connectors are added later."""
    if jalan.langsung:
        dari = jalan.dari.titik(jalan.x)
        return [dari, (jalan.x, dari[1]), (jalan.x, jalan.ke_simpul.bawah)]
    bawah = jalan.dari.y if jalan.dari else asal.simpul.atas
    if jalan.batang:
        if not papan.lajur_sambung(jalan.x, jalan.batang.bawah, bawah):
            return None
        return [jalan.dari.titik(jalan.x), (jalan.x, bawah), (jalan.x, jalan.batang.bawah)]
    atas = jalan.ke.y if jalan.ke else tujuan.zona.y
    for x in papan.lajur_bebas(jalan.saluran, atas, bawah, rapat=rapat):
        if all(zona.menerima(x) for zona in (asal.zona, tujuan.zona) if zona):
            awal = [jalan.dari.titik(x)] if jalan.dari else []
            akhir = _titik_masuk(jalan, x) if jalan.ke else []
            return [*awal, (x, bawah), (x, atas), *akhir]
    return None


def _titik_masuk(jalan: Jalan, x: float) -> list[Titik]:
    akhir = [jalan.ke.titik(x)]
    if isinstance(jalan.ke, RelBersama):
        return akhir
    baru = jalan.ke.kiri == jalan.ke.kanan
    if jalan.ke.sisi == "T" and baru and "T" not in jalan.ke_simpul.port:
        akhir.append((jalan.ke_simpul.x, jalan.ke_simpul.atas))
    return akhir


def _pakai(papan: Papan, asal: Asal, tujuan: Tujuan, jalan: Jalan, titik: list[Titik]) -> None:
    """Draw the chosen way, and note what it has taken."""
    x = jalan.x if jalan.langsung or jalan.batang else titik[1][0] if jalan.dari else titik[0][0]
    if jalan.dari:
        if asal.rel is None:
            papan.tulis("Tidak", asal.simpul, jalan.dari.sisi)
            asal.simpul.port.add(jalan.dari.sisi)
            if jalan.dari.sisi == "B":
                titik = [(asal.simpul.x, asal.simpul.bawah), *titik]
        asal.rel = jalan.dari
        jalan.dari.perpanjang(x)
    if jalan.langsung:
        jalan.ke_simpul.port.add("B")
    else:
        atas, bawah = min(y for px, y in titik if px == x), max(y for px, y in titik if px == x)
        papan.isi_lajur(x, atas, bawah)
        titik = _di_zona(asal, tujuan, jalan, titik, x)
    if isinstance(jalan.ke, RelBersama):
        ke = masuki(papan, asal.simpul, jalan.ke, x, titik)
    else:
        ke = _masuki_simpul(papan, asal, tujuan, jalan, x, titik)
    if asal.jumlah == 1 and not jalan.langsung:
        tujuan.batang.append(Batang(x, bawah, ke))


def _masuki_simpul(
    papan: Papan, asal: Asal, tujuan: Tujuan, jalan: Jalan, x: float, titik: list[Titik]
) -> Simpul:
    """The last part of the way: into one symbol, or on a line that leads into it already."""
    ke = jalan.ke_simpul or tujuan.simpul
    sampai = jalan.batang is None and (jalan.ke is None or titik[-1] in _pintu(ke))
    masuk = _LENGKUNG if jalan.ke and jalan.ke.sisi == "T" and titik[-1] == (ke.x, jalan.ke.y) else 0.0
    papan.tarik(asal.simpul.id, ke.id, titik, kembali=True, kepala=sampai, masuk=masuk)
    if jalan.ke:
        jalan.ke.perpanjang(x)
        tujuan.rel[ke.id, jalan.ke.sisi] = jalan.ke
        ke.port.add(jalan.ke.sisi)
    return ke


def _pintu(simpul: Simpul) -> tuple[Titik, ...]:
    """The middles of its four sides."""
    return (
        (simpul.tepi("L"), simpul.y),
        (simpul.tepi("R"), simpul.y),
        (simpul.x, simpul.atas),
        (simpul.x, simpul.bawah),
    )


def _di_zona(asal: Asal, tujuan: Tujuan, jalan: Jalan, titik: list[Titik], x: float) -> list[Titik]:
    """Puts the connectors at the ends of the way, beside the lane when there is no room on it."""
    if asal.zona:
        titik = [*_tempati(asal.zona, asal.simpul, x, asal.simpul.atas), *titik[1:]]
    if tujuan.zona and jalan.batang is None:
        tujuan.terisi = True
        titik = [*titik[:-1], *reversed(_tempati(tujuan.zona, tujuan.simpul, x, tujuan.simpul.bawah))]
    return titik


def _tempati(zona: Zona, simpul: Simpul, x: float, ujung: float) -> list[Titik]:
    """The way from the connector to the lane at x; the connector stands where there is room."""
    simpul.x, y = zona.tempati(x)
    if simpul.x == x:
        return [(x, ujung)]
    return [(simpul.x, ujung), (simpul.x, y), (x, y)]
