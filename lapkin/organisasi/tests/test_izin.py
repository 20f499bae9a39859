"""The acts themselves ask who the officer is, whatever page or command calls them."""

import inspect
from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions
from lapkin.organisasi.models import AnggotaTim, HariLibur, Pegawai, Penugasan, Tim
from lapkin.organisasi.queries import mengelola

HARI = date(2026, 3, 2)
# The act and what it is told, from a dinas with a team, a day off and a closed account (`lengkap`).
ACTS = {
    "akhiri_keanggotaan": lambda d: {"keanggotaan": d.keanggotaan},
    "akhiri_penugasan": lambda d: {"penugasan": d.penugasan, "sampai": HARI},
    "aktifkan_pegawai": lambda d: {"orang": d.nonaktif},
    "bentuk_tim": lambda d: {"instansi": d.instansi, "nama": "Tim Baru", "tahun": 2026},
    "buat_sandi_baru": lambda d: {"orang": d.kadis},
    "ganti_lambang": lambda d: {"instansi": d.instansi, "unggahan": None},
    "hapus_libur": lambda d: {"hari": d.libur},
    "nonaktifkan_pegawai": lambda d: {"orang": d.kadis},
    "tambah_anggota": lambda d: {"tim": d.tim, "orang": d.sekdin},
    "tambah_instansi": lambda d: {"induk": d.instansi, "kode": "upt", "nama": "UPT"},
    "tambah_jabatan": lambda d: {"instansi": d.instansi, "nama": "Analis"},
    "tambah_libur": lambda d: {"instansi": d.instansi, "tanggal": HARI, "nama": "Hari jadi"},
    "tambah_pegawai": lambda d: {
        "instansi": d.instansi, "username": "baru", "nama": "Baru", "pengelola": True
    },
    "tambah_unit": lambda d: {"instansi": d.instansi, "nama": "Bidang Data", "jenis": "bidang"},
    "tugaskan": lambda d: {"jabatan": d.jabatan_kadis, "orang": d.staf, "jenis": "plh", "dari": HARI},
    "ubah_instansi": lambda d: {"instansi": d.instansi, "nama": "Dinas Lain"},
    "ubah_jabatan": lambda d: {"jabatan": d.jabatan_kadis, "nama": "Kepala Badan"},
    "ubah_pegawai": lambda d: {"orang": d.staf, "pengelola": True},
    "ubah_tim": lambda d: {"tim": d.tim, "nama": "Tim Lain"},
    "ubah_unit": lambda d: {"unit": d.unit, "nama": "Sekretariat Lain"},
}  # fmt: skip
# A first set-up, what one does for oneself or as holder of a post, what a signed SK decides, and the event itself.
TANPA_PENGELOLA = {
    "pasang_kantor",
    "ganti_sandi",
    "limpahkan",
    "cabut_pelimpahan",
    "berlakukan_sk",
    "catat_di",
}


@pytest.fixture
def lengkap(dinas):
    """The dinas with a row for every act."""
    tim = Tim.objects.create(instansi=dinas.instansi, nama="Tim LKjIP", tahun=2026)
    return SimpleNamespace(
        instansi=dinas.instansi,
        kadis=dinas.kadis,
        sekdin=dinas.sekdin,
        staf=dinas.staf,
        pengelola=dinas.pengelola,
        orang_luar=dinas.orang_luar,
        jabatan_kadis=dinas.jabatan["kadis"],
        unit=dinas.unit[0],
        tim=tim,
        keanggotaan=AnggotaTim.objects.create(tim=tim, pegawai=dinas.staf, dari=date(2020, 1, 2)),
        penugasan=Penugasan.objects.get(pegawai=dinas.sekdin),
        libur=HariLibur.objects.create(instansi=dinas.instansi, tanggal=date(2026, 1, 28), nama="Hari jadi"),
        nonaktif=Pegawai.objects.create(
            username="lama", nama="Lama", instansi=dinas.instansi, is_active=False
        ),
    )


def _isi_kantor():
    """Everything that the acts of this room may change, for a comparison before and after."""
    return {
        model: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("organisasi").get_models()
    }


def test_every_act_of_the_room_is_tried_below():
    acts = {
        nama
        for nama in actions.__all__
        if "pegawai" in inspect.signature(getattr(actions, nama)).parameters
        and not nama.startswith(("pastikan", "boleh"))
    }
    assert acts == (ACTS.keys() | TANPA_PENGELOLA) - {"pasang_kantor"}


@pytest.mark.parametrize("siapa", ["staf", "pengelola_lain"])
@pytest.mark.parametrize("nama", ACTS)
def test_who_does_not_manage_the_office_changes_nothing_in_it(lengkap, nama, siapa):
    orang = lengkap.staf
    if siapa == "pengelola_lain":
        orang = lengkap.orang_luar
        orang.pengelola = True
        orang.save()
    sebelum = _isi_kantor()
    with pytest.raises(Ditolak, match=f"Hanya pengelola {lengkap.instansi} yang dapat melakukan ini"):
        getattr(actions, nama)(pegawai=orang, **ACTS[nama](lengkap))
    assert _isi_kantor() == sebelum
    assert not Peristiwa.objects.exists()


@pytest.mark.parametrize("nama", sorted(ACTS.keys() - {"ganti_lambang"}))
def test_who_manages_it_or_the_pemda_above_may(lengkap, nama):
    lengkap.pengelola.instansi = lengkap.instansi.induk
    lengkap.pengelola.save()
    getattr(actions, nama)(pegawai=lengkap.pengelola, **ACTS[nama](lengkap))
    assert Peristiwa.objects.get().pegawai == lengkap.pengelola


def test_an_account_of_no_office_manages_none_and_is_managed_by_none(dinas):
    pemasang = Pegawai.objects.create_superuser("pemasang", pengelola=True)
    assert not mengelola(pemasang, dinas.instansi)
    assert not mengelola(pemasang, None)
    with pytest.raises(Ditolak, match="Hanya pengelola instansinya"):
        actions.buat_sandi_baru(pegawai=dinas.pengelola, orang=pemasang)
