"""Reading cases and tasks; permission is the query."""

from datetime import time

from django.db.models import Q

from lapkin.organisasi.kalender import libur_nasional
from lapkin.organisasi.models import Instansi
from lapkin.organisasi.queries import hari_libur, instansi_pegawai, kedudukan

from .bagan import LUAR, Langkah
from .models import Kelengkapan, Output, Pelaksanaan, Peran, Sop, Tugas
from .tenggat import JamKerja, batas_tanggal, paling_awal, tenggat
from .waktu import Satuan, menit_kerja


def sop_terlihat(pegawai):
    """The SOPs an officer may read: those of the offices he belongs to or manages."""
    return Sop.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related("instansi")


def pelaksanaan_terlihat(pegawai):
    """The cases an officer may see: those of his own offices; never a case of another PD."""
    return Pelaksanaan.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related(
        "instansi", "sop", "revisi"
    )


def giliran(pegawai):
    """Syarat: tasks of the posts and teams an officer holds today."""
    kini = kedudukan(pegawai)
    return Q(jabatan__in=list(kini.jabatan)) | Q(tim__in=list(kini.tim))


def tugas_saya(pegawai):
    """The open tasks whose turn is this officer's, the earliest due first."""
    return (
        Tugas.objects.terbuka()
        .filter(giliran(pegawai), pelaksanaan__status=Pelaksanaan.Status.BERJALAN)
        .select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi")
        .order_by("tenggat", "pk")
    )


def tugas_terlihat(pegawai):
    """The tasks an officer may look at: all of the cases he sees, and his own in other offices' cases."""
    return Tugas.objects.filter(
        Q(pelaksanaan__instansi__in=instansi_pegawai(pegawai)) | giliran(pegawai)
    ).select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi")


def ikatan(sop, daftar_peran):
    """The posts and teams bound to some roles of an SOP, in the order they were bound."""
    return list(Peran.objects.filter(sop=sop, nama__in=daftar_peran).select_related("jabatan", "tim"))


def instansi_pelaku(sop):
    """The offices whose posts may stand behind the roles of an SOP: its own, those below it, and its sisters."""
    induk = sop.instansi.induk_id
    return Instansi.objects.filter(
        Q(pk=sop.instansi_id) | Q(induk=sop.instansi_id) | Q(induk=induk, induk__isnull=False)
    )


def peran_belum_terikat(sop, isi) -> list[str]:
    """The roles of an SOP value that work needs and nobody in this office is bound to."""
    diperlukan = dict.fromkeys(
        nama
        for langkah in isi.daftar_langkah_kerja
        for tahap in langkah.tahapan()
        for nama in (*tahap.daftar_peran, *filter(None, [langkah.penghimpun]))
    )
    terikat = set(Peran.objects.filter(sop=sop).values_list("nama", flat=True))
    return [nama for nama in diperlukan if nama not in terikat]


def jam_kerja(instansi, daftar_tahun) -> JamKerja:
    """The working calendar of an office in some years: its hours, national holidays and its own rows."""
    baris = hari_libur(instansi, daftar_tahun[0], daftar_tahun[-1]).order_by()
    libur = frozenset().union(*map(libur_nasional, daftar_tahun), baris.values_list("tanggal", flat=True))
    hari = {
        int(urut): tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in daftar)
        for urut, daftar in instansi.jam_kerja.items()
    }
    return JamKerja(hari=hari, zona=instansi.zona_waktu, libur=libur)


def tenggat_langkah(pelaksanaan, langkah, mulai):
    """(standard working minutes, due moment) of a step that begins now; None where the SOP gives none.

    A printed last day ("sebelum 11 Januari") bounds the standard time.
    """
    if langkah.waktu is None and not langkah.paling_lambat:
        return None, None
    instansi = pelaksanaan.instansi
    kalender = jam_kerja(instansi, range(mulai.year, mulai.year + 2))
    satuan = Satuan(hari=instansi.menit_sehari, minggu=instansi.hari_seminggu, bulan=instansi.hari_sebulan)
    menit = menit_kerja(langkah.waktu, satuan) if langkah.waktu else None
    return menit, paling_awal(
        tenggat(mulai, menit, kalender) if menit else None,
        batas_tanggal(langkah.paling_lambat, pelaksanaan.tahun, kalender) if langkah.paling_lambat else None,
    )


def langkah_tugas(tugas) -> Langkah:
    """The printed row of the SOP that a task belongs to."""
    return tugas.pelaksanaan.dibaca().cari(tugas.langkah)


def daftar_kelengkapan(tugas):
    """What the step needs, item by item: (Kelengkapan of the SOP, files there already, the officer's row or None).

    Files come from the steps that make them; what was supplied by the same post in an earlier round still counts.
    """
    diisi = {baris.nama: baris for baris in _kelengkapan_diisi(tugas).select_related("berkas").order_by("pk")}
    return [
        (butir, output_langkah(tugas.pelaksanaan_id, butir.dari), diisi.get(butir.nama))
        for butir in langkah_tugas(tugas).kelengkapan
    ]


def kelengkapan_kurang(tugas) -> list[str]:
    """The things from outside that this task has neither a file nor a reason for."""
    perlu = [butir.nama for butir in langkah_tugas(tugas).kelengkapan if butir.dari == LUAR]
    if not perlu or tugas.tahap != 1 or tugas.penghimpun:
        return []
    diisi = set(_kelengkapan_diisi(tugas).order_by().values_list("nama", flat=True))
    return [nama for nama in perlu if nama not in diisi]


def _kelengkapan_diisi(tugas):
    """What the same post or team has supplied for this step, in this round or an earlier one."""
    return Kelengkapan.objects.filter(
        tugas__pelaksanaan=tugas.pelaksanaan_id,
        tugas__langkah=tugas.langkah,
        tugas__jabatan=tugas.jabatan_id,
        tugas__tim=tugas.tim_id,
    )


def output_langkah(pelaksanaan, langkah):
    """The valid papers of a step: of each name and maker the last form."""
    if langkah == LUAR:
        return []
    terakhir = {}
    for output in (
        Output.objects.filter(pelaksanaan=pelaksanaan, langkah=langkah)
        .select_related("berkas", "tugas__unit", "tugas__instansi")
        .order_by("pk")
    ):
        pembuat = output.tugas.jabatan_id if output.tugas.per_unit else None
        terakhir[output.nama, pembuat] = output
    return list(terakhir.values())
