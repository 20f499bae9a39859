"""Write a workbook: locked structure, open input cells, lists to choose from, hidden row ids."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal

import xlsxwriter

from lapkin.bahasa import tanggal
from lapkin.kinerja.isi_buku import TANDA_BUKU, Identitas, IsiBuku
from lapkin.kinerja.lembar import PERIODE, LembarKinerja
from lapkin.kinerja.lembar_xlsx import huruf_kolom
from lapkin.kinerja.petunjuk_buku import tulis_petunjuk
from lapkin.kinerja.tata_buku import (
    ANGGARAN,
    BARIS_KEPALA,
    IDENTITAS,
    ISIAN_IDENTITAS,
    LEMBAR_TANDA,
    NARASI,
    REALISASI,
    TAHUN_SEBELUM,
    Kolom,
    TataLembar,
    tata_indikator,
)

SEL_TERPANJANG = 32_000  # characters; a cell of Excel ends at 32,767
ANGKA_PASTI = 15  # digits that a spreadsheet's number keeps
# The same figures give the same bytes: the day of writing stays out.
_DIBUAT = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)

type Baris = dict[str, str | int | Decimal]
