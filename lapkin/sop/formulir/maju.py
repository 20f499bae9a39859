"""The lines that go on: inside a band from one pelaksana to the next, and from each band to the one below."""

from lapkin.sop.formulir.bentuk import Bentuk
from lapkin.sop.formulir.bersama import sumber_terdekat, terdekat, umpan
from lapkin.sop.formulir.papan import Ambang, Papan, RelBersama, Simpul


def hubungkan_dalam(papan: Papan, ambang: Ambang) -> None:
    """Arrows between the symbols of a band that work one after the other."""
    if ambang.sejajar:
        return
    for dari, ke in zip(ambang.simpul, ambang.simpul[1:], strict=False):
        keluar, masuk = ("R", "L") if ke.x > dari.x else ("L", "R")
        papan.tarik(dari.id, ke.id, [(dari.tepi(keluar), dari.y), (ke.tepi(masuk), ke.y)])
        dari.port.add(keluar)
        ke.port.add(masuk)


def hubungkan(papan: Papan, dari: Ambang, tujuan: list[Simpul], rel: RelBersama | None = None) -> None:
    """The flow out of a band into what comes below it, in the way a draftsman would try first.

    `rel`: the rail that feeds the symbols below, where returns enter it too.
    """
    sumber = dari.keluar
    for simpul in tujuan:
        simpul.port.add("T")
    if rel:
        sisi = _sisi(dari, sumber, [terdekat(rel, sumber_terdekat(dari, rel).x)])
        umpan(papan, dari, rel, sisi)
    elif sisi := _sisi(dari, sumber, tujuan):
        _lewat_sisi(papan, sumber[0], tujuan, sisi)
    else:
        _lewat_bawah(papan, sumber, tujuan, dari.rel_bawah)
    for simpul in sumber:
        simpul.port.add(sisi or "B")
        if simpul.bentuk is Bentuk.BELAH_KETUPAT:
            papan.tulis("Ya", simpul, sisi or "B")


def _sisi(dari: Ambang, sumber: list[Simpul], tujuan: list[Simpul]) -> str:
    """The side by which one symbol reaches all that follow: level, then down. "" when it must go by its foot."""
    if len(sumber) > 1 or sumber[0].bentuk is None:
        return ""
    satu = sumber[0]
    for sisi, arah in (("L", -1), ("R", 1)):
        jauh = [(ke.x - satu.x) * arah for ke in tujuan]
        batas = (dari.jangkauan(satu, sisi) - satu.x) * arah
        if sisi not in satu.port and min(jauh) > satu.hw and max(jauh) + 2 < batas:
            return sisi
    return ""


def _lewat_sisi(papan: Papan, satu: Simpul, tujuan: list[Simpul], sisi: str) -> None:
    terjauh, *lain = sorted(tujuan, key=lambda ke: -abs(ke.x - satu.x))
    papan.tarik(
        satu.id, terjauh.id, [(satu.tepi(sisi), satu.y), (terjauh.x, satu.y), (terjauh.x, terjauh.atas)]
    )
    for ke in lain:
        papan.tarik(satu.id, ke.id, [(ke.x, satu.y), (ke.x, ke.atas)])


def _lewat_bawah(papan: Papan, sumber: list[Simpul], tujuan: list[Simpul], rel: float) -> None:
    """All down to one rail, along it, and down again. Each piece of the rail belongs to one line."""
    ke = min(tujuan, key=lambda satu: min(abs(satu.x - dari.x) for dari in sumber))
    pertama, *lain = sorted(sumber, key=lambda satu: abs(satu.x - ke.x))
    papan.tarik(
        pertama.id, ke.id, [(pertama.x, pertama.bawah), (pertama.x, rel), (ke.x, rel), (ke.x, ke.atas)]
    )
    rentang = [(min(pertama.x, ke.x), max(pertama.x, ke.x), pertama.id)]
    for satu in lain:
        x = _pada(rentang, satu.x)
        papan.tarik(satu.id, ke.id, [(satu.x, satu.bawah), (satu.x, rel), (x, rel)], kepala=False)
        rentang.append((min(satu.x, x), max(satu.x, x), satu.id))
    for satu in sorted((t for t in tujuan if t is not ke), key=lambda t: abs(t.x - ke.x)):
        x = _pada(rentang, satu.x)
        pemilik = next(siapa for a, b, siapa in rentang if a <= x <= b)
        papan.tarik(pemilik, satu.id, [(x, rel), (satu.x, rel), (satu.x, satu.atas)])
        rentang.append((min(satu.x, x), max(satu.x, x), pemilik))


def _pada(rentang: list[tuple[float, float, str]], x: float) -> float:
    """The point of the rail as drawn so far that is nearest to x."""
    kiri, kanan = min(a for a, _, _ in rentang), max(b for _, b, _ in rentang)
    return min(max(x, kiri), kanan)
