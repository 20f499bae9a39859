"""Which reminders are due now, for all open tasks of all offices: read in a few queries, nothing written."""

from dataclasses import dataclass, field
from functools import cache

from django.db.models import prefetch_related_objects
from django.urls import reverse

from ..jatuh import anak_tercapai, belum_terkirim
from ..kalimat import isi_teks
from ..models import Pengingat
from ..queries import (
    alamat_penuh,
    atasan_tugas,
    isian_kalimat,
    isian_lengkap,
    kalender_kerja,
    penerima_tugas,
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


@dataclass(slots=True)
class Rencana:
    """What one office's officers are to be reminded of now, and how many of them lack an address for mail."""

    instansi: object
    daftar: list[Pengingat] = field(default_factory=list)
    tanpa_surel: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Jatuh:
    """A task some rungs of whose ladder are reached."""

    tugas: object
    tangga: tuple
    tercapai: tuple
    kalender: object

    @property
    def sehari(self) -> int:
        return self.tugas.pelaksanaan.instansi.menit_sehari


def rencana(kini) -> list[Rencana]:
    """The reminders due at a moment, by office, in an order that is the same for every run."""
    daftar_jatuh = _yang_jatuh(kini)
    kasus = {j.tugas.pelaksanaan_id: j.tugas.pelaksanaan for j in daftar_jatuh}
    prefetch_related_objects(list(kasus.values()), "daftar_langkah_tambahan")
    isi = cache(lambda pk: kasus[pk].dibaca())
    orang = {
        Kepada.PELAKSANA: penerima_tugas(j.tugas for j in daftar_jatuh),
        Kepada.ATASAN: atasan_tugas(
            (j.tugas for j in daftar_jatuh if any(a.kepada == Kepada.ATASAN for a in j.tercapai)),
            lambda pk: isi(pk).penanggung_jawab_berlaku,
        ),
    }
    terkirim = terkirim_semua()
    hasil = {}
    for jatuh in daftar_jatuh:
        instansi = jatuh.tugas.pelaksanaan.instansi
        satu = hasil.setdefault(instansi.pk, Rencana(instansi))
        _tambah(satu, jatuh, orang, terkirim, isi, kini)
    return [satu for satu in hasil.values() if satu.daftar or satu.tanpa_surel]


def _yang_jatuh(kini) -> list[_Jatuh]:
    daftar_tugas = list(tugas_ditunggu())
    kalender, tangga = _kalender(daftar_tugas, kini), semua_tangga()
    bawaan = susun_tangga(())
    hasil = []
    for tugas in daftar_tugas:
        instansi = tugas.pelaksanaan.instansi
        miliknya = tangga.get(instansi.pk, bawaan)
        tercapai = anak_tercapai(
            miliknya,
            dibuka=tugas.dibuka_pada,
            tenggat=tugas.tenggat,
            kini=kini,
            jam_kerja=kalender[instansi.pk],
            sehari=instansi.menit_sehari,
        )
        if tercapai:
            hasil.append(_Jatuh(tugas, miliknya, tercapai, kalender[instansi.pk]))
    return hasil


def _kalender(daftar_tugas, kini):
    """By office (id) its working calendar over all the years its tasks touch."""
    saat = {}
    for tugas in daftar_tugas:
        per_kantor = saat.setdefault(tugas.pelaksanaan.instansi_id, (tugas.pelaksanaan.instansi, [kini]))
        per_kantor[1].extend((tugas.dibuka_pada, tugas.tenggat))
    return {pk: kalender_kerja(instansi, min(s), max(s)) for pk, (instansi, s) in saat.items()}


def _tambah(satu, jatuh, orang, terkirim, isi, kini):
    """Add to an office's plan what one task brings to each reader."""
    tugas = jatuh.tugas
    daftar = []
    for pegawai, anak in _pasangan(jatuh, orang, terkirim):
        if anak.saluran == Saluran.SUREL and not pegawai.surel:
            satu.tanpa_surel.add(pegawai.pk)
        else:
            daftar.append((pegawai, anak))
    if daftar:
        isian = isian_kalimat(tugas, isi(tugas.pelaksanaan_id).cari(tugas.langkah), kini, jatuh.kalender)
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
    jalur = tautan(tugas, anak.kepada)
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
    """Where a reader of a reminder goes: to the task, or from above to the page that reminds its holder."""
    return reverse("tugas" if kepada == Kepada.PELAKSANA else "ingatkan_tugas", args=[tugas.pk])
