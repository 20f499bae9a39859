"""Giliran saya with 40 rows beside a bare logged-in Django view that answers one line: CPU seconds a request.

Both run in one process through Django's test client on the same SQLite database, in turn; the peer has the
middleware of a fresh Django project and reads who is signed in.

    .venv/bin/python bench/giliran.py [requests]

Target: at most 3 times the CPU of the bare view.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
KERJA = tempfile.TemporaryDirectory(prefix="lapkin-bench-")
os.environ.update(
    DJANGO_SETTINGS_MODULE="lapkin.settings",
    LAPKIN_DATA=KERJA.name,
    LAPKIN_BASISDATA=f"sqlite:///{KERJA.name}/bench.sqlite3",
    LAPKIN_HOST="testserver",
)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import path  # noqa: E402

from lapkin.alur import actions  # noqa: E402
from lapkin.alur.tests.bantuan import kantor, terbuka  # noqa: E402
from lapkin.organisasi.queries import pemegang  # noqa: E402

BARIS = 40
MIDDLEWARE_BAKU = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def satu_baris(request):
    """The peer: who is signed in, in one line."""
    return HttpResponse(f"Masuk sebagai {request.user.username}")


urlpatterns = [path("", satu_baris)]


def siapkan():
    """An officer with 40 open tasks: the first step of 40 years of one SOP."""
    call_command("migrate", verbosity=0)
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    for n in range(BARIS):
        pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2000 + n)
    return pemegang(terbuka(pelaksanaan).get().jabatan_id).get()


def ukur(klien, jumlah):
    """CPU seconds of a request: the median of `jumlah`."""
    waktu = []
    for _ in range(jumlah):
        mulai = time.process_time()
        jawaban = klien.get("/")
        waktu.append(time.process_time() - mulai)
        assert jawaban.status_code == 200
    return statistics.median(waktu)


def utama(jumlah):
    pegawai = siapkan()
    klien = Client()
    klien.force_login(pegawai)
    assert klien.get("/").content.decode().count('class="judul"') == BARIS
    rasio = []
    for _ in range(5):
        kita = ukur(klien, jumlah)
        with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE_BAKU):
            polos = Client(SERVER_NAME="testserver")
            polos.cookies = klien.cookies
            telanjang = ukur(polos, jumlah)
        rasio.append(kita / telanjang)
        print(f"Giliran saya {kita * 1000:.2f} ms CPU, satu baris {telanjang * 1000:.2f} ms CPU")
    print(f"rasio (median 5 putaran): {statistics.median(rasio):.2f}  (target <= 3)")
    return int(statistics.median(rasio) > 3)


if __name__ == "__main__":
    sys.exit(utama(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
