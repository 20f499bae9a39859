"""A case of an SOP whose first task is due at a known moment, for the tests of the reminders."""

from datetime import UTC, datetime, timedelta

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import kantor, pelaku, terbuka

# Senin, 12 Januari 2026 10.00 WIB; the days around it are plain working days.
TENGGAT = datetime(2026, 1, 12, 3, tzinfo=UTC)
SEHARI = timedelta(days=1)


def kasus_bertenggat(kode="dp3a-kalbar-lkjip", *, tenggat=TENGGAT, **kwargs):
    """(task, its holder, the administrator) of a case whose open task was opened long before its due moment."""
    _, pengelola, sop = kantor(kode, **kwargs)
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    tugas = terbuka(kasus).get()
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=tenggat, dibuka_pada=tenggat - 30 * SEHARI)
    tugas.refresh_from_db()
    orang = pelaku(tugas)
    orang.surel, orang.telepon = f"{orang.username}@contoh.go.id", "081234567890"
    orang.save(update_fields=["surel", "telepon"])
    return tugas, orang, pengelola
