"""Plays one LKjIP case of the demo office from its first step to its last, each task done by its own officer."""

import time
from decimal import Decimal
from textwrap import shorten

from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan, Sop, Tugas
from lapkin.alur.queries import kelengkapan_kurang, langkah_tugas
from lapkin.bahasa.angka import tulis
from lapkin.bahasa.tanggal import saat
from lapkin.berkas.actions import bekukan
from lapkin.langkah.daftar import LANGKAH
from lapkin.langkah.dasar import laporan_kasus
from lapkin.langkah.kertas_kasus import LAPORAN
from lapkin.langkah.susun_laporan import mulai as mulai_laporan
from lapkin.laporan.actions import catat_poin, simpan_narasi
from lapkin.laporan.queries import bahan_laporan, versi_terakhir
from lapkin.organisasi.models import Pegawai
from lapkin.organisasi.queries import anggota, pemegang
from lapkin.sop.bagan import Jenis

from .angka import BUKU, sel_unit
from .jam import LATIHAN, MULAI, SEHARI, jam_demo
from .jawaban import isian_terisi
from .narasi import narasi_awal, perbaikan_rinci
from .templat import AKAR

INSTANSI = "bappedalitbang"
TAHUN = 2025
KOREKSI = "Langkah perbaikan belum menyebut indikator dan program yang dimaksud."
DITUNGGU = {
    "menunggu": "Pengelola keuangan daerah",
    "alasan": "Realisasi anggaran akhir tahun belum diserahkan.",
}
ALASAN_KELENGKAPAN = "Perintah diberikan langsung, tanpa surat masuk."
NAMA_JENIS = {
    Jenis.ISI_DATA: "isi data",
    Jenis.TANDA_TANGAN: "tanda tangan",
}
LEBAR_KEGIATAN = 62


def mainkan(cetak) -> Pelaksanaan:
    """The whole case of the year; the Sekretaris returns the report once, so a second round is played too."""
    sop = Sop.objects.get(instansi__kode=INSTANSI)
    cetak(f"\nSOP “{sop}”\ndijalankan {sop.instansi}, tahun {TAHUN}\n")
    with jam_demo(MULAI, sop.instansi) as jam:
        pelaksanaan = actions.mulai(pegawai=_pegawai("kepala"), sop=sop, tahun=TAHUN)
        sudah_dikembalikan = False
        while tugas := _tugas_terbuka(pelaksanaan).first():
            if tugas.langkah == "koreksi" and not sudah_dikembalikan:
                sudah_dikembalikan = True
                _kerjakan(tugas, cetak, jam, _kembalikan)
            else:
                _kerjakan(tugas, cetak, jam, _selesaikan)
        cetak(f"Menurut jam demo: dari {_kini(pelaksanaan.dimulai_pada)} sampai {_kini(jam.kini)}.")
    pelaksanaan.refresh_from_db()
    return pelaksanaan


def _kini(waktu) -> str:
    return saat(timezone.localtime(waktu))


def mulai_latihan(pelaksanaan) -> None:
    """Cases in progress for who signs in afterwards: one with the head, one with the Kasubbag, one with the units."""
    with jam_demo(LATIHAN, pelaksanaan.instansi) as jam:
        for tahun, sampai in ((TAHUN - 1, "perintah"), (TAHUN + 1, "format"), (TAHUN, "himpun")):
            latihan = actions.mulai(
                pegawai=_pegawai("kepala"),
                sop=pelaksanaan.sop,
                tahun=tahun,
                judul=f"LKjIP {tahun} {pelaksanaan.instansi} (latihan)",
            )
            while (tugas := _tugas_terbuka(latihan).first()).langkah != sampai:
                _selesaikan(tugas, _pelaku(tugas), jam)
            jam.lewat(2 * SEHARI)


def _tugas_terbuka(pelaksanaan):
    return (
        Tugas.objects.terbuka()
        .filter(pelaksanaan=pelaksanaan, penghimpun=False)
        .select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi")
        .order_by("pk")
    )


def _pegawai(username):
    return Pegawai.objects.get(username=username)


def _pelaku(tugas):
    """Who does the task: the holder of its post, or a member of its team."""
    return (pemegang(tugas.jabatan_id) if tugas.jabatan_id else anggota(tugas.tim_id)).first()


def _kerjakan(tugas, cetak, jam, cara):
    """Do a task and print its line: number, what, who, how long it took the program."""
    mulai = time.monotonic()
    pegawai = _pelaku(tugas)
    tambahan = cara(tugas, pegawai, jam)
    lama = f"{tulis(Decimal(time.monotonic() - mulai), 1)} dtk"
    cetak(_baris(tugas, pegawai, lama, tambahan))


def _baris(tugas, pegawai, lama, tambahan):
    isi = tugas.pelaksanaan.dibaca().daftar_langkah_kerja
    langkah = langkah_tugas(tugas)
    jenis = NAMA_JENIS.get(tugas.jenis, tugas.jenis) if len(langkah.tahapan()) > 1 else ""
    apa = ": ".join(filter(None, (shorten(langkah.kegiatan, LEBAR_KEGIATAN, placeholder="…"), jenis)))
    putaran = f" (putaran {tugas.putaran})" if tugas.putaran > 1 else ""
    return f"{isi.index(langkah) + 1:>3}/{len(isi)}  {apa} — {pegawai} — {lama}{putaran}{tambahan}"


def _kembalikan(tugas, pegawai, jam) -> str:
    """A point of correction on the version that was read, and the report goes back to its writer."""
    actions.buka(pegawai=pegawai, tugas=tugas)
    jam.kerjakan(tugas)
    catat_poin(pegawai=pegawai, versi=versi_terakhir(laporan_kasus(tugas.pelaksanaan)), isi=KOREKSI)
    actions.kembalikan(pegawai=pegawai, tugas=tugas, tujuan="susun", catatan=KOREKSI)
    return f"\n        dikembalikan: {KOREKSI}"


def _selesaikan(tugas, pegawai, jam) -> str:
    """Open the task, supply what is missing, prepare what its form doesn't ask for, fill the form, and do it."""
    actions.buka(pegawai=pegawai, tugas=tugas)
    if tugas.langkah == "analisis" and tugas.jenis == Jenis.PERIKSA:
        _tunggu(tugas, pegawai, jam)
    jam.kerjakan(tugas)
    for nama in kelengkapan_kurang(tugas):
        actions.lengkapi(pegawai=pegawai, tugas=tugas, nama=nama, **_kelengkapan(nama))
    if tugas.jenis == Jenis.SUSUN and tugas.naskah == LAPORAN:
        _tulis_narasi(tugas, pegawai)
    isian = isian_terisi(tugas, pegawai, _jawaban(tugas))
    LANGKAH[tugas.jenis].kerjakan(pegawai=pegawai, tugas=tugas, isian=isian)
    return ""


def _tunggu(tugas, pegawai, jam):
    """A working day on which the task waits for others: its clock stands."""
    actions.tunda(pegawai=pegawai, tugas=tugas, **DITUNGGU)
    jam.lewat(SEHARI)
    actions.lanjut(pegawai=pegawai, tugas=tugas)


def _kelengkapan(nama) -> dict:
    """The thing from outside as a file where the demo has one (the format that was used last), else why not."""
    if nama.startswith("Format"):
        isi = (AKAR / "contoh" / BUKU).read_bytes()
        return {"berkas": bekukan(isi=isi, nama=f"{nama}.xlsx", jenis="xlsx")}
    return {"alasan": ALASAN_KELENGKAPAN}


def _jawaban(tugas) -> dict[str, str]:
    if tugas.jenis == Jenis.ISI_DATA:
        return sel_unit(tugas)
    if tugas.jenis == Jenis.SUSUN and tugas.pesan and (laporan := laporan_kasus(tugas.pelaksanaan)):
        poin = laporan.daftar_poin.filter(ditutup_pada=None)
        return {f"jawaban_{satu.pk}": "Langkah perbaikan sudah dirinci." for satu in poin}
    return {}


def _tulis_narasi(tugas, pegawai):
    """First the whole text, drawn from the figures; in a returned round what the correction asked for."""
    laporan = laporan_kasus(tugas.pelaksanaan) or mulai_laporan(pegawai=pegawai, tugas=tugas)
    bahan = bahan_laporan(laporan)
    if tugas.pesan:
        teks = {"langkah-perbaikan": perbaikan_rinci(bahan)}
    elif versi_terakhir(laporan) is None:
        teks = narasi_awal(bahan, [str(unit) for unit in laporan.instansi.daftar_unit.all()])
    else:
        return
    for bagian, isi in teks.items():
        simpan_narasi(pegawai=pegawai, laporan=laporan, bagian=bagian, teks=isi)
