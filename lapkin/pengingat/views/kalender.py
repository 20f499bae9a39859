"""The officer's own calendar: its secret address, and the feed that telephones read from it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .. import actions
from ..kalender_ics import tulis_kalender
from ..models import AlamatKalender
from ..queries import alamat_penuh, butir_kalender, pemilik_kalender, token_kalender


@never_cache
@require_GET
def lihat(request):
    alamat = AlamatKalender.objects.filter(pegawai=request.user).first()
    penuh = alamat_penuh(reverse("kalender_ics", args=[token_kalender(alamat)])) if alamat else ""
    konteks = {
        "alamat_kalender": alamat,
        "alamat_penuh": penuh,
        "alamat_webcal": f"webcal://{penuh.split('://', 1)[1]}" if penuh else "",
    }
    return render(request, "pengingat/kalender.html", konteks)


@require_POST
def buat(request):
    actions.buat_alamat(pegawai=request.user)
    messages.success(request, "Alamat kalender dibuat. Alamat yang lama, bila ada, tidak berlaku lagi.")
    return redirect("kalender_saya")


@require_POST
def cabut(request):
    actions.cabut_alamat(pegawai=request.user)
    messages.success(
        request, "Alamat kalender dicabut; perangkat yang memakainya tidak lagi menerima tenggat."
    )
    return redirect("kalender_saya")


@login_not_required
@require_GET
def ics(request, token):
    """The feed: whoever has the address reads it without signing in; a wrong one is not found."""
    pegawai = pemilik_kalender(token)
    if pegawai is None:
        raise Http404
    isi = tulis_kalender(
        butir_kalender(pegawai),
        nama="Tenggat Lapkin",
        zona=pegawai.instansi.zona_waktu if pegawai.instansi else settings.TIME_ZONE,
        tuan=urlsplit(settings.ALAMAT).hostname,
        dibuat=timezone.now(),
    )
    jawaban = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
    jawaban["Content-Disposition"] = 'inline; filename="lapkin.ics"'
    jawaban["X-Robots-Tag"] = "noindex"
    return jawaban
