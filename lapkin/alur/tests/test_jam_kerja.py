"""The working calendar of an office: its hours, the national holidays and its own days off."""

from datetime import date, datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from lapkin.alur.queries import jam_kerja, tenggat_langkah
from lapkin.alur.tenggat import tenggat
from lapkin.organisasi.models import HariLibur
from lapkin.sop.waktu import Satuan, Waktu


def test_the_calendar_holds_national_days_and_those_of_the_office_and_its_pemda(dinas):
    for hari, instansi in ((28, dinas.instansi.induk), (29, dinas.instansi), (30, dinas.orang_luar.instansi)):
        HariLibur.objects.create(instansi=instansi, tanggal=date(2026, 1, hari), nama="Libur setempat")
    libur = jam_kerja(dinas.instansi, range(2026, 2028)).libur
    assert {date(2026, 1, 28), date(2026, 1, 29), date(2026, 8, 17), date(2027, 8, 17)} <= libur
    assert date(2026, 1, 30) not in libur


def test_where_the_day_is_short_the_holidays_of_every_year_on_the_way_count(dinas):
    # "12 bulan" are 118,800 minutes; with two hours a day that is 990 working days, nearly four years.
    dinas.instansi.jam_kerja = {str(hari): [["08:00", "10:00"]] for hari in range(5)}
    langkah = SimpleNamespace(waktu=Waktu(jumlah=12, satuan="bulan"), paling_lambat="")
    mulai = datetime.combine(date(2026, 12, 1), time(8), ZoneInfo("Asia/Jakarta"))
    kasus = SimpleNamespace(instansi=dinas.instansi, tahun=2026)
    menit, jatuh = tenggat_langkah(kasus, langkah, mulai)
    assert menit == 12 * Satuan().bulan * Satuan().hari
    assert jatuh == tenggat(mulai, menit, jam_kerja(dinas.instansi, range(2026, 2040)))
    assert jatuh != tenggat(mulai, menit, jam_kerja(dinas.instansi, range(2026, 2028)))
