"""The answer that carries a kept file; who may have it is decided by the room whose paper it is."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .queries import baca


def jawaban_berkas(berkas, *, sebaris=False) -> HttpResponse:
    """A download of a kept file, checked against its hash; `sebaris` shows a PDF or picture in place."""
    jawaban = HttpResponse(baca(berkas), content_type=berkas.jenis)
    boleh_sebaris = sebaris and berkas.jenis in {"application/pdf", "image/png", "image/jpeg"}
    jawaban.headers["Content-Disposition"] = content_disposition_header(not boleh_sebaris, berkas.nama)
    jawaban.headers["X-Content-Type-Options"] = "nosniff"
    jawaban.headers["ETag"] = f'"{berkas.sha256}"'
    return jawaban
