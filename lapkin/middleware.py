"""Function middleware of our own: the request's number, refusals as pages, and GETs that cannot write."""

import uuid

from django.db import connection
from django.shortcuts import render

from lapkin.jejak.ditolak import Ditolak

from .permintaan import lepas_nomor_permintaan, pakai_nomor_permintaan

AMAN = {"GET", "HEAD", "OPTIONS"}
# allauth's own views may keep their rate limits and sessions; the admin site only shows.
DIKECUALIKAN = ("/akun/",)
BACA = ("SELECT", "EXPLAIN", "PRAGMA", "SHOW", "WITH", "SAVEPOINT", "RELEASE", "SET ")


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


def ditolak_jadi_halaman(get_response):
    """Show the sentence of a refusal as a page (or, under htmx, as a fragment) with status 409."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, Ditolak):
            return render(request, "ditolak.html", {"pesan": str(exception)}, status=409)
        return None

    middleware.process_exception = process_exception
    return middleware


def _tolak_tulisan(execute, sql, params, many, context):
    if not sql.lstrip(" (").upper().startswith(BACA):
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
