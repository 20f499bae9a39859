"""Work done together: every line to such a row that another comes back to enters one rail, which feeds all its boxes.

Arrowheads stand at the boxes alone: what enters the rail, from above, from beside or from below, is one line with it.
"""

from lapkin.sop.formulir.bentuk import Titik
from lapkin.sop.formulir.papan import Ambang, Papan, RelBersama, Simpul


def umpan(papan: Papan, dari: Ambang, rel: RelBersama, sisi: str) -> None:
    """The flow out of a band into the rail; `sisi`: the side by which its one symbol reaches the nearest box."""
    pertama = sumber_terdekat(dari, rel)
    x = terdekat(rel, pertama.x).x if sisi else pertama.x
    awal = (pertama.tepi(sisi), pertama.y) if sisi else (pertama.x, pertama.bawah)
    cabangkan(papan, pertama.id, x, rel)
    ke = rel.milik(x)
    papan.tarik(pertama.id, ke.id, [awal, (x, awal[1]), (x, rel.y)], kepala=False)
    kiri = kanan = x
    for satu in sorted(dari.keluar, key=lambda satu: abs(satu.x - x)):
        if satu is not pertama:
            jalan = [
                (satu.x, satu.bawah),
                (satu.x, dari.rel_bawah),
                (min(max(satu.x, kiri), kanan), dari.rel_bawah),
            ]
            papan.tarik(satu.id, ke.id, jalan, kepala=False)
            kiri, kanan = min(kiri, satu.x), max(kanan, satu.x)


def masuki(papan: Papan, dari: Simpul, rel: RelBersama, x: float, jalan: list[Titik]) -> Simpul:
    """A return whose way ends at the rail, from the lane at x; the symbol to which its line leads."""
    sisi, (ujung, _) = rel.sisi(x), rel.titik(x)
    if not rel.ruas:
        kiri, kanan = rel.ujung()
        cabangkan(papan, dari.id, min(max(x, kiri), kanan), rel, kembali=True)
    ke = rel.milik(x)
    if sisi:
        luar = rel.luar.get(sisi, (ujung, ujung))
        rel.luar[sisi] = (min(luar[0], x), max(luar[1], x))
    papan.tarik(dari.id, ke.id, jalan, kembali=True, kepala=False)
    return ke


def cabangkan(papan: Papan, dari: str, x: float, rel: RelBersama, *, kembali: bool = False) -> None:
    """From x along the rail to every box; each piece of the rail belongs to the line of the box beyond it."""
    for satu in (satu for satu in rel.simpul if satu.x == x):
        papan.tarik(dari, satu.id, [(x, rel.y), (x, satu.atas)], kembali=kembali)
        rel.ruas.append((x, x, satu))
    for daftar in ([s for s in reversed(rel.simpul) if s.x < x], [s for s in rel.simpul if s.x > x]):
        mulai = x
        for satu in daftar:
            jalan = [(mulai, rel.y), (satu.x, rel.y), (satu.x, satu.atas)]
            papan.tarik(dari, satu.id, jalan, kembali=kembali)
            rel.ruas.append((min(mulai, satu.x), max(mulai, satu.x), satu))
            mulai = satu.x


def sumber_terdekat(dari: Ambang, rel: RelBersama) -> Simpul:
    """Which of the symbols that the flow leaves stands nearest to a box below."""
    return min(dari.keluar, key=lambda satu: abs(terdekat(rel, satu.x).x - satu.x))


def terdekat(rel: RelBersama, x: float) -> Simpul:
    return min(rel.simpul, key=lambda satu: abs(satu.x - x))
