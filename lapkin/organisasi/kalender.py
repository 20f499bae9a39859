"""National holidays by the `holidays` library; cuti bersama and local days come as rows (HariLibur)."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays


@lru_cache(maxsize=32)
def libur_nasional(tahun: int) -> Mapping[date, str]:
    """The days of a year on which no office works, with their names."""
    return _daftar(tahun, holidays.PUBLIC)


@lru_cache(maxsize=128)
def libur_diketahui(tahun: int) -> bool:
    """Does the library know the moving holidays of a year? Far years have fixed days only, and no Idul Fitri."""
    return any("Idul Fitri" in nama for nama in libur_nasional(tahun).values())


@lru_cache(maxsize=32)
def cuti_bersama(tahun: int) -> Mapping[date, str]:
    """The joint days off the government has set for a year, as far as the library knows; empty for later years.

    They count only where an office has taken them over as HariLibur, because they are changed during the year.
    """
    libur = libur_nasional(tahun)
    daftar = _daftar(tahun, holidays.GOVERNMENT)
    return MappingProxyType({hari: nama for hari, nama in daftar.items() if hari not in libur})


def _daftar(tahun, golongan):
    daftar = holidays.country_holidays("ID", years=tahun, language="id", categories=(golongan,))
    return MappingProxyType(dict(sorted(daftar.items())))
