"""Mail through a real SMTP server: sent once, kept when it fails, tried again, never twice after success."""

import socket
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.utils import timezone

from lapkin.alur.tests.bantuan import kerjakan
from lapkin.jejak.ditolak import Ditolak
from lapkin.pengingat.actions import ingatkan, kirim_surel, kirim_ulang
from lapkin.pengingat.models import Pengingat

from .bantuan import TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db


class Penerima:
    """The office's mail server: keeps what it takes; answers with `galat` while that is set."""

    def __init__(self):
        self.surat = []
        self.galat = ""

    async def handle_DATA(self, server, session, envelope):
        if self.galat:
            return self.galat
        self.surat.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


class Peladen(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="uji")


def port_kosong():
    with socket.create_server(("127.0.0.1", 0)) as soket:
        return soket.getsockname()[1]


@pytest.fixture
def peladen(settings):
    """A mail server on a free port, to which the installation is set."""
    penerima = Penerima()
    pengendali = Peladen(penerima, hostname="127.0.0.1", port=port_kosong())
    pengendali.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = pengendali.port
    settings.EMAIL_USE_TLS = False
    settings.DEFAULT_FROM_EMAIL = "Lapkin <lapkin@contoh.go.id>"
    yield penerima
    pengendali.stop()


def surel():
    return Pengingat.objects.get(saluran="surel")


def test_a_mail_arrives_once_with_its_words_whole(peladen):
    _, kadis, _ = kasus_bertenggat()
    ingatkan(kini=TENGGAT)
    ingatkan(kini=TENGGAT)
    (surat,) = peladen.surat
    assert (surat["To"], surat["From"]) == (kadis.surel, "Lapkin <lapkin@contoh.go.id>")
    assert surat["Subject"] == surel().judul
    assert surat.get_content().splitlines() == surel().teks.splitlines()
    assert surel().status == "terkirim"
    assert surel().dikirim_pada


def test_a_mail_that_is_refused_is_kept_with_its_error_and_goes_out_later(peladen):
    kasus_bertenggat()
    peladen.galat = "451 Kotak penuh"
    hasil = ingatkan(kini=TENGGAT)
    assert (hasil.surel_terkirim, hasil.surel_gagal) == (0, 1)
    assert (surel().status, surel().percobaan) == ("gagal", 1)
    assert "Kotak penuh" in surel().galat
    peladen.galat = ""
    assert ingatkan(kini=TENGGAT).surel_terkirim == 1
    assert ingatkan(kini=TENGGAT).surel_terkirim == 0
    assert len(peladen.surat) == 1


def test_a_server_that_does_not_answer_fails_no_run(settings, peladen):
    kasus_bertenggat()
    pintu, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert ingatkan(kini=TENGGAT).surel_gagal == 1
    assert surel().galat
    settings.EMAIL_PORT = pintu
    assert ingatkan(kini=TENGGAT).surel_terkirim == 1


def test_after_ten_attempts_a_mail_waits_for_a_person(peladen):
    _, _, pengelola = kasus_bertenggat()
    peladen.galat = "550 Tidak dikenal"
    for _ in range(12):
        ingatkan(kini=TENGGAT)
    assert surel().percobaan == 10
    kirim_ulang(pegawai=pengelola, pengingat=surel())
    peladen.galat = ""
    assert kirim_surel() == (1, 0)


def test_a_mail_whose_run_died_is_not_sent_again_unless_a_person_says_so(peladen):
    _, _, pengelola = kasus_bertenggat()
    peladen.galat = "451 Nanti"
    ingatkan(kini=TENGGAT)
    peladen.galat = ""
    Pengingat.objects.filter(saluran="surel").update(status="sedang", diambil_pada=timezone.now())
    assert kirim_surel() == (0, 0)
    with pytest.raises(Ditolak, match="gagal atau tidak pasti"):
        kirim_ulang(pegawai=pengelola, pengingat=surel())
    Pengingat.objects.filter(saluran="surel").update(diambil_pada=timezone.now() - timedelta(minutes=16))
    kirim_ulang(pegawai=pengelola, pengingat=surel())
    assert kirim_surel() == (1, 0)


def test_a_mail_about_a_task_that_is_done_meanwhile_does_not_go_out(peladen):
    tugas, _, _ = kasus_bertenggat()
    peladen.galat = "451 Nanti"
    ingatkan(kini=TENGGAT)
    kerjakan(tugas)
    peladen.galat = ""
    ingatkan(kini=TENGGAT)
    assert peladen.surat == []
    assert surel().status == "batal"
