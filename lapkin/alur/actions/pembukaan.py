"""Opening what comes next: the next phase, the next step, or the end of the run; and telling whose turn it is."""

from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.models import Jabatan, Tim

from ..models import Pelaksanaan, Tugas
from ..queries import ikatan, output_sah, putaran_terakhir, tenggat_langkah
from .jam import akhiri_jeda
from .kabar import yang_diberi_tahu


class Pelaku(NamedTuple):
    """Who stands behind a role in this office: a post or a team."""

    peran: str
    jabatan: Jabatan | None
    tim: Tim | None


class Waktu(NamedTuple):
    """The clock of a step in one round: its standard in working minutes and when it is due."""

    menit_standar: int | None
    tenggat: object
    tenggat_semula: object = None


def lanjutkan(pelaksanaan, tugas, *, daftar_nama):
    """Open what comes after a closed task; `daftar_nama` are the papers it has just made. Returns the new tasks."""
    terbuka = Tugas.objects.terbuka().filter(
        pelaksanaan=pelaksanaan, langkah=tugas.langkah, tahap=tugas.tahap
    )
    yang_terbuka = set(terbuka.order_by().values_list("penghimpun", flat=True))
    if False in yang_terbuka:
        return []
    if yang_terbuka:
        for penghimpun in terbuka.select_related("pelaksanaan"):
            akhiri_jeda(penghimpun)
        terbuka.tutup(Tugas.Status.SELESAI, catatan="Semua unit sudah masuk.")
    return _lanjut_dari(pelaksanaan, tugas, daftar_nama)


def _lanjut_dari(pelaksanaan, tugas, daftar_nama):
    isi = pelaksanaan.dibaca()
    kini = isi.cari(tugas.langkah)
    if tahap := isi.tahap_sesudah(tugas.langkah, tugas.tahap):
        # The standard time is the whole step's: a later phase runs on the clock of the first.
        waktu = Waktu(tugas.menit_standar, tugas.tenggat, tugas.tenggat_semula)
        return _buka_tahap(pelaksanaan, kini, tahap, tugas.putaran, waktu)
    _pastikan_output(pelaksanaan, kini, tugas, daftar_nama)
    return buka_sesudah(pelaksanaan, kini)


def buka_sesudah(pelaksanaan, langkah):
    """Open the step after `langkah`; after the last one the run is done. Returns the new tasks."""
    if langkah := pelaksanaan.dibaca().sesudah(langkah.kode):
        return buka_langkah(pelaksanaan, langkah, putaran_terakhir(pelaksanaan, langkah.kode) + 1)
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(
        status=Pelaksanaan.Status.SELESAI, selesai_pada=timezone.now()
    )
    return []


def _pastikan_output(pelaksanaan, langkah, tugas, daftar_nama):
    """A step can't be finished before its outputs exist (of this round; of any round where units collect)."""
    kurang = {output.nama for output in langkah.output} - set(daftar_nama)
    if not kurang:
        return
    ada = output_sah().filter(pelaksanaan=pelaksanaan, langkah=langkah.kode, nama__in=kurang)
    if not langkah.tiap:
        ada = ada.filter(putaran=tugas.putaran)
    if kurang := kurang - set(ada.order_by().values_list("nama", flat=True)):
        raise Ditolak(f"Langkah ini belum menghasilkan: {', '.join(sorted(kurang))}.")


def buka_langkah(pelaksanaan, langkah, putaran, *, pesan="", daftar_jabatan=None):
    """Open the first phase of a step in a round; `daftar_jabatan` (ids) limits a step opened per unit."""
    tahap = langkah.tahapan()[0]
    waktu = Waktu(*tenggat_langkah(pelaksanaan, langkah, timezone.now(), putaran))
    return _buka_tahap(
        pelaksanaan, langkah, tahap, putaran, waktu, pesan=pesan, daftar_jabatan=daftar_jabatan
    )


def _buka_tahap(pelaksanaan, langkah, tahap, putaran, waktu, *, pesan="", daftar_jabatan=None):
    penghimpun = (langkah.penghimpun,) if tahap.pengumpulan and langkah.penghimpun else ()
    terikat = _pelaku(pelaksanaan, (*tahap.daftar_peran, *penghimpun))
    pelaku = [p for p in terikat if p.peran in tahap.daftar_peran]
    if tahap.pengumpulan and daftar_jabatan:
        pelaku = [p for p in pelaku if p.jabatan and p.jabatan.pk in daftar_jabatan]
    if not pelaku:
        raise Ditolak(f"Belum ada jabatan atau tim untuk peran {', '.join(tahap.daftar_peran)}.")
    umum = {"pesan": pesan, "per_unit": tahap.pengumpulan}
    dibuka = [_tugas(pelaksanaan, langkah, tahap, putaran, waktu, p, **umum) for p in _tanpa_ganda(pelaku)]
    dibuka += [
        _tugas(pelaksanaan, langkah, tahap, putaran, waktu, p, pesan=pesan, penghimpun=True)
        for p in _tanpa_ganda(terikat)
        if p.peran in penghimpun
    ]
    return _simpan(langkah, dibuka)


def buka_tugas(pelaksanaan, langkah, tahap, putaran, pelaku, *, pesan, per_unit):
    """Open one more task of a running phase (a unit that got its work back), on a fresh clock."""
    waktu = Waktu(*tenggat_langkah(pelaksanaan, langkah, timezone.now(), putaran))
    return _simpan(
        langkah,
        [_tugas(pelaksanaan, langkah, tahap, putaran, waktu, pelaku, pesan=pesan, per_unit=per_unit)],
    )


def _pelaku(pelaksanaan, daftar_peran) -> list[Pelaku]:
    baris = ikatan(pelaksanaan.sop_id, daftar_peran)
    return [Pelaku(b.nama, b.jabatan, b.tim) for peran in daftar_peran for b in baris if b.nama == peran]


def _tanpa_ganda(pelaku):
    """A post or team that stands behind two roles of a phase works once."""
    sekali = {}
    for satu in pelaku:
        sekali.setdefault((satu.jabatan, satu.tim), satu)
    return sekali.values()


def _tugas(pelaksanaan, langkah, tahap, putaran, waktu, pelaku, *, pesan, per_unit=False, penghimpun=False):
    return Tugas(
        pelaksanaan=pelaksanaan,
        langkah=langkah.kode,
        urutan=[satu.kode for satu in pelaksanaan.dibaca().langkah].index(langkah.kode),
        putaran=putaran,
        tahap=tahap.nomor,
        jenis=tahap.jenis,
        naskah=tahap.naskah,
        peran=pelaku.peran,
        jabatan=pelaku.jabatan,
        tim=pelaku.tim,
        unit_id=pelaku.jabatan.unit_id if pelaku.jabatan else None,
        instansi_id=(pelaku.jabatan or pelaku.tim).instansi_id,
        per_unit=per_unit,
        penghimpun=penghimpun,
        pesan=pesan,
        menit_standar=waktu.menit_standar,
        dibuka_pada=timezone.now(),
        tenggat=waktu.tenggat,
        tenggat_semula=waktu.tenggat_semula,
    )


def _simpan(langkah, daftar_tugas):
    """Insert the tasks and one notice to everyone whose turn it now is, however many units there are."""
    Tugas.objects.bulk_create(daftar_tugas)
    beri_tahu(
        (
            pegawai,
            f"Giliran Anda: {langkah.kegiatan} ({tugas.pelaksanaan})",
            reverse("tugas", args=[tugas.pk]),
        )
        for tugas, pegawai in yang_diberi_tahu(daftar_tugas)
    )
    return daftar_tugas
