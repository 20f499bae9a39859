"""Made-up SOPs to draw, and the geometry by which a test looks at a drawing."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from hypothesis import strategies as st

from lapkin.sop.formulir.bentuk import Bentuk, Halaman, Panah, Simbol
from lapkin.sop.formulir.lukis import KEPALA_PANAH
from lapkin.sop.sop import Cara, Identitas, Jenis, LabelKolom, Langkah, Pekerjaan, Peran, Sop, baca

RUMAH = Path(__file__).parents[3] / "sop"
DAFTAR_KODE = sorted(berkas.stem for berkas in RUMAH.glob("*.toml"))

KATA = [
    "menyusun",
    "draft",
    "laporan",
    "kinerja",
    "dan",
    "menyerahkannya",
    "kepada",
    "Kasubbag/Sekretaris",
    "untuk",
    "diperbaiki",
]
DEKAT = 0.9  # two lines nearer than this look like one


def isi_sop(kode: str) -> Sop:
    return baca((RUMAH / f"{kode}.toml").read_text(encoding="utf-8"))


def kalimat(panjang: int, awal: int = 0) -> str:
    return " ".join(KATA[(awal + ke) % len(KATA)] for ke in range(panjang))


@st.composite
def sop_bergambar(draw, langkah: tuple[int, int] = (3, 40), kembali: int = 6) -> Sop:
    """2-9 actors, 3-40 steps, several pelaksana in some rows, up to 6 returns, rows short and tall."""
    peran = [f"Pelaksana {ke}" for ke in range(draw(st.integers(2, 9)))]
    jumlah = draw(st.integers(*langkah))
    acak = draw(st.randoms(use_true_random=False))
    tujuan: dict[int, set[int]] = {}
    for _ in range(draw(st.integers(0, kembali))):
        dari = acak.randrange(1, jumlah)
        tujuan.setdefault(dari, set()).add(acak.choice([0, acak.randrange(dari), dari - 1]))
    return sop_dari(
        peran,
        [
            Langkah(
                kode=f"langkah-{ke}",
                no=str(ke + 1),
                kegiatan=kalimat(acak.choice([2, 6, 12, 30, 30, 90]), ke),
                pelaksana=tuple(acak.sample(peran, min(len(peran), acak.choice([1, 1, 1, 2, 3, 5])))),
                cara=acak.choice([Cara.BERURUTAN, Cara.BERSAMA]),
                pekerjaan=(Pekerjaan(jenis=Jenis.SUSUN, oleh=("Pelaksana 0",)),),
                kelengkapan_tercetak=kalimat(acak.choice([0, 3, 20])),
                waktu_tercetak="10 hari",
                output_tercetak=kalimat(acak.choice([1, 4])),
                kembali_ke=tuple(f"langkah-{satu}" for satu in tujuan.get(ke, ())),
            )
            for ke in range(jumlah)
        ],
    )


def sop_dari(peran: list[str], langkah: list[Langkah], label: LabelKolom | None = None) -> Sop:
    return Sop(
        kode="karangan",
        laporan="LKjIP",
        sumber="",
        identitas=Identitas(
            kop=(), nomor="", judul="SOP Karangan", judul_baku="", label_kolom=label or LabelKolom()
        ),
        peran=tuple(Peran(nama=nama, kunci=f"p{ke}") for ke, nama in enumerate(peran)),
        langkah=tuple(langkah),
    )


def ruas(panah: Panah) -> Iterator[tuple[float, float, float, float]]:
    """The pieces of a line as boxes without thickness: x0, y0, x1, y1."""
    for (xa, ya), (xb, yb) in zip(panah.titik, panah.titik[1:], strict=False):
        yield min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def berimpit(halaman: Halaman) -> list[tuple[Panah, Panah]]:
    """Pairs of different lines that run on each other for a stretch."""
    daftar = [(satu, panah) for panah in halaman.panah for satu in ruas(panah)]
    hasil = []
    for tegak in (True, False):
        searah = [_baring(satu, tegak) + (panah,) for satu, panah in daftar if (satu[0] == satu[2]) is tegak]
        searah.sort(key=lambda satu: satu[0])
        for ke, (letak, a, b, panah) in enumerate(searah):
            for lain, c, d, panah_lain in searah[ke + 1 :]:
                if lain - letak >= DEKAT:
                    break
                if panah is not panah_lain and min(b, d) - max(a, c) > 0.1:
                    hasil.append((panah, panah_lain))
    return hasil


def _baring(satu: tuple[float, float, float, float], tegak: bool) -> tuple[float, float, float]:
    return (satu[0], satu[1], satu[3]) if tegak else (satu[1], satu[0], satu[2])


def menembus(halaman: Halaman, kotak: tuple[float, float, float, float]) -> list[Panah]:
    """Lines with a piece inside the box (x0, y0, x1, y1); its edge does not count."""
    x0, y0, x1, y1 = kotak
    return [
        panah
        for panah in halaman.panah
        for a, b, c, d in ruas(panah)
        if c > x0 + 0.05 and a < x1 - 0.05 and d > y0 + 0.05 and b < y1 - 0.05
    ]


def kotak_tengah(satu) -> tuple[float, float, float, float]:
    """The box of a symbol or connector, given by its centre."""
    return (
        satu.x - satu.lebar / 2, satu.y - satu.tinggi / 2, satu.x + satu.lebar / 2, satu.y + satu.tinggi / 2
    )  # fmt: skip


def kotak_tulisan(satu) -> tuple[float, float, float, float]:
    return satu.x, satu.y, satu.x + satu.lebar, satu.y + satu.tinggi


def kotak_kepala(panah: Panah) -> tuple[float, float, float, float]:
    """The box of an arrowhead."""
    (xa, ya), (x, y) = panah.titik[-2:]
    panjang, setengah = KEPALA_PANAH
    if xa == x:
        pangkal = y + (panjang if ya > y else -panjang)
        return x - setengah, min(y, pangkal), x + setengah, max(y, pangkal)
    pangkal = x + (panjang if xa > x else -panjang)
    return min(x, pangkal), y - setengah, max(x, pangkal), y + setengah


def turun_di(halaman: Halaman, panah: Panah, titik: tuple[float, float]) -> bool:
    """Whether another line to the same end goes on downwards from this point."""
    x, y = titik
    return any(
        satu.ke == panah.ke and a == c == x and b <= y < d
        for satu in halaman.panah
        if satu is not panah
        for a, b, c, d in ruas(satu)
    )


def bertindih(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.05 and min(a[3], b[3]) - max(a[1], b[1]) > 0.05


def di_dalam_belah(simbol: Simbol, x: float, y: float) -> bool:
    return (
        simbol.bentuk is Bentuk.BELAH_KETUPAT
        and abs(x - simbol.x) / (simbol.lebar / 2) + abs(y - simbol.y) / (simbol.tinggi / 2) < 0.99
    )


def pada_tepi(satu, titik: tuple[float, float]) -> bool:
    """Whether the point lies on the middle of a side of the symbol (or anywhere on a connector's edge)."""
    x0, y0, x1, y1 = kotak_tengah(satu)
    x, y = titik
    if isinstance(satu, Simbol):
        sisi = [(x0, satu.y), (x1, satu.y), (satu.x, y0), (satu.x, y1)]
    else:
        sisi = [(satu.x, y0), (satu.x, y1)]
    return any(abs(x - px) < 0.02 and abs(y - py) < 0.02 for px, py in sisi)


def pada_garis(panah: Panah, titik: tuple[float, float]) -> bool:
    x, y = titik
    return any(a - 0.02 <= x <= c + 0.02 and b - 0.02 <= y <= d + 0.02 for a, b, c, d in ruas(panah))


def dimasuki(halaman: Halaman, panah: Panah) -> set[str]:
    """The symbols that one who follows the line comes to: its own, or all that are fed where it joins another.

    On a level stretch one may go both ways, and down wherever a line with an arrowhead leaves it.
    """
    titik = panah.titik[-1]
    if pada_tepi(benda(halaman, panah.ke), titik):
        return {panah.ke}
    baris = benda(halaman, panah.ke).urutan if panah.ke[0] == "s" else None
    searah = [
        satu
        for satu in halaman.panah
        if satu is not panah
        and (satu.ke == panah.ke or (satu.ke[0] == "s" and benda(halaman, satu.ke).urutan == baris))
    ]
    x, y = titik
    kiri, kanan = _bentang([r for satu in searah for r in ruas(satu) if r[1] == r[3] == y], x)
    turun = {
        satu.ke
        for satu in searah
        if satu.kepala
        and satu.titik[-2][0] == satu.titik[-1][0]
        and kiri <= satu.titik[-1][0] <= kanan
        and satu.titik[-2][1] <= y < satu.titik[-1][1]
        and pada_tepi(benda(halaman, satu.ke), satu.titik[-1])
    }
    terus = [
        dimasuki(halaman, satu) for satu in searah if pada_garis(satu, titik) and satu.titik[-1] != titik
    ]
    return turun.union(*terus)


def _bentang(datar: list[tuple[float, float, float, float]], x: float) -> tuple[float, float]:
    """How far the level stretch through x goes."""
    kiri = kanan = x
    for _ in datar:
        sambung = [r for r in datar if r[0] <= kanan and r[2] >= kiri]
        kiri, kanan = min([kiri, *(r[0] for r in sambung)]), max([kanan, *(r[2] for r in sambung)])
    return kiri, kanan


def benda(halaman: Halaman, id_benda: str):
    """The symbol or connector that an arrow names."""
    daftar = halaman.simbol if id_benda[0] == "s" else halaman.penghubung
    return daftar[int(id_benda[1:])]


def pasangan(daftar) -> Iterator[tuple]:
    return combinations(daftar, 2)
