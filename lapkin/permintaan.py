"""The number of the request being served: acts called inside one request share it in their events."""

from contextvars import ContextVar

_nomor = ContextVar("nomor_permintaan", default="")


def nomor_permintaan_ini() -> str:
    """The running request's number; empty outside a request."""
    return _nomor.get()


def pakai_nomor_permintaan(nomor: str):
    """Set the number for the running context and return the token that undoes it."""
    return _nomor.set(nomor)


def lepas_nomor_permintaan(token) -> None:
    """Forget the number that `pakai_nomor_permintaan` set."""
    _nomor.reset(token)
