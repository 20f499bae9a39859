"""The environment of our own templates: strict, escaping, with the one set of formatters."""

from functools import lru_cache

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from lapkin.bahasa import angka, tanggal


def waktu(nilai) -> str:
    """A moment in the office's way: "Sen, 11 Jan 2027 14.30"."""
    return tanggal.saat(timezone.localtime(nilai))


def hari(nilai) -> str:
    """The day of a date or a moment: "Sen, 11 Jan 2027"."""
    return tanggal.pendek(timezone.localtime(nilai).date() if hasattr(nilai, "hour") else nilai)


@lru_cache(maxsize=4096)
def alamat(nama, *args, **kwargs) -> str:
    """The address of a view by its name; addresses are fixed while a process runs."""
    return reverse(nama, args=args or None, kwargs=kwargs or None)


def environment(**pilihan):
    env = Environment(**{**pilihan, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})
    # Addresses of files do not change while a process runs.
    env.globals.update(static=lru_cache(maxsize=256)(static), alamat=alamat, pesan_untuk=get_messages)
    env.filters.update(
        waktu=waktu,
        hari=hari,
        tanggal_panjang=tanggal.panjang,
        angka=angka.tulis,
        rupiah=angka.rupiah,
        lama=tanggal.lama,
    )
    return env
