"""Cases that were played to their end, with working times that are known."""

from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan, Tugas
from lapkin.alur.putaran import Periode

from .bantuan import mainkan

TAHUN_2026 = Periode(dari=date(2026, 1, 1), sampai=date(2026, 12, 31))
PERIODE = {"dari": "2026-01-01", "sampai": "2026-12-31"}


def kasus_selesai(pengelola, sop, tahun, menit=30):
    """A case that began on Monday 5 January 2026 at 8.00 and whose every task took `menit` minutes of one day."""
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun)
    mainkan(kasus)
    awal = datetime(2026, 1, 5, 8, tzinfo=ZoneInfo(sop.instansi.zona_waktu))
    for ke, tugas in enumerate(kasus.daftar_tugas.order_by("pk")):
        dibuka = awal + timedelta(days=7 * ke)
        Tugas.objects.filter(pk=tugas.pk).update(
            dibuka_pada=dibuka, ditutup_pada=dibuka + timedelta(minutes=menit), tenggat=None
        )
    Pelaksanaan.objects.filter(pk=kasus.pk).update(
        dimulai_pada=awal, selesai_pada=awal + timedelta(days=7 * kasus.daftar_tugas.count())
    )
    return kasus


class IsianHalaman(HTMLParser):
    """What a page's select and textarea fields hold, by their names in `isi`."""

    def __init__(self, halaman):
        super().__init__()
        self.isi, self._nama, self._teks = {}, "", False
        self.feed(halaman)

    def handle_starttag(self, tag, attrs):
        atribut = dict(attrs)
        if tag in ("select", "textarea"):
            self._nama, self._teks = atribut["name"], tag == "textarea"
        elif tag == "option" and "selected" in atribut:
            self.isi[self._nama] = atribut["value"]

    def handle_data(self, data):
        if self._teks:
            self.isi[self._nama] = self.isi.get(self._nama, "") + data

    def handle_endtag(self, tag):
        self._teks = self._teks and tag != "textarea"
