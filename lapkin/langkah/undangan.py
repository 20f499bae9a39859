"""The invitation to a meeting: a letter of the meeting's task, and a notice to those invited."""

from datetime import date

from django import forms
from django.urls import reverse

from lapkin.alur.queries import langkah_tugas
from lapkin.bahasa.tanggal import lengkap
from lapkin.isian import IsianTanggal
from lapkin.jejak.actions import beri_tahu
from lapkin.naskah.models import Naskah
from lapkin.organisasi.queries import anggota, penugasan_berlaku

from .dasar import mengerjakan, pastikan_dapat_dikerjakan
from .isian_tugas import IsianTugas, baris_teks, teks_panjang
from .naskah_tugas import rancang_naskah_tugas, simpan_naskah_tugas
from .pihak import daftar_pihak, ikatan_sop

BENTUK = "undangan"


class Isian(IsianTugas):
    """Hari, tanggal, waktu, tempat, acara, and who is invited."""

    acara = forms.CharField(label="Acara", max_length=300)
    hari = forms.DateField(
        label="Hari dan tanggal acara",
        widget=IsianTanggal,
        error_messages={"required": "Isi tanggal rapat.", "invalid": "Tanggal rapat tidak terbaca."},
    )
    waktu = forms.CharField(
        label="Waktu",
        max_length=100,
        initial="09.00 s.d. selesai",
        error_messages={"required": "Isi waktu rapat."},
    )
    tempat = forms.CharField(label="Tempat", max_length=200, error_messages={"required": "Isi tempat rapat."})
    tujuan = teks_panjang(
        "Yang diundang",
        help_text="Satu jabatan atau nama tiap baris.",
        error_messages={"required": "Tuliskan paling sedikit satu undangan."},
    )
    pembuka = teks_panjang("Maksud undangan", rows=3)

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        acara = langkah_tugas(tugas).kegiatan
        self.initial |= {
            "acara": acara,
            "tujuan": "\n".join(daftar_pihak(tugas)),
            "pembuka": f"Dalam rangka {tugas.pelaksanaan}, dengan ini kami mengundang Saudara hadir pada:",
        }


def undangan_tugas(tugas) -> Naskah | None:
    """The invitation issued in this round of the meeting's task; None when there is none."""
    return Naskah.objects.filter(tugas=tugas, bentuk=BENTUK).select_related("konsep").order_by("-pk").first()


def terbitkan(*, pegawai, tugas, isian) -> str:
    """Freeze the invitation (a second one replaces the first) and tell those invited who hold a post here."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    isi = isian | {"tujuan": baris_teks(isian["tujuan"])}
    rancangan = rancang_naskah_tugas(
        pegawai=pegawai,
        tugas=tugas,
        bentuk=BENTUK,
        isi=isi,
        hal=f"Undangan: {isian['acara']}",
        konsep=undangan_tugas(tugas),
    )
    with mengerjakan(pegawai, tugas):
        simpan_naskah_tugas(pegawai=pegawai, tugas=tugas, rancangan=rancangan)
        diundang = _orang_diundang(tugas, isi["tujuan"])
        tautan = reverse("pekerjaan", args=[tugas.pelaksanaan_id])
        beri_tahu([(orang, _kabar(isian), tautan) for orang in diundang])
    return f"Undangan terbit; {len(diundang)} orang diberi tahu. Isi notulanya setelah rapat."


def _kabar(isian) -> str:
    hari: date = isian["hari"]
    return f"Undangan: {isian['acara']}, {lengkap(hari)}, {isian['waktu']}, di {isian['tempat']}."


def _orang_diundang(tugas, daftar_nama):
    """The holders of the posts and the members of the teams of this SOP that the invitation names."""
    bernama = [baris for baris in ikatan_sop(tugas) if str(baris.jabatan or baris.tim) in daftar_nama]
    jabatan = [baris.jabatan_id for baris in bernama if baris.jabatan_id]
    orang = {p.pegawai for p in penugasan_berlaku().filter(jabatan__in=jabatan)}
    return orang.union(*(anggota(baris.tim_id) for baris in bernama if baris.tim_id))
