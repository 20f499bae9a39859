"""What follows from an SOP's figures: the monitoring form that is kept, and a draft with the times of practice."""

from django.db import transaction

from lapkin.bahasa.tanggal import panjang
from lapkin.berkas.actions import bekukan
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak_pdf
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import pastikan_mengelola
from lapkin.organisasi.queries import kop_surat

from ..models import Pelaksanaan, Peninjauan
from ..monitoring import FormulirMonitoring, Penilaian, formulir_monitoring
from ..queries import satuan_waktu, statistik_sop
from ..usulan_waktu import UKURAN_PALING_SEDIKIT, terapkan, usulan_waktu
from .draf import sunting_draf
from .peninjauan import catat_peninjauan, pastikan_boleh_meninjau
from .revisi import buat_draf_revisi

_DISEBUT = 8  # cases named in the reason of a draft


def usulkan_revisi(*, pegawai, sop, periode):
    """Begin a draft whose times are the medians of a period, rounded up; gives the draft.

    Raises Ditolak when there is a draft already, or no step was measured often enough to change.
    """
    pastikan_mengelola(pegawai, sop.instansi)
    statistik = statistik_sop(sop, periode)
    with transaction.atomic():
        draf = buat_draf_revisi(pegawai=pegawai, sop=sop, catatan=_alasan(sop, statistik, periode))
        usulan = usulan_waktu(draf.dibaca_draf(), statistik, satuan_waktu(sop.instansi))
        if not usulan:
            raise Ditolak(
                f"Tidak ada waktu yang diusulkan berubah: langkah harus terukur sedikitnya {UKURAN_PALING_SEDIKIT} "
                "kali pada periode ini, dan mediannya berbeda dari standar. Pilih periode yang lebih panjang."
            )
        sunting_draf(pegawai=pegawai, revisi=draf, sidik=draf.sidik, edit=lambda isi: terapkan(isi, usulan))
        draf.refresh_from_db()
    return draf


def _alasan(sop, statistik, periode) -> str:
    judul = list(
        Pelaksanaan.objects.filter(sop=sop, pk__in=statistik.daftar_kasus)
        .order_by("-dimulai_pada")
        .values_list("judul", flat=True)[:_DISEBUT]
    )
    lain = len(statistik.daftar_kasus) - len(judul)
    return (
        f"Waktu diusulkan dari median kenyataan {panjang(periode.dari)} sampai {panjang(periode.sampai)}, "
        f"{statistik.putaran_terukur} putaran langkah pada: {'; '.join(judul) or 'tidak ada pekerjaan'}"
        + (f"; dan {lain} pekerjaan lain." if lain else ".")
    )


def simpan_monitoring(*, pegawai, revisi, periode, tanggal, metode, ukuran, baris, kesimpulan=""):
    """Keep a filled monitoring form as PDF and Word, and note the review; the next one is due from its day on.

    `revisi`: the one that the form was filled for; `baris`: a sequence of BarisMonitoring; `metode`: printed names.
    Raises Ditolak as `catat_peninjauan` does: who and when before the papers are made, all of it again under the lock.
    """
    sop, isi = revisi.sop, revisi.dibaca()
    sebagai = pastikan_boleh_meninjau(pegawai, revisi, tanggal)
    isian = FormulirMonitoring(
        periode=periode,
        tanggal=tanggal,
        metode=tuple(metode),
        ukuran=ukuran,
        baris=tuple(baris),
        penilai=str(pegawai),
        jabatan=sebagai,
        nip=pegawai.nip or "",
        kesimpulan=kesimpulan.strip(),
    )
    pdf, docx = _cetak(isi, isian, sop.instansi)
    nama = f"monitoring-{sop.kode}-{tanggal.isoformat()}"
    with transaction.atomic():
        return catat_peninjauan(
            pegawai=pegawai,
            revisi=revisi,
            jenis=Peninjauan.Jenis.MONITORING,
            tanggal=tanggal,
            catatan=kesimpulan.strip() or _ringkas(isian),
            berkas=bekukan(isi=pdf, nama=f"{nama}.pdf", jenis="pdf"),
            berkas_word=bekukan(isi=docx, nama=f"{nama}.docx", jenis="docx"),
        )


def _cetak(isi, isian, instansi) -> tuple[bytes, bytes]:
    """PDF and Word under the office's own kop: the SOP may bear that of the office from which it was taken over."""
    dokumen = formulir_monitoring(isi, isian, kop_surat(instansi), instansi.tempat)
    try:
        return cetak_pdf(dokumen), cetak_docx(dokumen)
    except (GagalCetak, SvgRusak) as salah:
        raise Ditolak(f"Formulir tidak dapat dicetak: {salah}. Isian Anda tidak tersimpan.") from salah


def _ringkas(isian) -> str:
    """How many steps got which judgement, for the list of reviews."""
    hitungan = {satu: [baris.penilaian for baris in isian.baris].count(satu) for satu in Penilaian}
    return (
        ", ".join(f"{kali} langkah {satu.tercetak.lower()}" for satu, kali in hitungan.items() if kali) + "."
    )
