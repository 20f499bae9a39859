"""An officer's open tasks as an iCalendar feed (RFC 5545), which telephones and Outlook subscribe to.

Events, not to-dos: Android's and Outlook's calendars show no VTODO. Moments are in UTC, which every reader turns into
its own zone without a table of zones; folding and escaping are the library's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

# How long an event stands in the calendar: it ends at the due moment.
LAMA = timedelta(minutes=30)
ALARM_SEBELUM = timedelta(hours=2)
SEGARKAN = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirKalender:
    """One task with its due moment; `zona` is the office's, by which a limit without an hour is told.

    `diubah` and `urutan`: when something about the due moment changed last, and how often it did.
    """

    kunci: str
    kegiatan: str
    pekerjaan: str
    jabatan: str
    tautan: str
    zona: str
    diubah: datetime
    urutan: int
    tenggat: datetime


def tulis_kalender(
    daftar: Iterable[ButirKalender], *, nama: str, zona: str, tuan: str, dibuat: datetime
) -> bytes:
    """The feed, made at the moment `dibuat`.

    `tuan` (a host name) makes the identity of an event, which stays the same as long as the task; what a reader
    has of it is replaced when SEQUENCE or DTSTAMP is higher (RFC 5545 3.8.7.2, 3.8.7.4).
    """
    kalender = Calendar()
    kalender.add("prodid", "-//Lapkin//Tenggat tugas//ID")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", nama)
    kalender.add("x-wr-timezone", zona)
    kalender.add("refresh-interval", SEGARKAN, parameters={"value": "DURATION"})
    for butir in daftar:
        kalender.add_component(_peristiwa(butir, tuan, dibuat))
    return kalender.to_ical()


def _peristiwa(butir: ButirKalender, tuan: str, dibuat: datetime) -> Event:
    peristiwa = Event()
    peristiwa.add("uid", f"{butir.kunci}@{tuan}")
    peristiwa.add("dtstamp", dibuat.astimezone(UTC))
    peristiwa.add("last-modified", butir.diubah.astimezone(UTC))
    peristiwa.add("sequence", butir.urutan)
    peristiwa.add("summary", f"Tenggat: {butir.kegiatan}")
    peristiwa.add("description", f"{butir.pekerjaan}\nSebagai {butir.jabatan}\n{butir.tautan}")
    peristiwa.add("url", butir.tautan)
    peristiwa.add("transp", "TRANSPARENT")  # a due moment keeps nobody busy
    _waktu(peristiwa, butir)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Tenggat: {butir.kegiatan}")
    alarm.add("trigger", -ALARM_SEBELUM, parameters={"RELATED": "END"})
    peristiwa.add_component(alarm)
    return peristiwa


def _waktu(peristiwa: Event, butir: ButirKalender) -> None:
    """A last day allowed ("sebelum 11 Januari") fills its day; any other due moment ends half an hour."""
    setempat = butir.tenggat.astimezone(ZoneInfo(butir.zona))
    if setempat.time() >= time(23, 59):
        peristiwa.add("dtstart", setempat.date())
        peristiwa.add("dtend", setempat.date() + timedelta(days=1))
        return
    akhir = butir.tenggat.astimezone(UTC).replace(microsecond=0)
    peristiwa.add("dtstart", akhir - LAMA)
    peristiwa.add("dtend", akhir)
