"""Small working papers of a step (lembar kerja): the office's head, what was done, by whom and when."""

from django.utils import timezone

from lapkin.bahasa.tanggal import jam, panjang
from lapkin.berkas.actions import bekukan
from lapkin.dokumen.blok import Dokumen, Judul, paragraf, pasangan
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak_pdf
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import kop_surat


def lembar_kerja(*, tugas, pegawai, sebagai, judul, blok, rincian=()) -> Dokumen:
    """A paper of the task's own office: `rincian` are further (label, value) lines above the blocks."""
    instansi = tugas.instansi
    saat = timezone.localtime()
    return Dokumen(
        judul=f"{judul} {tugas.pelaksanaan}",
        penulis=str(instansi),
        gaya="naskah",
        ukuran="f4",
        tanggal=saat.date(),
        kaki_halaman=f"{judul} - {tugas.pelaksanaan}",
        blok=(
            kop_surat(instansi),
            Judul(tingkat=1, teks=judul.upper(), jenis="naskah"),
            pasangan(
                ("Pekerjaan", str(tugas.pelaksanaan)),
                *rincian,
                ("Oleh", f"{pegawai} ({sebagai})"),
                ("Waktu", f"{panjang(saat.date())} pukul {jam(saat)}"),
                garis=True,
            ),
            *blok,
        ),
    )


def alinea(teks: str) -> tuple:
    """What a person typed, as paragraphs; an empty line starts a new one."""
    bagian = [satu.strip() for satu in teks.replace("\r\n", "\n").split("\n\n")]
    return tuple(paragraf(satu) for satu in bagian if satu)


def bekukan_lembar(dokumen: Dokumen, nama: str):
    """The paper as a frozen PDF (Berkas). Raises Ditolak when it can't be printed."""
    try:
        isi = cetak_pdf(dokumen)
    except GagalCetak as salah:
        raise Ditolak(str(salah)) from salah
    # A slash is part of a unit's or a paper's name here ("LKj / LAKIP"), never of a path.
    return bekukan(isi=isi, nama=f"{nama.replace('/', '-')}.pdf", jenis="pdf")
