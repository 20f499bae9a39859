"""Reading cases and tasks; permission is the query."""

from datetime import time, timedelta
from itertools import chain

from django.db.models import Max, Q
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.kalender import libur_diketahui, libur_nasional
from lapkin.organisasi.models import Instansi
from lapkin.organisasi.queries import hari_libur, instansi_pegawai, kedudukan, pegawai_kantor

from .bagan import LUAR, MELEKAT_JABATAN, Langkah
from .batas import Batas, JadwalMundur, batas_berlaku, cadangan, jadwal_mundur, jenis_batas
from .jam_giliran import GiliranTugas, lama_langkah
from .models import (
    BatasAkhir,
    Jeda,
    Kelengkapan,
    Output,
    Pelaksanaan,
    Peninjauan,
    Peran,
    RevisiSop,
    Sop,
    Tugas,
)
from .peninjauan import Tinjauan, jadwal
from .putaran import Nasib, Periode, TugasTerukur
from .statistik import Statistik, hitung
from .tenggat import JamKerja, batas_tanggal, paling_awal, tenggat
from .waktu import Satuan, menit_kerja

_TERUKUR = (
    *("pk", "pelaksanaan", "langkah", "putaran", "tahap", "per_unit", "penghimpun", "status"),
    *("dibuka_pada", "ditutup_pada", "tenggat"),
    *("jabatan__nama", "tim__nama", "unit__nama", "instansi__nama"),
)


def sop_terlihat(pegawai):
    """The SOPs an officer may read: those of the offices he belongs to or manages."""
    return Sop.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related("instansi")


def menunggu_pengesahan(pegawai):
    """The drafts whose frozen form waits for the signature of an officer, in a post that he holds today."""
    return RevisiSop.objects.filter(
        status=RevisiSop.Status.DRAF,
        berkas_dibaca__isnull=False,
        pengesah__in=list(kedudukan(pegawai).jabatan),
    ).select_related("sop__instansi", "pengesah", "pembuat")


def revisi_terlihat(pegawai):
    """The revisions an officer may read: those of the SOPs he may read, and what waits for his signature."""
    return RevisiSop.objects.filter(
        Q(sop__in=sop_terlihat(pegawai)) | Q(pk__in=menunggu_pengesahan(pegawai).values("pk"))
    ).select_related(
        "sop__instansi__induk",
        "pengesah",
        "pembuat",
        "disahkan_oleh",
        "berkas_dibaca",
        "berkas_hasil",
        "asal",
    )


def tinjauan_sop(daftar_sop) -> dict[int, tuple[Tinjauan, ...]]:
    """By SOP (id), its next monitoring and evaluation, in two queries; without a revision in force there are none."""
    terakhir: dict[int, dict] = {}
    baris = Peninjauan.objects.filter(sop__in=daftar_sop).order_by().values_list("sop", "jenis")
    for sop, jenis, tanggal in baris.annotate(terakhir=Max("tanggal")):
        terakhir.setdefault(sop, {})[jenis] = tanggal
    berlaku = RevisiSop.objects.filter(sop__in=daftar_sop, status=RevisiSop.Status.BERLAKU).order_by()
    return {
        revisi.sop_id: jadwal(timezone.localdate(revisi.berlaku_pada), terakhir.get(revisi.sop_id, {}))
        for revisi in berlaku.only("sop", "berlaku_pada")
    }


def pelaksanaan_terlihat(pegawai):
    """The cases an officer may see: those of his own offices; never a case of another PD."""
    return Pelaksanaan.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related(
        "instansi", "sop", "revisi"
    )


def giliran(pegawai):
    """Syarat: the tasks whose turn is this officer's today.

    A task that was handed to somebody is his alone; work that signs is not a delegate's. langkah/meja.py says the
    same in SQL, `sebagai_giliran` of one task.
    """
    kini = kedudukan(pegawai)
    jabatan = Q(jabatan__in=list(kini.jabatan)) | Q(tim__in=list(kini.tim))
    limpahan = Q(jabatan__in=list(kini.limpahan)) & ~Q(jenis__in=MELEKAT_JABATAN)
    return Q(penerima=pegawai) | (Q(penerima=None) & (jabatan | limpahan))


def sebagai_giliran(pegawai, tugas) -> str:
    """As what the officer does a task today: "Plh. Sekretaris", "Sekretaris (atas pelimpahan)"; "" when not his."""
    if tugas.penerima_id:
        pos = tugas.jabatan or tugas.tim
        return f"{pos} (atas pengalihan)" if tugas.penerima_id == pegawai.pk and pegawai.is_active else ""
    return sebagai_pemegang(pegawai, tugas)


def sebagai_pemegang(pegawai, tugas) -> str:
    """Like `sebagai_giliran`, whomever the task was handed to."""
    kini = kedudukan(pegawai)
    if tugas.tim_id:
        return kini.tim.get(tugas.tim_id, "")
    if tugas.jabatan_id in kini.jabatan:
        return kini.jabatan[tugas.jabatan_id]
    return "" if tugas.jenis in MELEKAT_JABATAN else kini.limpahan.get(tugas.jabatan_id, "")


def sebagai_penanggung_jawab(pegawai, pelaksanaan) -> str:
    """As what the officer answers for this case's SOP today; "" when he does not. A delegate never does."""
    kini = kedudukan(pegawai)
    for baris in ikatan(pelaksanaan.sop_id, [pelaksanaan.dibaca().penanggung_jawab_berlaku]):
        sebagai = kini.jabatan.get(baris.jabatan_id) or kini.tim.get(baris.tim_id)
        if sebagai:
            return sebagai
    return ""


def penerima_tugas(tugas):
    """The officers to whom a task may be handed: the active ones of the task's own office."""
    return pegawai_kantor([tugas.instansi_id])


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
    kini = kedudukan(pegawai)
    return Tugas.objects.filter(
        Q(pelaksanaan__instansi__in=instansi_pegawai(pegawai))
        | Q(jabatan__in=[*kini.jabatan, *kini.limpahan])
        | Q(tim__in=list(kini.tim))
        | Q(penerima=pegawai)
    ).select_related(
        "pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi", "penerima"
    )


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
    """The working calendar of an office in some years: its hours, national holidays and its own rows.

    Raises Ditolak for a year whose holidays nobody knows: Idul Fitri must not silently count as work.
    """
    if asing := [tahun for tahun in daftar_tahun if not libur_diketahui(tahun)]:
        raise Ditolak(
            f"Hari libur nasional tahun {asing[0]} belum diketahui, jadi tenggat sampai tahun itu tidak dapat dihitung."
        )
    baris = hari_libur(instansi, daftar_tahun[0], daftar_tahun[-1]).order_by()
    libur = frozenset().union(*map(libur_nasional, daftar_tahun), baris.values_list("tanggal", flat=True))
    hari = {
        int(urut): tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in daftar)
        for urut, daftar in instansi.jam_kerja.items()
    }
    return JamKerja(hari=hari, zona=instansi.zona_waktu, libur=libur)


def kalender_kasus(pelaksanaan, pada=None) -> JamKerja:
    """The working calendar around a case: from the year before it began to a year after now and after its report."""
    pada = pada or timezone.now()
    awal = min(pelaksanaan.dimulai_pada.year, pelaksanaan.tahun + 1, pada.year) - 1
    return jam_kerja(pelaksanaan.instansi, range(awal, max(pada.year, pelaksanaan.tahun + 1) + 2))


def satuan_waktu(instansi) -> Satuan:
    """What a hari, a minggu and a bulan are worth in an office."""
    return Satuan(hari=instansi.menit_sehari, minggu=instansi.hari_seminggu, bulan=instansi.hari_sebulan)


def tenggat_langkah(pelaksanaan, langkah, mulai, putaran=1):
    """(standard working minutes, due moment) of a step that begins now; None where the SOP gives none.

    A printed last day ("sebelum 11 Januari") bounds the standard time; not that of a later round begun after it.
    """
    if langkah.waktu is None and not langkah.paling_lambat:
        return None, None
    menit = menit_kerja(langkah.waktu, satuan_waktu(pelaksanaan.instansi)) if langkah.waktu else None
    # So many years that no day beyond the known holidays is reached: a year has more working days than 200.
    tahun_penuh = (menit or 0) // (200 * pelaksanaan.instansi.menit_sehari)
    kalender = jam_kerja(pelaksanaan.instansi, range(mulai.year, mulai.year + 2 + tahun_penuh))
    terakhir = hari_terakhir(pelaksanaan, langkah, kalender)
    if putaran > 1 and terakhir and terakhir < mulai and menit:
        terakhir = None
    return menit, paling_awal(tenggat(mulai, menit, kalender) if menit else None, terakhir)


def hari_terakhir(pelaksanaan, langkah, kalender):
    """The end of the last day that the SOP prints for a step ("sebelum 11 Januari"); None where it prints none."""
    if not langkah.paling_lambat:
        return None
    return batas_tanggal(langkah.paling_lambat, pelaksanaan.tahun, kalender)


def giliran_tugas(daftar_tugas) -> list[GiliranTugas]:
    """Tasks as the clock sees them (see jam_giliran), with their pauses in one query."""
    jeda = {}
    for satu in Jeda.objects.filter(tugas__in=[tugas.pk for tugas in daftar_tugas]):
        jeda.setdefault(satu.tugas_id, []).append((satu.dari, satu.sampai))
    return [
        GiliranTugas(
            pk=tugas.pk,
            langkah=tugas.langkah,
            putaran=tugas.putaran,
            tahap=tugas.tahap,
            per_unit=tugas.per_unit,
            penghimpun=tugas.penghimpun,
            dari=tugas.dibuka_pada,
            sampai=tugas.ditutup_pada,
            jeda=tuple(jeda.get(tugas.pk, ())),
        )
        for tugas in daftar_tugas
    ]


def jeda_berjalan(tugas):
    """The pause in which the clock of an open task stands now; None when it runs."""
    return Jeda.objects.filter(tugas=tugas, sampai=None, tugas__status=Tugas.Status.TERBUKA).first()


def batas_sop(sop, isi, tahun) -> Batas | None:
    """The last legal day that an SOP (its value `isi`) works towards for a reported year; None before there was one."""
    jenis = jenis_batas(isi, sop.instansi.jenis, sop.batas)
    baris = BatasAkhir.objects.filter(instansi=sop.instansi, jenis=jenis)
    return batas_berlaku(
        jenis,
        tahun,
        [
            Batas(
                jenis=satu.jenis,
                sejak=satu.tahun,
                bulan_tanggal=satu.bulan_tanggal,
                dasar=satu.dasar,
                tahun_itu_saja=satu.tahun_itu_saja,
            )
            for satu in baris
        ],
    )


def jadwal_sop(sop, isi, tahun, kalender) -> JadwalMundur | None:
    """The steps of an SOP value counted back from its last legal day; None where there is no such day."""
    batas = batas_sop(sop, isi, tahun)
    if batas is None or not isi.daftar_langkah_kerja:
        return None
    return jadwal_mundur(isi, tahun, batas, kalender, satuan_waktu(sop.instansi))


def cadangan_kasus(pelaksanaan, kalender, pada=None):
    """(schedule, working minutes to spare now) of a running case; either may be None.

    The present step counts with what is left of its standard time in this round; steps behind it don't count.
    """
    jadwal = jadwal_sop(pelaksanaan.sop, pelaksanaan.dibaca(), pelaksanaan.tahun, kalender)
    kini = pelaksanaan.daftar_tugas.terbuka().order_by("urutan", "-putaran").first()
    if jadwal is None or kini is None:
        return jadwal, None
    pada = pada or timezone.now()
    daftar = giliran_tugas(pelaksanaan.daftar_tugas.filter(langkah=kini.langkah))
    terpakai = lama_langkah(daftar, kalender, pada)[kini.langkah, kini.putaran]
    return jadwal, cadangan(jadwal, kini.langkah, terpakai, pada, kalender)


def langkah_tugas(tugas) -> Langkah:
    """The printed row of the SOP that a task belongs to.

    A case moved to a revision that lost the row still has its tasks: theirs is the row as the newest revision had it.
    """
    kasus = tugas.pelaksanaan
    pernah = RevisiSop.objects.filter(sop=kasus.sop_id).exclude(status=RevisiSop.Status.DRAF)
    daftar_isi = chain([kasus.dibaca()], (revisi.dibaca() for revisi in pernah.order_by("-urutan")))
    return next(satu for isi in daftar_isi for satu in isi.langkah if satu.kode == tugas.langkah)


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


def output_sah():
    """All papers but those of tasks that were withdrawn: rows are only added to, so these stay and no longer count."""
    return Output.objects.exclude(tugas__status=Tugas.Status.DITARIK)


def langkah_dilewati(pelaksanaan) -> set[str]:
    """The steps (kode) of a case whose last round was skipped: what others ask of them is not missing by error."""
    akhir = {}
    baris = Tugas.objects.filter(pelaksanaan=pelaksanaan).order_by("pk").values_list("langkah", "status")
    for kode, status in baris:
        akhir[kode] = status
    return {kode for kode, status in akhir.items() if status == Tugas.Status.DILEWATI}


def output_langkah(pelaksanaan, langkah):
    """The valid papers of a step: of each name and maker the last form."""
    if langkah == LUAR:
        return []
    terakhir = {}
    for output in (
        output_sah()
        .filter(pelaksanaan=pelaksanaan, langkah=langkah)
        .select_related("berkas", "tugas__unit", "tugas__instansi")
        .order_by("pk")
    ):
        pembuat = output.tugas.jabatan_id if output.tugas.per_unit else None
        terakhir[output.nama, pembuat] = output
    return list(terakhir.values())


def statistik_sop(sop, periode: Periode, pada=None) -> Statistik:
    """What the rounds of an SOP that ended in a period really took, in two queries; cancelled cases don't count.

    Raises Ditolak for a year whose holidays nobody knows.
    """
    pada = pada or timezone.now()
    daftar = _tugas_terukur(
        Pelaksanaan.objects.filter(sop=sop)
        .exclude(status=Pelaksanaan.Status.DIBATALKAN)
        .exclude(selesai_pada__date__lt=periode.dari - timedelta(days=1))
        .filter(dimulai_pada__date__lte=periode.sampai + timedelta(days=1))
    )
    tahun = [tugas.giliran.dari.year for tugas in daftar]
    kalender = jam_kerja(sop.instansi, range(min(tahun, default=pada.year), pada.year + 2))
    return hitung(daftar, kalender, pada, periode)


def _tugas_terukur(daftar_kasus) -> list[TugasTerukur]:
    """All tasks of some cases with their pauses, as the statistics see them."""
    daftar_jeda = {}
    baris_jeda = Jeda.objects.filter(tugas__pelaksanaan__in=daftar_kasus.order_by().values("pk"))
    for tugas, *jeda in baris_jeda.values_list("tugas", "menunggu", "dari", "sampai"):
        daftar_jeda.setdefault(tugas, []).append(jeda)
    baris = Tugas.objects.filter(pelaksanaan__in=daftar_kasus.order_by().values("pk")).order_by("pk")
    return [
        TugasTerukur(
            kasus=satu["pelaksanaan"],
            giliran=GiliranTugas(
                **{
                    nama: satu[nama]
                    for nama in ("pk", "langkah", "putaran", "tahap", "per_unit", "penghimpun")
                },
                dari=satu["dibuka_pada"],
                sampai=satu["ditutup_pada"],
                jeda=tuple((dari, sampai) for _, dari, sampai in daftar_jeda.get(satu["pk"], ())),
            ),
            nasib=Nasib(satu["status"]),
            pihak=_pihak(satu),
            tenggat=satu["tenggat"],
            menunggu=tuple(pihak for pihak, _, _ in daftar_jeda.get(satu["pk"], ())),
        )
        for satu in baris.values(*_TERUKUR)
    ]


def _pihak(satu) -> str:
    """Who had a task: the unit (or PD) that fills, else the post or team."""
    if satu["per_unit"]:
        return satu["unit__nama"] or satu["instansi__nama"]
    return satu["jabatan__nama"] or satu["tim__nama"]
