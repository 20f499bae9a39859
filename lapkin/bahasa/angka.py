"""Read the numbers offices type, and write the one Indonesian form (1.234,56)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from lapkin.bahasa.bukan_angka import Sebab, TakTerbaca, kenali, rapikan

__all__ = [
    "Sebab",
    "TakTerbaca",
    "Terbaca",
    "baca",
    "baca_rupiah",
    "ke_sen",
    "rupiah",
    "tulis",
    "tulis_persen",
]

# Wide enough that no figure within PANGKAT_TERBESAR loses a digit; Python's default keeps only 28.
_LUAS = Context(prec=300, rounding=ROUND_HALF_UP)
PANGKAT_TERBESAR = 30  # powers of ten; beyond it a figure is a slip, not a performance
ANGKA_BERARTI_LEMBAR_KERJA = 15  # digits a spreadsheet keeps; what stands after them is binary noise

_KELIPATAN = {
    "puluh": 10,
    "ratus": 100,
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_KELIPATAN_UANG = _KELIPATAN | {"m": 10**9, "t": 10**12}  # "Rp5 M" is money; "5 M" may be metres
_KELIPATAN_ASING = ("k", "thousand", "million", "billion", "trillion")

_JUMLAH = re.compile(
    r"(?P<tanda>[+-]?) ?(?P<mata_uang>rp\.?|idr)? ?(?P<tanda_dalam>[+-]?) ?"
    r"(?P<angka>[0-9](?:[0-9., ]*[0-9])?)(?P<sisa>.*)",
    re.IGNORECASE,
)
_EKOR_UANG = re.compile(r"^[,.] ?[-=]+")  # "Rp1.000,-"
_KATA_PERTAMA = re.compile(r"([^\W\d_]+)\.?(?= |$)\s*")
_BERSPASI = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_DIGIT_DALAM_SATUAN = re.compile(r"\b(?:[kcd]?m[23]|co2|per ?[0-9][0-9.]*)(?![0-9])", re.IGNORECASE)
_SATUAN = re.compile(r"[^\W\d_%‰/(°]*[^\W\d_][^0-9]*|[%‰/(°][^0-9]*")

_RAGU_PEMISAH = "Letak titik dan koma meragukan; ketik seperti 1.234,56."


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A number read from a cell: text as typed, exact value, its unit, and how a doubt was settled."""

    teks: str
    nilai: Decimal
    satuan: str = ""
    catatan: str = ""


def baca(isi: str | int | float | Decimal | None) -> Terbaca | TakTerbaca:
    """Read any cell into a value or a stated reason; never raises, never guesses in silence."""
    if isi is None:
        return kenali("", "")
    if isinstance(isi, str):
        return _baca_teks(isi)
    if isinstance(isi, bool) or not isinstance(isi, int | float | Decimal):
        return TakTerbaca(str(isi), Sebab.TEKS, "Isian bukan angka; ketik angkanya.")
    return _baca_bilangan(isi)


def _baca_bilangan(isi: int | float | Decimal) -> Terbaca | TakTerbaca:
    if isinstance(isi, int) and abs(isi) >= 10 ** (PANGKAT_TERBESAR + 1):
        return _di_luar_jangkauan("")  # str() of a huge int raises
    teks = str(isi)
    if not Decimal(isi).is_finite():
        return TakTerbaca(teks, Sebab.TEKS, "Isian bukan bilangan yang terhingga.")
    if isinstance(isi, float):
        return _dalam_jangkauan(teks, Decimal(f"{isi:.{ANGKA_BERARTI_LEMBAR_KERJA}g}"))
    return _dalam_jangkauan(teks, Decimal(isi))


def _tanpa_derau(nilai: Decimal) -> Decimal:
    """Round to the digits a spreadsheet keeps: 100.00000000000001 was 100 when it was typed."""
    return Context(prec=ANGKA_BERARTI_LEMBAR_KERJA, rounding=ROUND_HALF_UP).plus(nilai)


def _di_luar_jangkauan(teks: str) -> TakTerbaca:
    return TakTerbaca(teks, Sebab.RAGU, "Angka terlalu besar atau terlalu kecil; periksa penulisannya.")


def _dalam_jangkauan(teks: str, nilai: Decimal, satuan: str = "", catatan: str = "") -> Terbaca | TakTerbaca:
    if not nilai:
        return Terbaca(
            teks, Decimal(0) if abs(nilai.adjusted()) > PANGKAT_TERBESAR else abs(nilai), satuan, catatan
        )
    if abs(nilai.adjusted()) > PANGKAT_TERBESAR:
        return _di_luar_jangkauan(teks)
    return Terbaca(teks, nilai, satuan, catatan)


def _baca_teks(teks: str, uang: bool = False) -> Terbaca | TakTerbaca:
    rapi = rapikan(teks[: 10 * PANGKAT_TERBESAR])
    bukan = kenali(teks, rapi)
    if bukan:
        return bukan
    cocok = _JUMLAH.fullmatch(rapi)
    if not cocok or (cocok["tanda"] and cocok["tanda_dalam"]):
        return TakTerbaca(teks, Sebab.RAGU, "Isian tidak terbaca sebagai satu angka; ketik angkanya saja.")
    return _baca_jumlah(teks, cocok, uang or bool(cocok["mata_uang"]))


def _baca_jumlah(teks: str, cocok: re.Match, uang: bool) -> Terbaca | TakTerbaca:
    sisa = _EKOR_UANG.sub("", cocok["sisa"]).strip()
    kali, sisa = _kelipatan(sisa, uang)
    satuan, catatan_sel = _pisah_keterangan(sisa)
    if not kali or not _satuan_wajar(satuan):
        return TakTerbaca(teks, Sebab.RAGU, "Teks di belakang angka meragukan; ketik satu angka saja.")
    angka = _angka(cocok["angka"])
    if angka is None or (uang and kali == 1 and _koma_tiga(cocok["angka"])):
        return TakTerbaca(teks, Sebab.RAGU, _RAGU_PEMISAH)
    nilai, catatan = angka
    nilai = _LUAS.multiply(nilai, kali)
    if "-" in cocok["tanda"] + cocok["tanda_dalam"]:
        nilai = nilai.copy_negate()
    satuan = f"Rp {satuan}".removesuffix(" rupiah").strip() if uang else satuan
    return _dalam_jangkauan(teks, nilai, satuan, "; ".join(filter(None, (catatan, catatan_sel))))


def _kelipatan(sisa: str, uang: bool) -> tuple[int, str]:
    """The multiplier said in words (juta, miliar) and what follows it; 0 for a foreign one."""
    daftar_kata = _KELIPATAN_UANG if uang else _KELIPATAN
    kali = 1
    while cocok := _KATA_PERTAMA.match(sisa):
        kata = cocok[1].casefold()
        if kata in _KELIPATAN_ASING:
            return 0, sisa
        if kata not in daftar_kata:
            break
        kali *= daftar_kata[kata]
        sisa = sisa[cocok.end() :]
    return kali, sisa


def _pisah_keterangan(sisa: str) -> tuple[str, str]:
    """Split "% (Evaluasi Semester I)" into the unit and a remark."""
    satuan, kurung, keterangan = sisa.partition(" (")
    return (satuan, f'keterangan di sel: "({keterangan}"') if kurung else (sisa, "")


def _satuan_wajar(satuan: str) -> bool:
    return (
        not satuan
        or not satuan[0].isnumeric()
        and bool(_SATUAN.fullmatch(_DIGIT_DALAM_SATUAN.sub("x", satuan)))
    )


def _angka(angka: str) -> tuple[Decimal, str] | None:
    """Value and remark of digits with separators, or None when dots and commas make no sense."""
    if " " in angka:
        if not _BERSPASI.fullmatch(angka):
            return None
        utuh = _angka(angka.replace(" ", ""))
        return utuh and (utuh[0], "spasi dibaca sebagai pemisah ribuan")
    titik, koma = angka.count("."), angka.count(",")
    if titik and koma:
        return _dua_pemisah(angka)
    if titik + koma > 1:
        return _ribuan(angka, "." if titik else ",")
    if koma:
        return Decimal(angka.replace(",", ".")), "koma dibaca sebagai desimal" if _koma_tiga(angka) else ""
    return _titik_tunggal(angka) if titik else (Decimal(angka), "")


def _dua_pemisah(angka: str) -> tuple[Decimal, str] | None:
    """The last separator is the decimal one: 1.234,5 as we write, 1,234.5 as others do."""
    desimal, ribuan = (",", ".") if angka.rfind(",") > angka.rfind(".") else (".", ",")
    bulat, _, pecahan = angka.partition(desimal)
    utuh = _ribuan(bulat, ribuan)
    if utuh is None or not pecahan.isdecimal():
        return None
    catatan = "" if desimal == "," else "koma dibaca sebagai pemisah ribuan, titik sebagai desimal"
    return Decimal(f"{utuh[0]}.{pecahan}"), catatan


def _ribuan(angka: str, pemisah: str) -> tuple[Decimal, str] | None:
    if not re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(pemisah)}[0-9]{{3}})+", angka):
        return None
    return Decimal(angka.replace(pemisah, "")), "koma dibaca sebagai pemisah ribuan" if pemisah == "," else ""


def _titik_tunggal(angka: str) -> tuple[Decimal, str]:
    """Before exactly three digits a dot groups thousands (11.713), otherwise it is a decimal one (87.93)."""
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", angka):
        return Decimal(angka.replace(".", "")), "titik dibaca sebagai pemisah ribuan"
    nilai = Decimal(angka)
    banyak_angka = len(nilai.as_tuple().digits)
    return (_tanpa_derau(nilai) if banyak_angka in (16, 17) else nilai), ""


def _koma_tiga(angka: str) -> bool:
    """Does the comma look like a group of thousands to an English eye?"""
    return bool(re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", angka))


def baca_rupiah(isi: str | int | float | Decimal | None) -> Terbaca | TakTerbaca:
    """Read an amount of money in rupiah (not sen); other units and parts of a sen are refused."""
    bacaan = _baca_teks(isi, uang=True) if isinstance(isi, str) else baca(isi)
    if isinstance(bacaan, TakTerbaca):
        return bacaan
    satuan = bacaan.satuan.removeprefix("Rp").strip()
    if satuan:
        return TakTerbaca(bacaan.teks, Sebab.RAGU, f'Satuan "{satuan}" bukan rupiah.')
    if _pecahan_sen(bacaan.nilai):
        return TakTerbaca(
            bacaan.teks, Sebab.RAGU, "Pecahan rupiah paling kecil satu sen; ketik seperti 1.234,50."
        )
    return Terbaca(bacaan.teks, bacaan.nilai, "Rp", bacaan.catatan)


def _pecahan_sen(nilai: Decimal) -> bool:
    return bool(_LUAS.remainder(_LUAS.multiply(nilai, 100), 1))


def ke_sen(nilai: Decimal) -> int:
    """Rupiah to whole sen; raises ValueError for anything finer than a sen."""
    if _pecahan_sen(nilai):
        raise ValueError(f"Nilai {nilai} lebih halus dari satu sen.")
    return int(_LUAS.multiply(nilai, 100))


def tulis(nilai: Decimal | int, desimal: int | None = None) -> str:
    """The one Indonesian form, 1.234,56; without `desimal` as many decimals as the value has."""
    nilai = Decimal(nilai)
    bulat = (
        nilai.normalize(_LUAS)
        if desimal is None
        else nilai.quantize(Decimal(1).scaleb(-desimal), context=_LUAS)
    )
    bulat = bulat if bulat else abs(bulat)  # no "-0"
    return f"{bulat:,f}".translate(str.maketrans(",.", ".,"))


def tulis_persen(nilai: Decimal | int, desimal: int | None = 2) -> str:
    """98,75% of a value that is already a percentage."""
    return f"{tulis(nilai, desimal)}%"


def rupiah(sen: int) -> str:
    """Money in sen as Rp14.723.660.349; the two decimals only when there are sen."""
    tanda = "-" if sen < 0 else ""
    nilai = Decimal(abs(sen)).scaleb(-2, _LUAS)
    return f"{tanda}Rp{tulis(nilai, 2 if sen % 100 else 0)}"
