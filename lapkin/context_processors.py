"""What every page of ours shows around its content."""

from lapkin.jejak.queries import pemberitahuan_belum_dibaca
from lapkin.organisasi.queries import sebutan_pegawai


def kerangka(request):
    """The menu's data: who is signed in and as what."""
    pegawai = getattr(request, "user", None)
    masuk = bool(pegawai and pegawai.is_authenticated)
    return {
        "pegawai": pegawai if masuk else None,
        "sebutan_pegawai": sebutan_pegawai(pegawai) if masuk else "",
        "jumlah_pemberitahuan": pemberitahuan_belum_dibaca(pegawai).count() if masuk else 0,
        "instansi_saya": pegawai.instansi if masuk else None,
    }
