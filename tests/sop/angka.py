"""Figures for the offices of the tests: two sasaran, three indicators, one program, no realisasi yet."""

from lapkin.kinerja.actions import terima_buku
from lapkin.kinerja.buku_kerja import Identitas, IsiBuku
from lapkin.kinerja.lembar import BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja

TAHUN = 2025
SEN = 100


def beri_angka(instansi, pengelola, daftar_unit=(), tahun=TAHUN):
    """Targets and budget of the year, the indicators divided among the units in turn."""
    lembar = LembarKinerja(
        instansi=instansi.nama,
        tahun=tahun,
        daftar_sasaran=(
            BarisSasaran(kunci="s1", nama="Meningkatnya kualitas layanan"),
            BarisSasaran(kunci="s2", nama="Meningkatnya akuntabilitas kinerja"),
        ),
        daftar_indikator=tuple(
            BarisIndikator(
                kunci=f"i{nomor}",
                nama=nama,
                satuan="%",
                arah="naik",
                sasaran=sasaran,
                target="90",
                penanggung_jawab=str(daftar_unit[nomor % len(daftar_unit)]) if daftar_unit else "",
            )
            for nomor, (nama, sasaran) in enumerate(
                [("Indeks layanan", "s1"), ("Persentase aduan selesai", "s1"), ("Nilai AKIP", "s2")]
            )
        ),
        daftar_anggaran=(
            BarisAnggaran(kunci="a1", tingkat="program", nama="Program Layanan", pagu=500 * SEN, realisasi=0),
        ),
    )
    identitas = Identitas(instansi=instansi.nama, tahun=tahun)
    terima_buku(pegawai=pengelola, instansi=instansi, isi=IsiBuku(identitas=identitas, lembar=lembar))
