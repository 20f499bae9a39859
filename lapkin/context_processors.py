"""What the pages show around their content."""

from lapkin.jejak.queries import jumlah_belum_dibaca
from lapkin.organisasi.queries import belum_dipasang, sebutan_pegawai


def kerangka(request):
    """The menu's data: who is signed in and as what."""
    pegawai = getattr(request, "user", None)
    masuk = bool(pegawai and pegawai.is_authenticated)
    return {
        "pegawai": pegawai if masuk else None,
        "sebutan_pegawai": _sebutan(request) if masuk else "",
        "jumlah_pemberitahuan": jumlah_belum_dibaca(pegawai) if masuk else 0,
        "instansi_saya": pegawai.instansi if masuk else None,
    }


def _sebutan(request) -> str:
    """As what the officer is signed in; a view that has asked this already left the answer on the request."""
    return sebutan_pegawai(request.user, kini=getattr(request, "kedudukan", None))


def pemasangan(request):
    """For the door: whether this is a new installation. Only a template that uses it asks the database."""
    return {"belum_dipasang": belum_dipasang}
