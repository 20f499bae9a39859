"""SOPs and their revisions: which an officer may read, who stands behind the roles, when the next review is due."""

from collections.abc import Mapping

from django.db.models import Max, Q

from lapkin.organisasi.models import Instansi
from lapkin.organisasi.queries import (
    anggota_tim,
    hari_ini,
    instansi_dikelola,
    instansi_pegawai,
    kedudukan,
    mengelola,
    pemegang_jabatan,
)

from ..models import Peninjauan, Peran, RevisiSop, Sop
from ..peninjauan import Tinjauan, jadwal
from ..peran import peran_tanpa_ikatan


def sop_terlihat(pegawai):
    """The SOPs an officer may read: those of the offices he belongs to or manages."""
    return Sop.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related("instansi")


def sop_dikelola(pegawai):
    """The SOPs of the offices that an administrator manages."""
    return Sop.objects.filter(instansi__in=instansi_dikelola(pegawai)).select_related("instansi")


def menunggu_pengesahan(pegawai):
    """The drafts whose frozen form waits for the signature of an officer, in a post that he holds today.

    langkah/meja.py says the same in SQL.
    """
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
        revisi.sop_id: jadwal(
            hari_ini(revisi.sop.instansi, revisi.berlaku_pada), terakhir.get(revisi.sop_id, {})
        )
        for revisi in berlaku.select_related("sop__instansi").only(
            "sop__instansi__zona_waktu", "berlaku_pada"
        )
    }


def ikatan(sop, daftar_peran):
    """The posts and teams bound to some roles of an SOP, in the order they were bound."""
    baris = Peran.objects.filter(sop=sop, nama__in=daftar_peran)
    return list(baris.select_related("jabatan__unit", "jabatan__instansi", "tim"))


def sebagai_penanggung_jawab_sop(pegawai, sop, isi, kini=None) -> str:
    """As what the officer answers for an SOP (its value `isi`) today; "" when he does not. A delegate never does."""
    kini = kini or kedudukan(pegawai)
    for baris in ikatan(sop, [isi.penanggung_jawab_berlaku]):
        if sebagai := kini.jabatan.get(baris.jabatan_id) or kini.tim.get(baris.tim_id):
            return sebagai
    return ""


def pemegang_penanggung_jawab(daftar: Mapping[int, tuple[int, str]]) -> dict[int, list]:
    """The officers who answer today for each of some SOPs: `sebagai_penanggung_jawab_sop` of many, in three queries.

    `daftar` has by a key of the caller's (a case, an SOP) the SOP (id) and the name of the role that answers for it.
    """
    ikatan_peran: dict[tuple[int, str], list] = {}
    for baris in Peran.objects.filter(
        sop__in={sop for sop, _ in daftar.values()}, nama__in={nama for _, nama in daftar.values()}
    ):
        ikatan_peran.setdefault((baris.sop_id, baris.nama), []).append(baris)
    dicari = [baris for peran in set(daftar.values()) for baris in ikatan_peran.get(peran, ())]
    jabatan = pemegang_jabatan({baris.jabatan_id for baris in dicari if baris.jabatan_id})
    tim = anggota_tim({baris.tim_id for baris in dicari if baris.tim_id})
    hasil = {kunci: {} for kunci in daftar}
    for kunci, peran in daftar.items():
        for baris in ikatan_peran.get(peran, ()):
            hasil[kunci] |= {satu.pegawai: None for satu in jabatan.get(baris.jabatan_id, ())}
            hasil[kunci] |= dict.fromkeys(tim.get(baris.tim_id, ()))
    return {kunci: list(orang) for kunci, orang in hasil.items()}


def sebagai_pengurus_sop(pegawai, sop, isi) -> str:
    """As what the officer may review an SOP and move its cases: its penanggung jawab, else the administrator.

    "" when he may not.
    """
    if sebagai := sebagai_penanggung_jawab_sop(pegawai, sop, isi):
        return sebagai
    return "Pengelola" if mengelola(pegawai, sop.instansi) else ""


def instansi_pelaku(sop):
    """The offices whose posts may stand behind the roles of an SOP: its own, those below it, and its sisters."""
    induk = sop.instansi.induk_id
    return Instansi.objects.filter(
        Q(pk=sop.instansi_id) | Q(induk=sop.instansi_id) | Q(induk=induk, induk__isnull=False)
    )


def peran_belum_terikat(sop, isi) -> list[str]:
    """The roles of an SOP value that work needs and nobody in this office is bound to."""
    return peran_tanpa_ikatan(isi, peran_terikat(sop))


def peran_terikat(sop) -> set[str]:
    """The names of the roles of an SOP that somebody in the office is bound to."""
    return set(Peran.objects.filter(sop=sop).values_list("nama", flat=True))


def urutan_berikut(sop) -> int:
    """The number of the next revision of an SOP; a number is not given twice, except that of a discarded draft."""
    return (sop.daftar_revisi.aggregate(n=Max("urutan"))["n"] or 0) + 1


def sebagai_pencabut(pegawai, revisi) -> str:
    """As what the officer may revoke a revision in force; "" when he may not.

    Who signed it in may take it back: the holder of that post. What came into force on paper, the administrator.
    """
    if revisi.pengesah_id is None:
        return "Pengelola" if mengelola(pegawai, revisi.sop.instansi) else ""
    return kedudukan(pegawai).jabatan.get(revisi.pengesah_id, "")
