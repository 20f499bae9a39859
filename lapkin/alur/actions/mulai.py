"""Starting a run."""

from django.db import IntegrityError, transaction

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import jabatan_dipegang, mengelola

from ..models import Pelaksanaan, RevisiSop
from ..queries import ikatan, kalender_kasus, peran_belum_terikat
from .giliran import catat_pelaksanaan
from .pembukaan import buka_langkah
from .revisi import kunci_sop, pastikan_dapat_dijalankan


@transaction.atomic
def mulai(*, pegawai, sop, tahun, judul=""):
    """Start a run of the revision in force for one reporting year and open its first task.

    Under the lock of the SOP, so that it is not revoked and no role is unbound meanwhile. Raises Ditolak when the
    officer may not, no revision is in force, a role is bound to nobody, one runs already, or nobody knows the
    holidays of the years in which it would run.
    """
    sop = kunci_sop(sop)
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        raise Ditolak(f"SOP “{sop}” belum mempunyai revisi yang berlaku.")
    isi = revisi.dibaca()
    pastikan_dapat_dijalankan(isi)
    _pastikan_boleh_memulai(pegawai, sop, isi)
    if kosong := peran_belum_terikat(sop, isi):
        raise Ditolak(
            f"Peran berikut belum diikat pada jabatan atau tim: {', '.join(kosong)}. "
            "Minta pengelola melengkapinya di halaman SOP."
        )
    pelaksanaan = _buat_pelaksanaan(pegawai, sop, revisi, isi, tahun, judul)
    kalender_kasus(pelaksanaan)
    daftar_tugas = buka_langkah(pelaksanaan, isi.pertama(), putaran=1)
    catat_pelaksanaan(
        pelaksanaan, pegawai, "pelaksanaan.dimulai", f"{pelaksanaan.judul} dimulai.", dibuka=daftar_tugas
    )
    return pelaksanaan


def _pastikan_boleh_memulai(pegawai, sop, isi):
    pertama = isi.pertama().tahapan()[0].daftar_peran
    jabatan = {p.jabatan_id for p in ikatan(sop, pertama)}
    pelaku_pertama = jabatan_dipegang(pegawai).filter(pk__in=jabatan - {None}).exists()
    if not pelaku_pertama and not mengelola(pegawai, sop.instansi):
        raise Ditolak("Pekerjaan dimulai oleh pelaksana langkah pertama SOP atau oleh pengelola.")


def _buat_pelaksanaan(pegawai, sop, revisi, isi, tahun, judul):
    try:
        with transaction.atomic():
            return Pelaksanaan.objects.create(
                instansi=sop.instansi,
                sop=sop,
                revisi=revisi,
                tahun=tahun,
                judul=judul or f"{isi.laporan} {tahun} {sop.instansi}",
                pembuat=pegawai,
            )
    except IntegrityError as salah:
        raise Ditolak(f"SOP “{sop}” sedang dijalankan untuk tahun {tahun}.") from salah
