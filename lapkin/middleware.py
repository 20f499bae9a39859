"""Function middleware of our own: a request's number, own passwords first, refusals as pages, GETs that can't write."""

import logging
import re
import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import OperationalError, connection
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lapkin.jejak.ditolak import Ditolak

from .permintaan import lepas_nomor_permintaan, pakai_nomor_permintaan

AMAN = {"GET", "HEAD", "OPTIONS"}
# allauth's own views may keep their rate limits and sessions; the admin site only shows.
DIKECUALIKAN = ("/akun/",)
BACA = ("SELECT", "EXPLAIN", "PRAGMA", "SHOW", "WITH", "SAVEPOINT", "RELEASE", "SET ")
# PostgreSQL writes in WITH and EXPLAIN ANALYZE too.
MENULIS_DI_DALAM = re.compile(r"(WITH|EXPLAIN)\b.*\b(INSERT|UPDATE|DELETE|MERGE)\b", re.DOTALL)
# What PostgreSQL calls a deadlock, a failed serialization, and a lock it no longer waits for.
BEREBUT = {"40P01", "40001", "55P03"}


class MenulisDalamGet(RuntimeError):
    """A view tried to write while answering a GET; a fault of the program, never of the officer."""


def nomor_permintaan(get_response):
    """Give each request a number, which every event of the request carries."""

    def middleware(request):
        token = pakai_nomor_permintaan(str(uuid.uuid4()))
        try:
            return get_response(request)
        finally:
            lepas_nomor_permintaan(token)

    return middleware


def alamat_wajar(get_response):
    """Answer 404 to an address with a NUL, which no text of the database can hold."""

    def middleware(request):
        if "\0" in request.path or "%00" in request.META["QUERY_STRING"]:
            raise Http404
        return get_response(request)

    return middleware


def milik_pribadi(get_response):
    """Keep pages of officers out of shared caches; the own browser asks again, but goes back without losing input."""

    def middleware(request):
        jawaban = get_response(request)
        jawaban.headers.setdefault("Cache-Control", "private, no-cache")
        return jawaban

    return middleware


def sandi_sendiri_dahulu(get_response):
    """Lead a person whose password another one knows to the page that changes it, before anything else."""

    def middleware(request):
        harus_ganti = request.user.is_authenticated and request.user.sandi_sementara
        if harus_ganti and not request.path.startswith(("/akun/", settings.STATIC_URL)):
            return redirect(_ganti_sandi(request))
        return get_response(request)

    return middleware


def _ganti_sandi(request):
    """The page that changes the own password, from which one goes on to what was asked for."""
    kelanjutan = {"next": request.get_full_path()} if request.method in AMAN else None
    return reverse("account_change_password", query=kelanjutan)


def ditolak_jadi_halaman(get_response):
    """Show the sentence of a refusal as a page (or, under htmx, as a fragment) with status 409.

    An act that lost a race for the database's locks has changed nothing either; it is asked for once more (503).
    """

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, Ditolak):
            return _halaman_ditolak(request, str(exception), 409)
        if isinstance(exception, OperationalError) and _kalah_berebut(exception):
            logging.getLogger(__name__).warning("Kalah berebut kunci: %s", request.path, exc_info=exception)
            pesan = "Beberapa orang menyimpan pada saat yang sama. Kirim sekali lagi."
            return _halaman_ditolak(request, pesan, 503)
        return None

    middleware.process_exception = process_exception
    return middleware


def _halaman_ditolak(request, pesan, status):
    konteks = {"pesan": pesan, "kembali": asal_permintaan(request)}
    return render(request, "ditolak.html", konteks, status=status)


def asal_permintaan(request) -> str:
    """The page of ours from which a request came; "" when it is unknown, foreign, or refused itself."""
    asal = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(asal, {request.get_host()}, require_https=request.is_secure()):
        return ""
    bagian = urlsplit(asal)
    if not bagian.netloc or (request.method in AMAN and bagian.path == request.path):
        return ""
    # With its host, which was checked: a path alone may begin with two slashes, which leads elsewhere.
    return bagian._replace(fragment="").geturl()


def _kalah_berebut(salah) -> bool:
    return getattr(salah.__cause__, "sqlstate", "") in BEREBUT or "database is locked" in str(salah)


def _tolak_tulisan(execute, sql, params, many, context):
    perintah = sql.lstrip(" \n(").upper()
    if not perintah.startswith(BACA) or MENULIS_DI_DALAM.match(perintah):
        raise MenulisDalamGet(sql.split("(")[0][:80])
    return execute(sql, params, many, context)


def baca_saja_dalam_get(get_response):
    """Refuse every statement but a reading one while a GET is answered (architecture rule 8)."""

    def middleware(request):
        if request.method not in AMAN or request.path.startswith(DIKECUALIKAN):
            return get_response(request)
        with connection.execute_wrapper(_tolak_tulisan):
            return get_response(request)

    return middleware
