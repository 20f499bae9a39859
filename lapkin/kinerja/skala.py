"""Category scales and predicate scales as data: bounds, labels, which bound counts, sources."""

from dataclasses import dataclass
from decimal import Decimal

from lapkin.bahasa.angka import tulis


@dataclass(frozen=True, slots=True)
class Skala:
    """Bands of capaian (in percent), highest first; each bound is the lower end of its band.

    The last band also takes everything below it, the first everything above 100. `sumber`: how its bounds
    came to be known; a note for those who keep this list, never printed on a paper.
    """

    nama: str
    sumber: str
    tingkat: tuple[tuple[Decimal, str], ...]
    batas_bawah_termasuk: bool

    def __post_init__(self) -> None:
        daftar_batas = [batas for batas, _ in self.tingkat]
        if not daftar_batas or daftar_batas != sorted(set(daftar_batas), reverse=True):
            raise ValueError(f"Batas skala {self.nama} harus ada dan menurun.")

    def kategori(self, nilai: Decimal) -> str:
        """The label of an unrounded value."""
        for batas, label in self.tingkat[:-1]:
            if nilai > batas or (nilai == batas and self.batas_bawah_termasuk):
                return label
        return self.tingkat[-1][1]


def _tingkat(*pasangan: tuple[int, str]) -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(batas), label) for batas, label in pasangan)


PERMENDAGRI_86_2017 = Skala(
    nama="Permendagri 86/2017",
    sumber="Skala Nilai Peringkat Kinerja menurut praktik; halaman lampirannya belum dibaca langsung",
    tingkat=_tingkat(
        (91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah")
    ),
    batas_bawah_termasuk=True,
)
PERMENDAGRI_54_2010 = Skala(
    nama="Permendagri 54/2010",
    sumber="batas seperti tercetak dalam laporan yang mengacu pada Permendagri 54/2010",
    tingkat=_tingkat(
        (90, "Sangat Tinggi"), (75, "Tinggi"), (65, "Sedang"), (50, "Rendah"), (0, "Sangat Rendah")
    ),
    batas_bawah_termasuk=False,
)
MALUKU_TENGAH_2021 = Skala(
    nama="Maluku Tengah 2021",
    sumber="LKjIP Kabupaten Maluku Tengah 2021",
    tingkat=_tingkat(
        (85, "Memuaskan"),
        (75, "Sangat Baik"),
        (65, "Baik"),
        (50, "Cukup Baik"),
        (30, "Agak Kurang"),
        (0, "Kurang"),
    ),
    batas_bawah_termasuk=False,
)

DAFTAR_SKALA = {
    "permendagri-86-2017": PERMENDAGRI_86_2017,
    "permendagri-54-2010": PERMENDAGRI_54_2010,
    "maluku-tengah-2021": MALUKU_TENGAH_2021,
}


def keterangan_skala(skala: Skala) -> str:
    """The legend printed under every table that shows categories: the rule, its bounds, how they are read."""
    tanda, bawah = ("≥", "<") if skala.batas_bawah_termasuk else (">", "≤")
    daftar = [f"{label} {tanda} {tulis(batas)}" for batas, label in skala.tingkat[:-1]]
    terendah = skala.tingkat[-1][1]
    if len(skala.tingkat) > 1:
        terendah = f"{terendah} {bawah} {tulis(skala.tingkat[-2][0])}"
    return (
        f"Skala {skala.nama}: {'; '.join([*daftar, terendah])}. "
        f"Batas bawah {'termasuk' if skala.batas_bawah_termasuk else 'tidak termasuk'}; "
        "kategori ditentukan dari nilai sebelum pembulatan dan sebelum batas atas."
    )


@dataclass(frozen=True, slots=True)
class SkalaPredikat:
    """Numbers given to predicates so that they can be compared: (code, number, name in words)."""

    nama: str
    sumber: str
    tingkat: tuple[tuple[str, Decimal, str], ...]

    def nilai(self, teks: str) -> Decimal | None:
        """The number of a predicate written as code or in words, any remark in brackets aside."""
        dicari = " ".join(teks.partition("(")[0].split()).casefold()
        for kode, angka, sebutan in self.tingkat:
            if dicari in (kode.casefold(), sebutan.casefold()):
                return angka
        return None


PREDIKAT_AKIP = SkalaPredikat(
    nama="Predikat AKIP",
    sumber="bobot nilai AA sampai E menurut PermenPAN-RB 88/2021",
    tingkat=(
        ("AA", Decimal(100), "Sangat Memuaskan"),
        ("A", Decimal(90), "Memuaskan"),
        ("BB", Decimal(80), "Sangat Baik"),
        ("B", Decimal(70), "Baik"),
        ("CC", Decimal(60), "Cukup"),
        ("C", Decimal(50), "Kurang"),
        ("D", Decimal(30), "Sangat Kurang"),
        ("E", Decimal(0), "Tidak Ada Upaya"),
    ),
)
OPINI_BPK = SkalaPredikat(
    nama="Opini BPK",
    sumber="urutan opini menurut kebiasaan, angkanya ketentuan instansi",
    tingkat=(
        ("WTP", Decimal(4), "Wajar Tanpa Pengecualian"),
        ("WDP", Decimal(3), "Wajar Dengan Pengecualian"),
        ("TW", Decimal(2), "Tidak Wajar"),
        ("TMP", Decimal(1), "Tidak Menyatakan Pendapat"),
    ),
)
DAFTAR_SKALA_PREDIKAT = (PREDIKAT_AKIP, OPINI_BPK)
