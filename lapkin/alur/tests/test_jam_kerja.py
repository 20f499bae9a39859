"""The working calendar of an office: its hours, the national holidays and its own days off."""

from datetime import date

from lapkin.alur.queries import jam_kerja
from lapkin.organisasi.models import HariLibur


def test_the_calendar_holds_national_days_and_those_of_the_office_and_its_pemda(dinas):
    for hari, instansi in ((28, dinas.instansi.induk), (29, dinas.instansi), (30, dinas.orang_luar.instansi)):
        HariLibur.objects.create(instansi=instansi, tanggal=date(2026, 1, hari), nama="Libur setempat")
    libur = jam_kerja(dinas.instansi, range(2026, 2028)).libur
    assert {date(2026, 1, 28), date(2026, 1, 29), date(2026, 8, 17), date(2027, 8, 17)} <= libur
    assert date(2026, 1, 30) not in libur
