"""SOPs and their revisions: which an officer may read, who stands behind the roles, when the next review is due."""

from django.db.models import Max, Q
from django.utils import timezone

from lapkin.organisasi.models import Instansi
from lapkin.organisasi.queries import instansi_pegawai, kedudukan

from ..models import Peninjauan, Peran, RevisiSop, Sop
from ..peninjauan import Tinjauan, jadwal


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
