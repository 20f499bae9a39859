"""Why a cell holds no number: the words and marks offices type where a figure should stand."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

PANJANG_TERBANYAK = 100  # characters; a longer cell is prose, and the patterns below stay cheap

_TANDA_HUBUNG = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_LEBAR_PENUH = {kode: kode - 0xFEE0 for kode in range(0xFF01, 0xFF5F)}
_PENGGANTI = _LEBAR_PENUH | _TANDA_HUBUNG

_BULAN = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
)
_ANGKA = r"[0-9][0-9.,]*"


class Sebab(StrEnum):
    """Kind of obstacle: tells callers apart what an officer must type instead."""

    KOSONG = "kosong"
    TIDAK_TERSEDIA = "tidak tersedia"
    BELUM_RILIS = "belum rilis"
    PREDIKAT = "predikat"
    RASIO = "rasio"
    BATAS = "batas"
    TEKS = "teks"
    RAGU = "ragu"


@dataclass(frozen=True, slots=True)
class TakTerbaca:
    """A cell that gives no number: the text as typed, the kind of obstacle, and a sentence for its writer."""

    teks: str
    jenis: Sebab
    alasan: str


# Tried in this order on the whole casefolded text; the first that fits decides.
_DAFTAR_POLA = tuple(
    (re.compile(pola), jenis, alasan)
    for pola, jenis, alasan in (
        (r"", Sebab.KOSONG, "Isian kosong; ketik angkanya, atau 0 bila memang nol."),
        (
            r"(rp\.?\s*)?[-.?…]+|#?n[./]?a\.?|nan|tidak (ada|tersedia|diukur|ada data|ada target)",
            Sebab.TIDAK_TERSEDIA,
            "Angkanya tidak tersedia; ketik angkanya, atau 0 bila memang nol.",
        ),
        (
            r"(belum|menunggu)\b.*",
            Sebab.BELUM_RILIS,
            "Angkanya belum dirilis; isi setelah sumber data merilisnya.",
        ),
        (
            r"nihil",
            Sebab.RAGU,
            '"Nihil" dapat berarti nol atau tidak ada data; ketik 0 bila memang nol.',
        ),
        (
            r"((aa|a|bb|b|cc|c|d|e|wtp|wtp-dpp|wdp|tw|tmp|wajar .*|tidak wajar|tidak menyatakan pendapat)"
            r"|(sangat |cukup |kurang )?(baik|memuaskan|memadai|tinggi|rendah|buruk)|sedang|cukup|kurang)"
            r"(\s*\(.*\))?",
            Sebab.PREDIKAT,
            "Isian berupa predikat, bukan angka; pakai rumus predikat atau ketik nilai angkanya.",
        ),
        (r"#.*[!?]", Sebab.TEKS, "Isian berupa kesalahan rumus dari lembar kerja; perbaiki rumusnya."),
        (
            r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}.*|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
            rf"|(?=.*[0-9]).*\b({_BULAN})\b.*",
            Sebab.TEKS,
            "Isian berupa tanggal, bukan angka.",
        ),
        (
            rf"{_ANGKA}\s*[:/]\s*{_ANGKA}.*|{_ANGKA}\s+(dari|berbanding)\s+{_ANGKA}.*",
            Sebab.RASIO,
            "Isian berupa rasio; ketik satu angka hasil baginya (misalnya 1:32 menjadi 32 murid per guru).",
        ),
        (
            rf"(rp\.?\s*)?-?{_ANGKA}\s*%?\s*-\s*{_ANGKA}.*|(?=.*[0-9]).*(\bs[./]*d\b|\bsampai\b|\bhingga\b).*",
            Sebab.BATAS,
            "Isian berupa rentang; ketik satu angka, misalnya batas yang harus dicapai.",
        ),
        (
            r"(=?[<>≤≥±~≈]|\+/-).*"
            r"|(?=.*[0-9]).*\b(kurang|lebih|minimal|minimum|maksimal|maksimum|maks|min|paling|setidaknya"
            r"|sekurangnya|sekitar|kira-kira|hampir|di ?bawah|di ?atas|ke atas|ke bawah)\b.*",
            Sebab.BATAS,
            'Isian berupa batas; ketik angkanya saja (misalnya "kurang dari 49" menjadi 49).',
        ),
        (
            r"\(\s*(rp\.?\s*)?[0-9].*\)",
            Sebab.RAGU,
            "Angka dalam kurung dapat berarti minus; ketik dengan tanda minus atau tanpa kurung.",
        ),
        (
            r"[-+]?[0-9][0-9.,]*e[-+]?[0-9]+",
            Sebab.RAGU,
            "Isian berupa notasi ilmiah; ketik angkanya secara lengkap.",
        ),
        (r"[^0-9]*", Sebab.TEKS, "Isian berupa teks, bukan angka; ketik angkanya."),
    )
)


def rapikan(teks: str) -> str:
    """Plain characters for what looks the same: spaces, minus signs, full-width forms; no invisible marks."""
    teks = "".join(_huruf_rapi(huruf) for huruf in teks.translate(_PENGGANTI))
    return " ".join(teks.split()).removeprefix("'").strip()


def _huruf_rapi(huruf: str) -> str:
    golongan = unicodedata.category(huruf)
    if golongan == "Zs":
        return " "
    return "" if golongan in ("Cf", "Cs") else huruf


def kenali(teks: str, rapi: str) -> TakTerbaca | None:
    """The known reason why this tidied text is no number, or None when it may be one."""
    if len(rapi) > PANJANG_TERBANYAK:
        return TakTerbaca(teks, Sebab.TEKS, "Isian terlalu panjang untuk sebuah angka.")
    kecil = rapi.casefold()
    for pola, jenis, alasan in _DAFTAR_POLA:
        if pola.fullmatch(kecil):
            return TakTerbaca(teks, jenis, alasan)
    return None
