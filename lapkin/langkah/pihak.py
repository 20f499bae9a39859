"""Who stands around a task: to whom its paper goes, who signs it, whose initials it needs."""

from lapkin.alur.bagan import Jenis
from lapkin.alur.queries import ikatan
from lapkin.organisasi.queries import jabatan_dipegang


def daftar_pihak(tugas) -> list[str]:
    """Every post and team that the SOP of this case names, each once, in the SOP's order."""
    peran = tugas.pelaksanaan.revisi.dibaca().peran
    return _sebutan(tugas, [satu.nama for satu in peran])


def penerima_berikut(tugas) -> list[str]:
    """To whom the paper of this task goes by the SOP: those who collect or fill in its own step, else the
    actors of the first later step with someone else than the maker and the signers.
    """
    pengirim = {tugas.peran, *peran_penanda_tangan(tugas)}
    for daftar_peran in _giliran_sesudah(tugas):
        if penerima := [peran for peran in daftar_peran if peran not in pengirim]:
            return _sebutan(tugas, penerima)
    return []


def peran_penanda_tangan(tugas) -> tuple[str, ...]:
    """The roles that sign the paper of this task, in this step or a later one."""
    return _peran_berikut(tugas, Jenis.TANDA_TANGAN)


def penanda_tangan(tugas, pegawai):
    """The post that signs the paper of this task; without one in the SOP, the post of its maker."""
    for peran in peran_penanda_tangan(tugas):
        for baris in ikatan(tugas.pelaksanaan.sop_id, peran):
            if baris.jabatan:
                return baris.jabatan
    return jabatan_bertindak(tugas, pegawai)


def pemaraf(tugas) -> tuple[str, ...]:
    """The posts whose initials the paper of this task needs before it is signed."""
    return tuple(_sebutan(tugas, _peran_berikut(tugas, Jenis.PARAF)))


def jabatan_bertindak(tugas, pegawai):
    """The post in which an officer does a task; for a team's task his own post, None when he has none."""
    return tugas.jabatan or jabatan_dipegang(pegawai).first()


def _giliran_sesudah(tugas):
    sop = tugas.pelaksanaan.revisi.dibaca()
    langkah = sop.cari(tugas.langkah)
    if langkah.tiap:
        yield tuple(filter(None, [langkah.penghimpun]))
        yield tuple(filter(None, [langkah.pengisi]))
    while langkah := sop.sesudah(langkah.kode):
        yield tuple(dict.fromkeys(peran for tahap in langkah.tahapan() for peran in tahap.daftar_peran))


def _peran_berikut(tugas, jenis) -> tuple[str, ...]:
    """The roles of the first step, from the task's own on, that does this kind of work on its paper."""
    sop = tugas.pelaksanaan.revisi.dibaca()
    langkah = sop.cari(tugas.langkah)
    while langkah:
        daftar_tahap = [t for t in langkah.tahapan() if t.jenis is jenis and t.naskah == tugas.naskah]
        if daftar_tahap:
            return tuple(peran for tahap in daftar_tahap for peran in tahap.daftar_peran)
        langkah = sop.sesudah(langkah.kode)
    return ()


def _sebutan(tugas, daftar_peran) -> list[str]:
    """The names of the posts and teams bound to roles, each once."""
    ikatan_peran = (baris for peran in daftar_peran for baris in ikatan(tugas.pelaksanaan.sop_id, peran))
    return list(dict.fromkeys(str(baris.jabatan or baris.tim) for baris in ikatan_peran))
