"""National holidays by the `holidays` library; cuti bersama and local days come as rows (organisasi.HariLibur)."""

from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=32)
def libur_nasional(tahun: int) -> frozenset[date]:
    """The days of a year on which no office works."""
    return frozenset(holidays.country_holidays("ID", years=tahun))
