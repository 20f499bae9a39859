"""Puts an SOP of sop/ into an office whose posts bear the names of its roles, and plays tasks to their end."""

from datetime import date

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.berkas.actions import bekukan
from lapkin.conftest import buat_pegawai
from lapkin.organisasi.models import AnggotaTim, Instansi, Tim, UnitKerja
from lapkin.organisasi.queries import anggota, pemegang
from lapkin.sop.tests.benih import isi_sop


def kantor(kode, *, jumlah_unit=2, kode_instansi=""):
    """(instansi, pengelola, sop) of an office made for one SOP: a post (or the team) behind every role."""
    isi = isi_sop(kode)
    instansi = Instansi.objects.create(
        kode=kode_instansi or kode, nama=f"Kantor {kode_instansi or kode}", tempat="Pontianak"
    )
    pengelola, _ = buat_pegawai(instansi, f"{instansi.kode}-pengelola", "Pengelola", pengelola=True)
    sop = actions.pasang_sop(pegawai=pengelola, instansi=instansi, isi=isi)
    per_unit = {langkah.pengisi for langkah in isi.langkah if langkah.tiap}
    for peran in isi.peran:
        if "tim" in peran.nama.lower().split():
            _ikat_tim(pengelola, sop, instansi, peran)
        elif peran.nama in per_unit:
            for nomor in range(1, jumlah_unit + 1):
                _ikat_unit(pengelola, sop, instansi, peran, nomor)
        else:
            _, jabatan = buat_pegawai(
                instansi, f"{instansi.kode}-{peran.kunci}", peran.nama, jabatan=peran.nama
            )
            actions.ikat_peran(pegawai=pengelola, sop=sop, nama=peran.nama, jabatan=jabatan)
    return instansi, pengelola, sop


def _ikat_tim(pengelola, sop, instansi, peran):
    tim = Tim.objects.create(instansi=instansi, nama=peran.nama, tahun=2025)
    pegawai, _ = buat_pegawai(instansi, f"{instansi.kode}-{peran.kunci}", peran.nama)
    AnggotaTim.objects.create(tim=tim, pegawai=pegawai, dari=date(2020, 1, 2))
    actions.ikat_peran(pegawai=pengelola, sop=sop, nama=peran.nama, tim=tim)


def _ikat_unit(pengelola, sop, instansi, peran, nomor):
    unit = UnitKerja.objects.create(
        instansi=instansi, nama=f"{peran.nama} {nomor}", jenis="bidang", urutan=nomor
    )
    _, jabatan = buat_pegawai(
        instansi,
        f"{instansi.kode}-{peran.kunci}-{nomor}",
        f"Kepala {unit}",
        jabatan=f"Kepala {unit}",
        unit=unit,
    )
    actions.ikat_peran(pegawai=pengelola, sop=sop, nama=peran.nama, jabatan=jabatan)


def pelaku(tugas):
    """Someone whose turn the task is."""
    return (pemegang(tugas.jabatan_id) if tugas.jabatan_id else anggota(tugas.tim_id)).first()


def kerjakan(tugas, isi=b"kertas", pegawai=None):
    """Finish a task as its holder would: a reason for each missing kelengkapan, a paper under every output's name."""
    pegawai = pegawai or pelaku(tugas)
    langkah = tugas.pelaksanaan.dibaca().cari(tugas.langkah)
    for butir in langkah.kelengkapan:
        actions.lengkapi(pegawai=pegawai, tugas=tugas, nama=butir.nama, alasan="Tidak diperlukan.")
    berkas = bekukan(isi=isi, nama="kertas.pdf", jenis="application/pdf")
    nama_output = langkah.daftar_output(tugas.jenis, tugas.peran, tugas.naskah)
    return actions.selesaikan(pegawai=pegawai, tugas=tugas, output=[(nama, berkas) for nama in nama_output])


def mainkan(pelaksanaan, *, sampai=None):
    """Play a run to its end (or until a step is open); returns the kinds of work in the order they were done."""
    dikerjakan = []
    while tugas := terbuka(pelaksanaan, penghimpun=False).first():
        if tugas.langkah == sampai:
            return dikerjakan
        dikerjakan.append((tugas.langkah, tugas.jenis, tugas.peran))
        kerjakan(tugas)
    return dikerjakan


def terbuka(pelaksanaan, **syarat):
    return Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan, **syarat)
