"""Drafts of SOP 000 made ready for signing, and brought into force as people do it."""

from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from lapkin.alur import actions
from lapkin.berkas.queries import baca
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import pemegang
from lapkin.sop.sop import TanggalTercetak
from lapkin.sop.sunting import Suntingan

TANGGAL = TanggalTercetak(tercetak="5 Januari 2026", tanggal=date(2026, 1, 5))


def siap_disahkan(isi):
    """The SOP with everything in its identity block that a signature needs."""
    identitas = replace(
        isi.identitas,
        nomor="065/12/2026",
        tanggal_pembuatan=isi.identitas.tanggal_pembuatan
        if isi.identitas.tanggal_pembuatan.tercetak
        else TANGGAL,
        tanggal_revisi=TANGGAL,
        tanggal_efektif=TANGGAL,
        pengesah=replace(isi.identitas.pengesah, jabatan="Kadis", nama="Ibu Kadis"),
    )
    return replace(isi, identitas=identitas)


def tulis_draf(draf, isi):
    """Give a draft another text, as the editor does."""
    actions.sunting_draf(
        pegawai=draf.pembuat,
        revisi=draf,
        sidik=draf.sidik,
        edit=lambda _: Suntingan(sop=isi, uraian="Isi draf diganti."),
    )
    draf.refresh_from_db()
    return draf


def draf_beku(pengelola, sop, ubah=lambda isi: isi):
    """(draft with a frozen form, the post that signs it)."""
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Hasil evaluasi tahunan.")
    tulis_draf(draf, ubah(siap_disahkan(draf.dibaca_draf())))
    kadis = Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")
    return actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis), kadis


def pindaian(revisi, tinta=b"tinta"):
    """The frozen form as it would come back from the scanner, uploaded."""
    return SimpleUploadedFile("pindaian.pdf", baca(revisi.berkas_dibaca) + b"\n% " + tinta + b"\n")


def berlakukan(pengelola, sop, ubah=lambda isi: isi):
    """A revision of an SOP brought into force by its pengesah."""
    draf, kadis = draf_beku(pengelola, sop, ubah)
    return actions.sahkan(
        pegawai=pemegang(kadis).get(),
        revisi=draf,
        sidik_dibaca=draf.berkas_dibaca.sha256,
        pindaian=pindaian(draf),
    )
