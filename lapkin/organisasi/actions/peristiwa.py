"""The event that an act on something of an instansi leaves; the rooms above use it too."""

from lapkin.jejak.actions import catat

from ..queries import sebutan_pegawai

# The chain of accounts that belong to no instansi: those made by `createsuperuser`.
TANPA_INSTANSI = "instansi:-"


def catat_di(instansi, pegawai, jenis, objek, uraian, /, *, sebagai="", rujukan="", **data):
    """Add an event to the chain of an instansi; `sebagai` "" stands for all posts the officer holds today."""
    return catat(
        rantai=instansi.kunci if instansi else TANPA_INSTANSI,
        pegawai=pegawai,
        sebagai=sebagai or sebutan_pegawai(pegawai),
        jenis=jenis,
        objek=objek,
        rujukan=rujukan,
        uraian=uraian,
        data=data,
    )
