"""Which reminders are due now, for all open tasks of all offices: read in a few queries an office, nothing written.

One office with broken data, or one case, must not silence the others: it is left out and told (`Rencana.terlewat`).
"""

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from django.db.models import prefetch_related_objects
from django.urls import reverse

from lapkin.alur.queries import langkah_tugas
from lapkin.alur.tenggat import JamKerjaTidakSah
from lapkin.jejak.ditolak import Ditolak

from ..jatuh import anak_tercapai, belum_terkirim
from ..kalimat import TeksTidakSah, isi_teks
from ..models import Pengingat
from ..queries import (
    alamat_penuh,
    atasan_tugas,
    isian_kalimat,
    isian_lengkap,
    kalender_kerja,
    pemegang_giliran,
    semua_tangga,
    terkirim_semua,
    tugas_ditunggu,
)
from ..tangga import Kepada, Saluran, susun_tangga

STATUS_AWAL = {
    Saluran.PESAN: Pengingat.Status.TERKIRIM,
    Saluran.SUREL: Pengingat.Status.MENUNGGU,
    Saluran.WHATSAPP: Pengingat.Status.SIAP,
}
_CATATAN = logging.getLogger(__name__)
_DAPAT_DIKATAKAN = (Ditolak, JamKerjaTidakSah, TeksTidakSah)


@dataclass(slots=True)
class Rencana:
    """What one office's officers are to be reminded of now, how many of them lack an address for mail, what failed.

    `terlewat`: {sentence: keys of the cases or SOPs left out for it}; without keys the whole office was.
    """

    instansi: object
    daftar: list[Pengingat] = field(default_factory=list)
    tanpa_surel: set[int] = field(default_factory=set)
    terlewat: dict[str, set[str]] = field(default_factory=dict)

    @contextmanager
    def jaga(self, objek=None):
        """Whatever fails inside is about this case or SOP only: noted, logged where it has no sentence."""
        try:
            yield
        except _DAPAT_DIKATAKAN as galat:
            self.lewati(str(galat), objek)
        except Exception as galat:
            _CATATAN.exception("Pengingat %s, %s", self.instansi, objek.kunci if objek else "seluruhnya")
            apa = f"{objek} tidak dapat dibaca" if objek else "tidak dapat diolah"
            self.lewati(f"{apa} ({type(galat).__name__}; lihat catatan galat).", objek)

    def lewati(self, kalimat, objek):
        self.terlewat.setdefault(kalimat, set()).update([objek.kunci] if objek else [])

    @property
    def kalimat_terlewat(self) -> list[str]:
        """One line for each reason, with how much was left out for it."""
        return [
            f"{self.instansi}: {kalimat}" + (f" ({len(kunci)} tidak diingatkan)" if kunci else "")
            for kalimat, kunci in self.terlewat.items()
        ]


@dataclass(slots=True)
class _Jatuh:
    """A task some rungs of whose ladder are reached, with the printed row it belongs to."""

    tugas: object
    tangga: tuple
    tercapai: tuple
    kalender: object
    langkah: object = None
    penanggung_jawab: str = ""

    @property
    def sehari(self) -> int:
        return self.tugas.pelaksanaan.instansi.menit_sehari


def rencana(kini) -> list[Rencana]:
    """The reminders due at a moment, by office, in an order that is the same for every run."""
    per_kantor = {}
    for tugas in tugas_ditunggu(kini):
        per_kantor.setdefault(tugas.pelaksanaan.instansi, []).append(tugas)
    tangga, terkirim, bawaan = semua_tangga(), terkirim_semua(), susun_tangga(())
    hasil = [
        _rencana_kantor(instansi, daftar, tangga.get(instansi.pk, bawaan), terkirim, kini)
        for instansi, daftar in per_kantor.items()
    ]
    return [satu for satu in hasil if satu.daftar or satu.tanpa_surel or satu.terlewat]


def _rencana_kantor(instansi, daftar_tugas, tangga, terkirim, kini) -> Rencana:
    satu = Rencana(instansi)
    with satu.jaga():
        daftar_jatuh = _yang_jatuh(satu, daftar_tugas, tangga, kini)
        orang = {
            Kepada.PELAKSANA: pemegang_giliran(j.tugas for j in daftar_jatuh),
            Kepada.ATASAN: _atasan(daftar_jatuh),
        }
        for jatuh in daftar_jatuh:
            with satu.jaga(jatuh.tugas.pelaksanaan):
                _tambah(satu, jatuh, orang, terkirim, kini)
    return satu


def _yang_jatuh(satu, daftar_tugas, tangga, kini) -> list[_Jatuh]:
    """The tasks with rungs reached, each with its row read; what can't be counted or read is noted in `satu`."""
    kalender = _kalender(satu.instansi)
    daftar_jatuh = []
    for tugas in daftar_tugas:
        with satu.jaga(tugas.pelaksanaan):
            jam = kalender(min(kini, tugas.dibuka_pada), max(kini, tugas.tenggat))
            saat = {"dibuka": tugas.dibuka_pada, "tenggat": tugas.tenggat, "kini": kini}
            sehari = satu.instansi.menit_sehari
            if tercapai := anak_tercapai(tangga, **saat, jam_kerja=jam, sehari=sehari):
                daftar_jatuh.append(_Jatuh(tugas, tangga, tercapai, jam))
    prefetch_related_objects([j.tugas.pelaksanaan for j in daftar_jatuh], "daftar_langkah_tambahan")
    terbaca = []
    for jatuh in daftar_jatuh:
        with satu.jaga(jatuh.tugas.pelaksanaan):
            jatuh.langkah = langkah_tugas(jatuh.tugas)
            jatuh.penanggung_jawab = jatuh.tugas.pelaksanaan.dibaca().penanggung_jawab_berlaku
            terbaca.append(jatuh)
    return terbaca


def _kalender(instansi):
    """A function that gives the working calendar of an office around two moments; what fails is tried once."""

    @cache
    def coba(awal, akhir):
        try:
            return kalender_kerja(instansi, awal, akhir), None
        except Exception as galat:
            return None, galat

    def ambil(dari, sampai):
        kalender, galat = coba(dari.year, sampai.year)
        if galat:
            raise galat
        return kalender

    return ambil


def _atasan(daftar_jatuh):
    perlu = [j for j in daftar_jatuh if any(anak.kepada == Kepada.ATASAN for anak in j.tercapai)]
    peran = {j.tugas.pelaksanaan_id: j.penanggung_jawab for j in perlu}
    return atasan_tugas((j.tugas for j in perlu), peran.get)


def _tambah(satu, jatuh, orang, terkirim, kini):
    """Add to an office's plan what one task brings to each reader."""
    tugas = jatuh.tugas
    daftar = []
    for pegawai, anak in _pasangan(jatuh, orang, terkirim):
        if anak.saluran == Saluran.SUREL and not pegawai.surel:
            satu.tanpa_surel.add(pegawai.pk)
        else:
            daftar.append((pegawai, anak))
    if daftar:
        isian = isian_kalimat(tugas, jatuh.langkah, kini, jatuh.kalender)
        satu.daftar += [_pengingat(tugas, anak, pegawai, isian) for pegawai, anak in daftar]


def _pasangan(jatuh, orang, terkirim):
    """(officer, rung) of a task; who holds the turn is not told as the superior too."""
    tugas = jatuh.tugas
    pelaksana = orang[Kepada.PELAKSANA][tugas.pk]
    atasan = [p for p in orang[Kepada.ATASAN].get(tugas.pk, []) if p not in pelaksana]
    for kepada, daftar_orang in ((Kepada.PELAKSANA, pelaksana), (Kepada.ATASAN, atasan)):
        tercapai = [anak for anak in jatuh.tercapai if anak.kepada == kepada]
        for pegawai in daftar_orang:
            sudah = terkirim.get((tugas.pk, tugas.tenggat, pegawai.pk), ())
            for anak in belum_terkirim(tercapai, jatuh.tangga, sudah, jatuh.sehari):
                yield pegawai, anak


def _pengingat(tugas, anak, pegawai, isian) -> Pengingat:
    jalur = tautan(tugas.pk, anak.kepada)
    isian = isian_lengkap(isian, pegawai) | {"tautan": alamat_penuh(jalur)}
    return Pengingat(
        instansi=tugas.pelaksanaan.instansi,
        tugas=tugas,
        anak=anak.kode,
        saluran=anak.saluran,
        penerima=pegawai,
        tenggat=tugas.tenggat,
        judul=judul(isian),
        teks=isi_teks(anak.teks, isian),
        tautan=jalur,
        status=STATUS_AWAL[Saluran(anak.saluran)],
    )


def judul(isian) -> str:
    """The subject of a mail, and the line under which the outbox shows a reminder."""
    return f"Pengingat: {isian['kegiatan'][:300]} ({isian['sisa']})"


def tautan(tugas, kepada) -> str:
    """Where a reader of a reminder goes: to the task (id), or from above to the page that reminds its holder."""
    return reverse("tugas" if kepada == Kepada.PELAKSANA else "ingatkan_tugas", args=[tugas])
