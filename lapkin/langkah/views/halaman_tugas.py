"""What the page of one task shows, for the views that answer with it."""

from lapkin.alur.queries import (
    cadangan_kasus,
    daftar_kelengkapan,
    jeda_berjalan,
    kalender_kasus,
    kelengkapan_kurang,
    langkah_dilewati,
    langkah_tugas,
    sebagai_giliran,
    sebagai_pengatur_tenggat,
    tujuan_kembali,
)
from lapkin.jejak.queries import jejak
from lapkin.organisasi.queries import instansi_pegawai, kedudukan
from lapkin.sop.kata_sop import kata_disimpulkan

from ..daftar import LANGKAH
from ..dasar import tugas_langkah
from ..forms import FormCatatan, FormKembalikan
from ..giliran import sisa_waktu
from ..isian_jam import FormTenggat, FormTunda
from ..jadwal import kata_sisa
from .pengalihan import konteks_alih

AWALAN_TUNDA, AWALAN_TENGGAT = "tunda_%s", "tenggat_%s"


def isi_halaman(
    request, tugas, *, isian=None, form_kembalikan=None, form_tutup=None, form_tunda=None, form_tenggat=None
):
    """All that `langkah/tugas.html` shows; a form that was sent in vain stands in the place of the fresh one."""
    langkah = langkah_tugas(tugas)
    request.kedudukan = kini = getattr(request, "kedudukan", None) or kedudukan(request.user)
    giliran_saya = bool(_dapat_dikerjakan(tugas) and sebagai_giliran(request.user, tugas, kini))
    kantor_saya = tugas.pelaksanaan.instansi_id in instansi_pegawai(request.user, kini)
    kalender = kalender_kasus(tugas.pelaksanaan)
    jam = _konteks_jam(tugas, request.user, kini, giliran_saya, kalender, form_tunda, form_tenggat)
    isi = {
        "tugas": tugas,
        "langkah": langkah,
        "disimpulkan": kata_disimpulkan(langkah),
        "sop": tugas.pelaksanaan.dibaca(),
        "giliran_saya": giliran_saya,
        "sisa": sisa_waktu(tugas, kalender, jam["jeda"]),
        "daftar_kelengkapan": daftar_kelengkapan(tugas),
        "kelengkapan_kurang": kelengkapan_kurang(tugas),
        "daftar_output": tugas.daftar_output.select_related("berkas"),
        "tugas_langkah": tugas_langkah(tugas),
        "riwayat": _riwayat(tugas, kantor_saya),
        "boleh_lihat_pekerjaan": kantor_saya,
        "form_kembalikan": None,
        "form_tutup": None,
        "dilewati": langkah_dilewati(tugas.pelaksanaan_id),
        **konteks_alih(tugas, request.user, kini),
        **jam,
    }
    if not giliran_saya:
        return isi
    jenis = LANGKAH[tugas.jenis]
    if tujuan_kembali(tugas):
        isi["form_kembalikan"] = form_kembalikan or FormKembalikan(tugas=tugas)
    if tugas.penghimpun:
        isi["form_tutup"] = form_tutup or FormCatatan()
    return isi | {
        "jenis": jenis,
        "isian": isian or jenis.Isian(tugas=tugas, pegawai=request.user),
        "templat": f"langkah/{jenis.__name__.rsplit('.', 1)[-1]}.html",
        **jenis.konteks(tugas, request.user),
    }


def _dapat_dikerjakan(tugas) -> bool:
    return (
        tugas.status == tugas.Status.TERBUKA and tugas.pelaksanaan.status == tugas.pelaksanaan.Status.BERJALAN
    )


def _riwayat(tugas, kantor_saya):
    """The trail of the case; an officer of another office sees that of his own task only."""
    peristiwa = jejak(tugas.pelaksanaan.kunci)
    return peristiwa if kantor_saya else peristiwa.filter(rujukan=tugas.kunci)


def _kata_sisa(pelaksanaan, kalender):
    return kata_sisa(pelaksanaan, kalender, *cadangan_kasus(pelaksanaan, kalender))


def _konteks_jam(tugas, pegawai, kini, giliran_saya, kalender, form_tunda, form_tenggat) -> dict:
    """What the part of the page about the clock shows: the pause, the forms this officer may use, the reserve."""
    terbuka = tugas.status == tugas.Status.TERBUKA
    jeda = jeda_berjalan(tugas) if terbuka else None
    boleh_mengatur = terbuka and sebagai_pengatur_tenggat(pegawai, tugas, kini)
    return {
        "jeda": jeda,
        "form_tunda": (form_tunda or FormTunda(auto_id=AWALAN_TUNDA)) if giliran_saya and not jeda else None,
        "boleh_lanjut": bool(giliran_saya and jeda),
        "form_tenggat": (
            (form_tenggat or FormTenggat(tugas=tugas, auto_id=AWALAN_TENGGAT)) if boleh_mengatur else None
        ),
        "cadangan": _kata_sisa(tugas.pelaksanaan, kalender) if terbuka else None,
    }
