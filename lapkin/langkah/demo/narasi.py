"""The text of the demo's report: plain sentences drawn from the published figures, nothing made up beside them."""

from lapkin.bahasa.angka import rupiah, tulis
from lapkin.kinerja.anggaran import jumlah
from lapkin.kinerja.capaian import serapan
from lapkin.kinerja.lembar import BarisAnggaran, BarisSasaran
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.kalimat import kalimat_anggaran, kalimat_belum_tercapai, kalimat_capaian
from lapkin.laporan.kerangka import ANALISIS, kunci_analisis
from lapkin.laporan.tabel_anggaran import daftar_program, nama_baris
from lapkin.laporan.tulisan import gabung, persen

CONTOH = (
    "Laporan ini adalah contoh. Angkanya angka yang telah diterbitkan; teksnya disusun dari angka itu saja. "
    "Hal yang tidak ada pada sumber tidak dikarang, melainkan disebut tidak ada. "
    "Nama indikator, program, dan kegiatan dikutip menurut sumbernya, termasuk ejaannya."
)
PERBAIKAN_RINGKAS = "Capaian tahun ini menjadi bahan perencanaan tahun berikutnya."


def narasi_awal(bahan: Bahan, daftar_unit: list[str]) -> dict[str, str]:
    """The text of every slot that the report asks for, by key."""
    menurut_sasaran = {
        kunci: teks for sasaran in bahan.daftar_sasaran for kunci, teks in _sasaran(bahan, sasaran).items()
    }
    return {
        "kata-pengantar": _pengantar(bahan),
        "ikhtisar": _ikhtisar(bahan),
        "gambaran-organisasi": _organisasi(bahan, daftar_unit),
        "aspek-strategis": _aspek(bahan),
        "isu-strategis": _isu(bahan),
        **menurut_sasaran,
        "realisasi-anggaran": _anggaran(bahan),
        "kesimpulan": _kesimpulan(bahan),
        "langkah-perbaikan": PERBAIKAN_RINGKAS,
    }


def perbaikan_rinci(bahan: Bahan) -> str:
    """What the correction asked for: the improvement steps name the indicators and programs they are about."""
    belum = kalimat_belum_tercapai(bahan.hasil.utama()) or "Semua indikator program mencapai target."
    terendah = _menurut_serapan(bahan)[:2]
    return (
        f"{belum} Pada contoh ini unit penanggung jawab menyusun rencana aksi untuk setiap indikator tersebut dan "
        "memantaunya tiap triwulan.\n\n"
        f"Program dengan serapan terendah, yaitu {_sebut_program(terendah)}, ditinjau jadwal "
        "pelaksanaannya sebelum anggaran perubahan disusun."
    )


def _pengantar(bahan: Bahan) -> str:
    return (
        f"{bahan.identitas.sebutan} {bahan.identitas.instansi} Tahun {bahan.tahun} disusun sebagai "
        "pertanggungjawaban atas pelaksanaan Perjanjian Kinerja, menurut Peraturan Menteri Pendayagunaan "
        "Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014.\n\n"
        f"{CONTOH}\n\n"
        "Semoga laporan ini berguna bagi pimpinan, perangkat daerah lain, dan masyarakat."
    )


def _ikhtisar(bahan: Bahan) -> str:
    urut = _menurut_serapan(bahan)
    return (
        f"Serapan anggaran tertinggi ada pada {_sebut_program(urut[-1:])}, terendah pada "
        f"{_sebut_program(urut[:1])}. Langkah perbaikan atas indikator yang belum mencapai target dan program "
        "yang serapannya rendah diuraikan pada Bab IV."
    )


def _organisasi(bahan: Bahan, daftar_unit: list[str]) -> str:
    return (
        f"Pada contoh ini {bahan.identitas.instansi} terdiri atas {tulis(len(daftar_unit))} unit kerja: "
        f"{gabung(daftar_unit)}. Nama bidang dibaca dari nama kegiatan pada daftar anggarannya; jumlah "
        "pegawai dan dasar hukum organisasinya tidak ada pada sumber."
    )


def _aspek(bahan: Bahan) -> str:
    program = daftar_program(bahan.lembar.daftar_anggaran)
    terbesar = max(program, key=lambda baris: baris.pagu)
    return (
        f"Tugas yang dibiayai tahun {bahan.tahun} terbagi atas {tulis(len(program))} program dengan pagu "
        f"{rupiah(jumlah(bahan.lembar.daftar_anggaran).pagu)}. Pagu terbesar ada pada "
        f"{nama_baris(terbesar)}, yaitu {rupiah(terbesar.pagu)}."
    )


def _isu(bahan: Bahan) -> str:
    belum = kalimat_belum_tercapai(bahan.hasil.utama())
    terendah = _menurut_serapan(bahan)[:1]
    return (
        f"{belum or 'Tidak ada indikator program yang capaiannya di bawah target.'} "
        f"Serapan anggaran terendah ada pada {_sebut_program(terendah)}."
    )


def _sasaran(bahan: Bahan, sasaran: BarisSasaran) -> dict[str, str]:
    """The three analyses that need people's words: causes, efficiency, supporting programs."""
    program = _program_sasaran(bahan, sasaran)
    teks = {"sebab": _TANPA_SEBAB, "efisiensi": _efisiensi(program), "program": _pendukung(program)}
    return {
        kunci_analisis(analisis, sasaran): teks[analisis.kunci]
        for analisis in ANALISIS
        if analisis.kunci in teks
    }


_TANPA_SEBAB = (
    "Angka yang diterbitkan tidak disertai penyebab keberhasilan atau kegagalan maupun solusinya. Pada laporan "
    "sesungguhnya unit penanggung jawab menuliskannya di sini."
)


def _efisiensi(program: list[BarisAnggaran]) -> str:
    if not program:
        return "Penghematan tidak dapat diuraikan karena sumber tidak memuat anggaran untuk sasaran ini."
    total = jumlah(program)
    return (
        f"Anggaran program pendukung yang tidak terpakai {rupiah(total.pagu - total.realisasi)}. Penghematan "
        "tenaga, waktu, dan sarana tidak dicatat pada sumber."
    )


def _pendukung(program: list[BarisAnggaran]) -> str:
    if not program:
        return "Kegiatan dan sub kegiatan instansi ini dirinci pada lampiran."
    if len(program) == 1:
        return "Kegiatan dan sub kegiatan di bawah program tersebut dirinci pada lampiran."
    terbesar = max(program, key=lambda baris: baris.pagu)
    return (
        f"Pagu terbesar di antara program tersebut ada pada {nama_baris(terbesar)}. Kegiatan dan sub kegiatannya "
        "dirinci pada lampiran."
    )


def _program_sasaran(bahan: Bahan, sasaran: BarisSasaran) -> list[BarisAnggaran]:
    """The budget lines that the sasaran's program indicators measure, each once."""
    menurut_kunci = {baris.kunci: baris for baris in bahan.lembar.daftar_anggaran}
    daftar_kunci = dict.fromkeys(h.indikator.anggaran for h in bahan.hasil.untuk_sasaran(sasaran))
    return [menurut_kunci[kunci] for kunci in daftar_kunci if kunci in menurut_kunci]


def _anggaran(bahan: Bahan) -> str:
    urut = _menurut_serapan(bahan)
    return (
        f"Serapan tertinggi ada pada {_sebut_program(urut[-1:])}, terendah pada {_sebut_program(urut[:1])}. "
        "Penyebab perbedaannya tidak ada pada sumber."
    )


def _kesimpulan(bahan: Bahan) -> str:
    return f"{kalimat_capaian(bahan.hasil.utama())} {kalimat_anggaran(bahan)}"


def _menurut_serapan(bahan: Bahan) -> list[BarisAnggaran]:
    """The programs that have a pagu, lowest use of it first."""
    berpagu = [baris for baris in daftar_program(bahan.lembar.daftar_anggaran) if baris.pagu]
    return sorted(berpagu, key=lambda baris: serapan(baris.pagu, baris.realisasi))


def _sebut_program(program: list[BarisAnggaran]) -> str:
    return gabung(
        [f"{nama_baris(baris)} ({persen(serapan(baris.pagu, baris.realisasi))})" for baris in program]
    )
