"""Who stands around a task: to whom its paper goes, who signs it, whose initials it needs."""

from lapkin.alur.models import Peran
from lapkin.organisasi.queries import jabatan_dipegang, penugasan_pegawai
from lapkin.sop.bagan import Jenis


def ikatan_sop(tugas, daftar_peran=None) -> list[Peran]:
    """The posts and teams bound to roles of this case's SOP (all of them by default), in the SOP's order."""
    if daftar_peran is None:
        daftar_peran = [peran.nama for peran in tugas.pelaksanaan.dibaca().peran]
    baris = Peran.objects.filter(sop=tugas.pelaksanaan.sop_id, nama__in=daftar_peran)
    urutan = {nama: ke for ke, nama in enumerate(daftar_peran)}
    return sorted(baris.select_related("jabatan__unit", "tim"), key=lambda satu: urutan[satu.nama])


def daftar_pihak(tugas) -> list[str]:
    """Every post and team that the SOP of this case names, each once."""
    return _sebutan(ikatan_sop(tugas))


def penerima_berikut(tugas) -> list[str]:
    """To whom the paper of this task goes by the SOP: those who collect or fill in its own step, else the
    actors of the first later step with someone else than the maker and the signers.
    """
    pengirim = {tugas.peran, *peran_penanda_tangan(tugas)}
    for daftar_peran in _giliran_sesudah(tugas):
        if penerima := [peran for peran in daftar_peran if peran not in pengirim]:
            return _sebutan(ikatan_sop(tugas, penerima))
    return []


def peran_penanda_tangan(tugas) -> tuple[str, ...]:
    """The roles that sign the paper of this task, in this step or a later one."""
    return _peran_berikut(tugas, Jenis.TANDA_TANGAN)


def penanda_tangan(tugas, pegawai):
    """The post that signs the paper of this task; without one in the SOP, the post of its maker."""
    daftar = (baris.jabatan for baris in ikatan_sop(tugas, peran_penanda_tangan(tugas)) if baris.jabatan)
    return next(daftar, None) or jabatan_bertindak(tugas, pegawai)


def pemaraf(tugas) -> tuple[str, ...]:
    """The posts whose initials the paper of this task needs before it is signed."""
    return tuple(_sebutan(ikatan_sop(tugas, _peran_berikut(tugas, Jenis.PARAF))))


def jabatan_bertindak(tugas, pegawai):
    """The post in which an officer does a task; for a team's task his own post, None when he has none."""
    return tugas.jabatan or jabatan_dipegang(pegawai).first()


def sebutan_pelaksana(tugas, pegawai) -> str:
    """The post of a task as said of who does it today: "Plt. Sekretaris Dinas"."""
    penugasan = penugasan_pegawai(pegawai, tugas.jabatan) if tugas.jabatan else None
    return penugasan.sebutan if penugasan else str(tugas.jabatan or tugas.tim)


def _giliran_sesudah(tugas):
    sop = tugas.pelaksanaan.dibaca()
    langkah = sop.cari(tugas.langkah)
    if langkah.tiap:
        yield tuple(filter(None, [langkah.penghimpun]))
        yield tuple(filter(None, [langkah.pengisi]))
    while langkah := sop.sesudah(langkah.kode):
        yield tuple(dict.fromkeys(peran for kerja in langkah.pekerjaan for peran in kerja.oleh))


def _peran_berikut(tugas, jenis) -> tuple[str, ...]:
    """The roles of the first step, from the task's own on, that does this kind of work on its paper."""
    sop = tugas.pelaksanaan.dibaca()
    langkah = sop.cari(tugas.langkah)
    while langkah:
        daftar_tahap = [t for t in langkah.tahapan() if t.jenis is jenis and t.naskah == tugas.naskah]
        if daftar_tahap:
            return tuple(peran for tahap in daftar_tahap for peran in tahap.daftar_peran)
        langkah = sop.sesudah(langkah.kode)
    return ()


def _sebutan(daftar_ikatan) -> list[str]:
    """The names of posts and teams, each once."""
    return list(dict.fromkeys(str(baris.jabatan or baris.tim) for baris in daftar_ikatan))
